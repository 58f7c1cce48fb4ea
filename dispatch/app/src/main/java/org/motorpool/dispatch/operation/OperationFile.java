package org.motorpool.dispatch.operation;

import java.util.List;
import java.util.UUID;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.OperationApi.EventPlan;
import org.motorpool.dispatch.contract.OperationApi.Mobilisation;
import org.motorpool.dispatch.contract.OperationApi.Operation;

/** An operation, as people see it and with what decides who does. */
public record OperationFile(Operation view, String unitPath, String regionCode, UUID organiserId) {

    public UUID id() {
        return view.id();
    }

    OperationStatus status() {
        return OperationStatus.valueOf(view.status());
    }

    /** The plan; problem {@code operation-kind} for a mobilisation. */
    EventPlan requirePlan() {
        if (view.plan() == null) {
            throw kind("应急征调没有活动方案", "a mobilisation has no plan");
        }
        return view.plan();
    }

    /** The mobilisation; problem {@code operation-kind} for an event. */
    Mobilisation requireMobilisation() {
        if (view.mobilisation() == null) {
            throw kind("重大活动不能释放或征调", "an event neither takes nor releases vehicles");
        }
        return view.mobilisation();
    }

    private static RuntimeException kind(String zh, String en) {
        return Problem.conflict("operation-kind", zh, en).asException();
    }

    /** Fails with problem {@code operation-state} unless it is in one of these. */
    OperationFile require(List<OperationStatus> allowed) {
        if (!allowed.contains(status())) {
            throw Problem.conflict(
                            "operation-state",
                            "%s 当前状态为 %s，须为 %s".formatted(view.number(), status(), allowed),
                            "%s is %s; it must be one of %s".formatted(view.number(), status(), allowed))
                    .asException();
        }
        return this;
    }

    Push.Change change() {
        return new Push.Change("operation", List.of(unitPath), view);
    }
}

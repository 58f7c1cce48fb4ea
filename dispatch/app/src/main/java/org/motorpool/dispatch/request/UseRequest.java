package org.motorpool.dispatch.request;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.contract.RequestDetailApi.Details;
import org.motorpool.dispatch.contract.RequestDetailApi.Pooling;

/**
 * A use request 用车申请, as people see it and with what decides who does.
 *
 * @param requesterId account that submitted it
 * @param vehicleUnitPath unit of the assigned vehicle; null without one
 */
public record UseRequest(
        RequestApi.Request view,
        UUID requesterId,
        String unitCode,
        String unitPath,
        @Nullable String vehicleUnitPath) {

    public UUID id() {
        return view.id();
    }

    public RequestStatus status() {
        return RequestStatus.valueOf(view.status());
    }

    /** 同意合乘: what the riders agreed to; empty where they ride alone. */
    public Optional<Pooling> pooling() {
        return Optional.ofNullable(view.details()).map(Details::pooling);
    }

    /** Status, open step and paper, as the audit trail has them. */
    String state() {
        String step = view.approvalStep() == null ? "" : " step " + view.approvalStep();
        String paper = view.paperState() == null ? "" : " paper " + view.paperState();
        return view.status() + step + paper;
    }

    /** Whether the paper of an emergency is still to be decided. */
    boolean awaitsPaper() {
        return view.approvalStep() != null && view.emergency();
    }

    /** Fails with problem {@code request-state} unless the request may go to this status now. */
    public UseRequest requireMayBecome(RequestStatus next) {
        if (!status().mayBecome(next)) {
            throw stateProblem(next);
        }
        return this;
    }

    private ProblemException stateProblem(RequestStatus next) {
        return Problem.conflict(
                        "request-state",
                        "用车申请 %s 当前状态为 %s，不能变为 %s，请刷新后再试".formatted(view.number(), status(), next),
                        "request %s is %s and cannot become %s; reload and try again"
                                .formatted(view.number(), status(), next))
                .asException();
    }

    /**
     * Fails with problem {@code request-state} unless it waits for a decision: also one that has a vehicle goes back to approved,
     * but by losing the vehicle only.
     */
    void requireUndecided(RequestStatus outcome) {
        if (status() != RequestStatus.SUBMITTED) {
            throw stateProblem(outcome);
        }
    }

    /** The push that tells the open consoles of this state. */
    public Push.Change change() {
        List<String> paths = vehicleUnitPath == null ? List.of(unitPath) : List.of(unitPath, vehicleUnitPath);
        return change(paths);
    }

    /** The same, told to these units. */
    public Push.Change change(List<String> unitPaths) {
        return new Push.Change("request", unitPaths, view);
    }
}

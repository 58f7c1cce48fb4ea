package org.motorpool.dispatch.duty;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.DutyApi;

/** A leave, as people see it, with the unit and the account of its driver. */
public record LeaveFile(
        DutyApi.Leave view,
        UUID unitId,
        String unitPath,
        @Nullable String driverUsername) {

    LeaveStatus status() {
        return LeaveStatus.valueOf(view.status());
    }

    Period period() {
        return new Period(view.from(), view.to());
    }

    Push.Change change() {
        return new Push.Change("leave", List.of(unitPath), view);
    }

    /** Fails with problem {@code leave-state} unless the leave may go to this status now. */
    LeaveFile requireMayBecome(LeaveStatus next) {
        if (!status().mayBecome(next)) {
            throw Problem.conflict(
                            "leave-state",
                            "请假当前状态为 %s，不能变为 %s，请刷新后再试".formatted(status(), next),
                            "the leave is %s and cannot become %s; reload and try again".formatted(status(), next))
                    .asException();
        }
        return this;
    }

    LeaveFile withConflicts(List<DutyApi.DutyOrder> orders) {
        return new LeaveFile(
                new DutyApi.Leave(
                        view.id(),
                        view.driverId(),
                        view.driverName(),
                        view.kind(),
                        view.from(),
                        view.to(),
                        view.reason(),
                        view.status(),
                        view.decisionReason(),
                        orders,
                        view.version()),
                unitId,
                unitPath,
                driverUsername);
    }
}

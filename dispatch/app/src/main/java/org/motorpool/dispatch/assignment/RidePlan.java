package org.motorpool.dispatch.assignment;

import java.util.UUID;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.OrderApi;

/** A plan, as people see it and with the unit whose dispatcher made it. */
public record RidePlan(OrderApi.Plan view, UUID unitId, String unitCode, String unitPath) {

    public UUID id() {
        return view.id();
    }

    public PlanStatus status() {
        return PlanStatus.valueOf(view.status());
    }

    /** Only a proposed plan can be committed; a committed one again, to read its outcome. */
    RidePlan requireCommittable() {
        return switch (status()) {
            case PROPOSED, COMMITTED -> this;
            case SOLVING, FAILED ->
                throw Problem.conflict(
                                "plan-state",
                                "调度方案当前状态为 %s，不能执行，请等待方案生成或重新规划".formatted(status()),
                                "the plan is %s and cannot be committed; wait for the proposal or plan again"
                                        .formatted(status()))
                        .asException();
        };
    }
}

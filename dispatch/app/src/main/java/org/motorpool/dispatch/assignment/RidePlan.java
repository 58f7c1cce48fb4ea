package org.motorpool.dispatch.assignment;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
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

    /** Only a plan that the planner is at work on can be stopped. */
    RidePlan requireSolving() {
        return switch (status()) {
            case SOLVING -> this;
            case PROPOSED, COMMITTED, FAILED ->
                throw Problem.conflict(
                                "plan-state",
                                "调度方案当前状态为 %s，求解已结束，无需停止".formatted(status()),
                                "the plan is %s; its solving is over and cannot be stopped".formatted(status()))
                        .asException();
        };
    }

    /** The push that tells the open consoles of this state. */
    Push.Change change() {
        return new Push.Change("plan", List.of(unitPath), view, Set.of("DISPATCHER", "SUPERVISOR"));
    }
}

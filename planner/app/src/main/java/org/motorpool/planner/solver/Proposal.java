package org.motorpool.planner.solver;

import static java.util.Objects.requireNonNull;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerEvent.Bound;
import org.motorpool.planner.contract.PlannerEvent.PlanProposed;
import org.motorpool.planner.contract.PlannerEvent.ProposedOrder;
import org.motorpool.planner.contract.PlannerEvent.Unserved;

/** Translates a scored plan into the event that dispatch reads. */
final class Proposal {

    private final SolvePlan command;
    private final RidePlan plan;

    Proposal(SolvePlan command, RidePlan plan) {
        this.command = command;
        this.plan = plan;
    }

    /** Of what is served. */
    long cost_fen() {
        return -score().softScore();
    }

    private HardMediumSoftScore score() {
        return requireNonNull(plan.getScore());
    }

    PlanProposed toEvent(long solved_ms, Bound bound) {
        return new PlanProposed(
                command.planId(),
                command.planningUnit(),
                orders(),
                unserved(),
                score().toString(),
                cost_fen(),
                solved_ms,
                bound);
    }

    private List<ProposedOrder> orders() {
        List<ProposedOrder> orders = new ArrayList<>();
        plan.getVehicles().forEach(vehicle -> vehicle.getRides().forEach(ride -> orders.add(order(vehicle, ride))));
        orders.sort(Comparator.comparing(order -> order.period().from()));
        return orders;
    }

    private static ProposedOrder order(PlanVehicle vehicle, PlanRide ride) {
        long home_m = ride.getNext() == null ? RideCost.homecoming_m(vehicle, ride) : 0;
        return new ProposedOrder(
                ride.facts().requestId(),
                vehicle.facts().vehicleId(),
                vehicle.facts().driverId(),
                ride.facts().period(),
                RideCost.approach_m(vehicle, ride.getPrevious(), ride) + home_m);
    }

    private List<Unserved> unserved() {
        return plan.getRides().stream()
                .filter(ride -> ride.getVehicle() == null)
                .map(ride -> new UnservedReason(ride, plan.getVehicles()).explain())
                .toList();
    }
}

package org.motorpool.planner.solver;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.planner.Plans.ride;
import static org.motorpool.planner.Plans.vehicle;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.MadeDay;
import org.motorpool.planner.Plans;
import org.motorpool.planner.contract.PlannerCommand.Ride;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;

class GreedyInsertionTest {

    private static final CostWeights WEIGHTS = new CostWeights(2000, 5000, 500);

    @Test
    void keepsTheRidesOfAVehicleInOrderOfTime() {
        Vehicle only = vehicle().made();
        Ride noon = ride("12:00", "13:00", only).urgent(5).made();
        Ride morning = ride("08:00", "09:00", only).made();
        Ride evening = ride("17:00", "18:00", only).made();
        RidePlan plan = RidePlan.of(Plans.solve(List.of(only), List.of(noon, evening, morning)), WEIGHTS);

        new GreedyInsertion(plan.getVehicles()).insertAll(plan.getRides());

        assertThat(plan.getVehicles().getFirst().getRides())
                .extracting(PlanRide::facts)
                .containsExactly(morning, noon, evening);
    }

    @Test
    void servesTheUrgentRideFirst() {
        Vehicle only = vehicle().made();
        Ride ordinary = ride("08:00", "09:00", only).made();
        Ride urgent = ride("08:30", "09:30", only).urgent(1).made();
        RidePlan plan = RidePlan.of(Plans.solve(List.of(only), List.of(ordinary, urgent)), WEIGHTS);

        new GreedyInsertion(plan.getVehicles()).insertAll(plan.getRides());

        assertThat(plan.getVehicles().getFirst().getRides())
                .extracting(PlanRide::facts)
                .containsExactly(urgent);
    }

    @Test
    void addsUpToWhatTheSolverScores() {
        SolvePlan day = MadeDay.of(30, 20, 3);
        RidePlan plan = RidePlan.of(day, WEIGHTS);
        long sum_fen = 0;
        for (PlanRide ride : plan.getRides()) {
            long[] before = costs(plan, ride);
            new GreedyInsertion(plan.getVehicles()).insertAll(List.of(ride));
            sum_fen += Arrays.stream(before).min().orElse(0);
        }

        assertThat(score(day, plan)).isEqualTo(-sum_fen);
    }

    private static long[] costs(RidePlan plan, PlanRide ride) {
        return plan.getVehicles().stream()
                .map(vehicle -> GreedyInsertion.findCost(vehicle, ride))
                .flatMapToLong(cost -> cost.stream())
                .toArray();
    }

    private static long score(SolvePlan day, RidePlan plan) {
        SolverSettings settings = new SolverSettings(WEIGHTS, 1);
        SolutionManager.<RidePlan, HardMediumSoftScore>create(
                        RideSearch.factory(day, settings, Duration.ofSeconds(1), () -> {}))
                .update(plan);
        return requireNonNull(plan.getScore()).softScore();
    }
}

package org.motorpool.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.planner.Plans.ride;
import static org.motorpool.planner.Plans.solve;
import static org.motorpool.planner.Plans.vehicle;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.planner.contract.PlannerCommand.Place;
import org.motorpool.planner.contract.PlannerCommand.Ride;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;
import org.motorpool.planner.contract.PlannerEvent.PlanFailed;

class PlanCheckTest {

    private record Limit(int rides, int vehicles, int plans) implements PlannerConfig.Limit {}

    @Test
    void findsNothingWrongWithAnEmptyPlan() {
        assertThat(check(solve(List.of(), List.of()))).isEmpty();
    }

    @Test
    void findsNothingWrongWithAMadeDay() {
        assertThat(PlanCheck.findFault(MadeDay.of(60, 60, 1), new Limit(60, 60, 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 601, -1})
    void refusesSolvingTimesOutsideOneToSixHundredSeconds(int seconds) {
        SolvePlan plan = new SolvePlan(UUID.randomUUID(), Plans.UNIT, seconds, 1, List.of(), List.of());

        assertThat(check(plan).map(PlanFailed::code)).contains("invalid-seconds");
    }

    @Test
    void namesTheRideAndFieldThatAreWrong() {
        Ride fine = ride("09:00", "10:00").made();
        Ride nobody = ride("09:00", "10:00").carrying(0).made();
        SolvePlan plan = solve(List.of(), List.of(fine, nobody));

        assertThat(check(plan))
                .contains(new PlanFailed(
                        plan.planId(),
                        plan.planningUnit(),
                        "invalid-passengers",
                        "rides[1].passengers 须不小于 1，实为 0 / rides[1].passengers must be 1 or more, but is 0"));
    }

    @Test
    void refusesAPriorityAboveNine() {
        assertThat(code(ride("09:00", "10:00").urgent(10).made())).contains("invalid-priority");
    }

    @Test
    void refusesPlacesThatAreNotOnEarth() {
        assertThat(code(vehicle().at(new Place(91, 121)).made())).contains("invalid-place");
        assertThat(code(vehicle().at(new Place(31, 181)).made())).contains("invalid-place");
        assertThat(code(vehicle().at(new Place(Double.NaN, 121)).made())).contains("invalid-place");
        assertThat(code(vehicle().at(new Place(0, 0)).made())).contains("invalid-place");
    }

    @Test
    void refusesTheSameVehicleTwice() {
        Vehicle one = vehicle().made();

        assertThat(check(solve(List.of(one, one), List.of())).map(PlanFailed::code))
                .contains("duplicate-vehicle");
    }

    @Test
    void refusesTheSameRideTwice() {
        Ride one = ride("09:00", "10:00").made();

        assertThat(check(solve(List.of(), List.of(one, one))).map(PlanFailed::code))
                .contains("duplicate-ride");
    }

    @Test
    void refusesMoreRidesOrVehiclesThanTheLimit() {
        Ride ride = ride("09:00", "10:00").made();
        Vehicle vehicle = vehicle().made();

        assertThat(check(solve(List.of(), Collections.nCopies(4, ride))).map(PlanFailed::code))
                .contains("too-many-rides");
        assertThat(check(solve(Collections.nCopies(4, vehicle), List.of())).map(PlanFailed::code))
                .contains("too-many-vehicles");
    }

    private static Optional<String> code(Vehicle vehicle) {
        return check(solve(List.of(vehicle), List.of())).map(PlanFailed::code);
    }

    private static Optional<String> code(Ride ride) {
        return check(solve(List.of(), List.of(ride))).map(PlanFailed::code);
    }

    private static Optional<PlanFailed> check(SolvePlan command) {
        return PlanCheck.findFault(command, new Limit(3, 3, 3));
    }
}

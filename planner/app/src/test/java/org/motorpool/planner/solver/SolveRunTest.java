package org.motorpool.planner.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.motorpool.planner.Plans.HONGQIAO;
import static org.motorpool.planner.Plans.NANJING;
import static org.motorpool.planner.Plans.PEOPLES_SQUARE;
import static org.motorpool.planner.Plans.SUZHOU;
import static org.motorpool.planner.Plans.UNIT;
import static org.motorpool.planner.Plans.period;
import static org.motorpool.planner.Plans.ride;
import static org.motorpool.planner.Plans.solve;
import static org.motorpool.planner.Plans.vehicle;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.planner.MadeDay;
import org.motorpool.planner.PlanReferee;
import org.motorpool.planner.contract.PlannerCommand.Ride;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;
import org.motorpool.planner.contract.PlannerEvent.PlanProposed;
import org.motorpool.planner.contract.PlannerEvent.ProposedOrder;

class SolveRunTest {

    private static final CostWeights WEIGHTS = new CostWeights(2000, 5000, 500);
    private static final SolverSettings SETTINGS = new SolverSettings(WEIGHTS, 500);

    @Test
    void sendsTheOwnVehicleWithItsDriver() {
        Vehicle own = vehicle().made();
        Vehicle neighbours = vehicle().of("310000-02", "310000").made();
        Ride ride = ride("09:00", "10:00", own, neighbours).made();

        PlanProposed plan = plan(solve(List.of(neighbours, own), List.of(ride)));

        // People's Square to itself: 0 m; home from Hongqiao: 13.55 km great circle × 1.3
        assertThat(plan.orders())
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("deadhead_m")
                .isEqualTo(new ProposedOrder(ride.requestId(), own.vehicleId(), own.driverId(), ride.period(), 0));
        assertThat(plan.orders().getFirst().deadhead_m()).isBetween(17_300L, 17_700L);
    }

    @Test
    void crossesDepartmentsWhenTheOwnVehicleIsBusy() {
        Vehicle own = vehicle()
                .free(period("06:00", "22:00"), period("09:30", "11:00"))
                .made();
        Vehicle neighbours = vehicle().of("310000-02", "310000").made();
        Ride ride = ride("09:00", "10:00", own, neighbours).made();

        assertThat(vehiclesOf(plan(solve(List.of(own, neighbours), List.of(ride)))))
                .containsExactly(neighbours.vehicleId());
    }

    @Test
    void crossesRegionsWhenNoVehicleOfTheRegionIsFree() {
        Vehicle own = vehicle().free(period("13:00", "22:00")).made();
        Vehicle suzhou = vehicle().of("320500-01", "320500").at(SUZHOU).made();
        Ride ride = ride("09:00", "10:00", own, suzhou).made();

        assertThat(vehiclesOf(plan(solve(List.of(own, suzhou), List.of(ride))))).containsExactly(suzhou.vehicleId());
    }

    @Test
    void prefersAnotherUnitOfTheRegionToAnotherRegion() {
        Vehicle neighbours = vehicle().of("310000-02", "310000").made();
        Vehicle otherRegion = vehicle().of("320500-01", "320500").made();
        Ride ride = ride("09:00", "10:00", neighbours, otherRegion).made();

        assertThat(vehiclesOf(plan(solve(List.of(otherRegion, neighbours), List.of(ride)))))
                .containsExactly(neighbours.vehicleId());
    }

    @Test
    void prefersNewEnergyAmongEquals() {
        Vehicle petrol = vehicle().burningFuel().made();
        Vehicle electric = vehicle().made();
        Ride ride = ride("09:00", "10:00", petrol, electric).made();

        assertThat(vehiclesOf(plan(solve(List.of(petrol, electric), List.of(ride)))))
                .containsExactly(electric.vehicleId());
    }

    @Test
    void chainsRidesOfOneVehicleWhenTheEmptyDriveLeavesTime() {
        Vehicle only = vehicle().made();
        Ride there =
                ride("09:00", "10:00", only).between(PEOPLES_SQUARE, HONGQIAO).made();
        Ride back =
                ride("10:00", "11:00", only).between(HONGQIAO, PEOPLES_SQUARE).made();

        PlanProposed plan = plan(solve(List.of(only), List.of(back, there)));

        assertThat(plan.orders())
                .extracting(ProposedOrder::requestId, ProposedOrder::deadhead_m)
                .containsExactly(tuple(there.requestId(), 0L), tuple(back.requestId(), 0L));
    }

    @Test
    void leavesTheLessUrgentRideOutWhenOneVehicleCannotServeBoth() {
        Vehicle only = vehicle().made();
        Ride ordinary = ride("09:00", "10:00", only).made();
        Ride emergency = ride("09:30", "10:30", only).urgent(9).made();

        PlanProposed plan = plan(solve(List.of(only), List.of(ordinary, emergency)));

        assertThat(plan.orders()).extracting(ProposedOrder::requestId).containsExactly(emergency.requestId());
        assertThat(plan.unserved()).singleElement().satisfies(unserved -> {
            assertThat(unserved.requestId()).isEqualTo(ordinary.requestId());
            assertThat(unserved.code()).isEqualTo("no-vehicle-free");
        });
        assertThat(plan.score()).startsWith("0hard/-1medium/");
    }

    @Test
    void improvesOnTakingTheCheapestVehicleFirst() {
        // the first ride greedily takes the vehicle that is the only one for the second
        Vehicle wanted = vehicle().made();
        Vehicle spare = vehicle().of("310000-02", "310000").made();
        Ride flexible = ride("09:00", "10:00", wanted, spare).made();
        Ride bound = ride("09:30", "10:30", wanted).made();

        PlanProposed plan = plan(solve(List.of(wanted, spare), List.of(flexible, bound)));

        assertThat(plan.unserved()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void proposesPlansThatCanBeDriven(long seed) {
        SolvePlan tight = MadeDay.of(60, 25, seed);

        PlanProposed plan = plan(tight);

        assertThat(PlanReferee.faults(tight, plan)).isEmpty();
        assertThat(plan.score()).startsWith("0hard/");
        assertThat(plan.orders()).isNotEmpty();
        assertThat(plan.unserved()).isNotEmpty();
        assertThat(plan.bound().cost_fen()).isPositive().isLessThanOrEqualTo(plan.cost_fen());
        assertThat(plan.bound().gap_percent()).isNotNegative();
        assertThat(plan.bound().vehicles())
                .isPositive()
                .isLessThanOrEqualTo(vehiclesOf(plan).size());
    }

    /** The bound is by another arithmetic than the score: where only one plan exists both must agree. */
    @Test
    void boundsTheOnlyPlanByItsCost() {
        Vehicle own = vehicle().made();
        Ride there =
                ride("09:00", "10:00", own).between(PEOPLES_SQUARE, HONGQIAO).made();
        Ride back = ride("11:00", "12:00", own).between(HONGQIAO, SUZHOU).made();

        PlanProposed plan = plan(solve(List.of(own), List.of(there, back)));

        assertThat(plan.bound().cost_fen()).isEqualTo(plan.cost_fen());
        assertThat(plan.bound().gap_percent()).isZero();
        assertThat(plan.bound().vehicles()).isOne();
    }

    @Test
    void isNoWorseThanGreedyInsertion() {
        SolvePlan day = MadeDay.of(60, 60, 7);
        SolveRun greedy = new SolveRun(day, SETTINGS);
        greedy.stop();

        PlanProposed seed = greedy.solve();
        PlanProposed searched = plan(day);

        assertThat(PlanReferee.faults(day, seed)).isEmpty();
        assertThat(searched.unserved()).hasSizeLessThanOrEqualTo(seed.unserved().size());
        assertThat(searched.cost_fen()).isLessThan(seed.cost_fen());
    }

    @Test
    void givesTheSamePlanForTheSameSeedWhenEndedBySteps() {
        SolvePlan day = MadeDay.of(40, 30, 11);

        PlanProposed first = plan(day);
        PlanProposed second = plan(day);

        // the proof ends by the clock
        assertThat(first)
                .usingRecursiveComparison()
                .ignoringFields("solved_ms", "bound")
                .isEqualTo(second);
    }

    @Test
    void answersAnEmptyPlanWithAnEmptyPlan() {
        PlanProposed plan = plan(solve(List.of(), List.of()));

        assertThat(plan.orders()).isEmpty();
        assertThat(plan.unserved()).isEmpty();
        assertThat(plan.cost_fen()).isZero();
    }

    @Test
    void countsTheLongWayOfAVehicleFromAnotherCityAsCost() {
        Vehicle here = vehicle().of("310000-02", "310000").made();
        Vehicle nanjing = vehicle().at(NANJING).made();
        Ride ride = ride("12:00", "13:00", here, nanjing).made();

        assertThat(vehiclesOf(plan(solve(List.of(nanjing, here), List.of(ride)))))
                .containsExactly(here.vehicleId());
        assertThat(ride.unitCode()).isEqualTo(UNIT);
    }

    private static PlanProposed plan(SolvePlan command) {
        return new SolveRun(command, SETTINGS).solve();
    }

    private static List<UUID> vehiclesOf(PlanProposed plan) {
        return plan.orders().stream().map(ProposedOrder::vehicleId).toList();
    }
}

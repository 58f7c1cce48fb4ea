package org.motorpool.planner.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.motorpool.planner.Plans.HONGQIAO;
import static org.motorpool.planner.Plans.NANJING;
import static org.motorpool.planner.Plans.PEOPLES_SQUARE;
import static org.motorpool.planner.Plans.SUZHOU;
import static org.motorpool.planner.Plans.period;
import static org.motorpool.planner.Plans.ride;
import static org.motorpool.planner.Plans.solve;
import static org.motorpool.planner.Plans.vehicle;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.planner.MadeDay;
import org.motorpool.planner.PlanReferee;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.PlannerCommand.Ride;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;
import org.motorpool.planner.contract.PlannerEvent.PlanProposed;
import org.motorpool.planner.contract.PlannerEvent.ProposedOrder;
import org.motorpool.planner.contract.PlannerEvent.Unserved;
import org.motorpool.planner.search.day.GreatCircle;

/** Commands from before there were days mean what they meant. */
class CommandOfBeforeTest {

    private static final PlannerConfig CONFIG = new SmallRyeConfigBuilder()
            .withMapping(PlannerConfig.class)
            .withDefaultValue("motorpool.planner.search.moves-per-ride", "500")
            .build()
            .getConfigMapping(PlannerConfig.class);

    @Test
    void sendsTheOwnVehicleWithItsDriver() {
        Vehicle own = vehicle().made();
        Vehicle neighbours = vehicle().of("310000-02", "310000").made();
        Ride ride = ride("09:00", "10:00", own, neighbours).made();

        PlanProposed plan = plan(solve(List.of(neighbours, own), List.of(ride)));

        assertThat(plan.orders())
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("deadhead_m")
                .isEqualTo(new ProposedOrder(ride.requestId(), own.vehicleId(), own.driverId(), ride.period(), 0));
    }

    @Test
    void crossesDepartmentsWhenTheOwnVehicleIsBusy() {
        Vehicle own = vehicle()
                .free(period("06:00", "22:00"), period("09:30", "11:00"))
                .made();
        Vehicle neighbours = vehicle().of("310000-02", "310000").made();
        Ride ride = ride("09:00", "10:00", own, neighbours).made();

        assertThat(vehicles(solve(List.of(own, neighbours), List.of(ride)))).containsExactly(neighbours);
    }

    @Test
    void crossesRegionsWhenNoVehicleOfTheRegionIsFree() {
        Vehicle own = vehicle().free(period("13:00", "22:00")).made();
        Vehicle suzhou = vehicle().of("320500-01", "320500").at(SUZHOU).made();
        Ride ride = ride("09:00", "10:00", own, suzhou).made();

        assertThat(vehicles(solve(List.of(own, suzhou), List.of(ride)))).containsExactly(suzhou);
    }

    @Test
    void prefersAnotherUnitToAnotherRegionAndNewEnergyAmongEquals() {
        Vehicle neighbours = vehicle().of("310000-02", "310000").made();
        Vehicle petrol = vehicle().of("310000-03", "310000").burningFuel().made();
        Vehicle otherRegion = vehicle().of("320500-01", "320500").made();
        Ride ride = ride("09:00", "10:00", neighbours, petrol, otherRegion).made();

        assertThat(vehicles(solve(List.of(otherRegion, petrol, neighbours), List.of(ride))))
                .containsExactly(neighbours);
    }

    @Test
    void countsTheLongWayOfAVehicleFromAnotherCityAsCost() {
        Vehicle here = vehicle().of("310000-02", "310000").made();
        Vehicle nanjing = vehicle().at(NANJING).made();
        Ride ride = ride("12:00", "13:00", here, nanjing).made();

        assertThat(vehicles(solve(List.of(nanjing, here), List.of(ride)))).containsExactly(here);
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
        assertThat(plan.unserved()).extracting(Unserved::requestId).containsExactly(ordinary.requestId());
        assertThat(plan.score()).startsWith("0hard/-1medium/");
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
        assertThat(plan.bound().vehicles()).isPositive();
    }

    private static PlanProposed plan(SolvePlan command) {
        return new PlanRun(command, CONFIG, GreatCircle::new).solve();
    }

    private static List<Vehicle> vehicles(SolvePlan command) {
        return plan(command).orders().stream()
                .map(order -> command.vehicles().stream()
                        .filter(each -> each.vehicleId().equals(order.vehicleId()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}

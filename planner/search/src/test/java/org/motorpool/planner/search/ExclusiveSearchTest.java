package org.motorpool.planner.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.search.ExclusiveProblem.Ride;
import org.motorpool.planner.search.ExclusiveProblem.Vehicle;
import org.motorpool.planner.search.MadeRides.Town;

class ExclusiveSearchTest {

    private static final int RIDES = 120;
    private static final int VEHICLE_COST = 120;
    private static final int STEPS = 3_000;

    private final Town town = Town.made(RIDES, 3);
    private final List<Ride> rides = MadeRides.exclusive(RIDES, 4);
    private final List<Vehicle> vehicles = MadeRides.vehicles(100);

    @Test
    void servesEveryRideOnceInTimeAndWithAGoodEnoughVehicle() {
        ExclusiveSolution found = solve(vehicles, STEPS);
        assertThat(found.unserved()).isZero();
        assertThat(check(found)).isEqualTo(found.cost());
    }

    @Test
    void toldOfACompletePlanFirstAndOfEveryBetterOne() {
        List<ExclusiveSolution> told = new ArrayList<>();
        ExclusiveSolution found = new ExclusiveSearch(problem(vehicles), 1).solve(Budget.ofSteps(STEPS), told::add);
        assertThat(told.getFirst().unserved()).isZero();
        assertThat(told.getFirst().steps()).isZero();
        assertThat(told.getLast()).isEqualTo(found);
        assertThat(told.stream().map(ExclusiveSolution::cost)).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(found.cost()).isLessThan(told.getFirst().cost() * 9 / 10);
    }

    @Test
    void findsTheSamePlanWithTheSameSeed() {
        assertThat(solve(vehicles, STEPS)).isEqualTo(solve(vehicles, STEPS));
    }

    @Test
    void needsNoFewerVehiclesThanTheBoundSays() {
        int bound = FleetBound.of(problem(vehicles));
        assertThat(bound).isPositive();
        assertThat(solve(vehicles, STEPS).shifts().size()).isGreaterThanOrEqualTo(bound);
    }

    @Test
    void leavesOutWhatNoVehicleIsGoodEnoughFor() {
        List<Vehicle> poor =
                vehicles.stream().map(each -> new Vehicle(each.place(), 0)).toList();
        long demanding = rides.stream().filter(ride -> ride.leastClass() == 1).count();
        assertThat(solve(poor, 200).unserved()).isEqualTo((int) demanding);
    }

    @Test
    void stopsWhenItIsTold() {
        assertThat(new ExclusiveSearch(problem(vehicles), 1)
                        .solve(Budget.ofSteps(Long.MAX_VALUE).or(() -> true), _ -> {})
                        .steps())
                .isZero();
    }

    @Test
    void refusesAWindowThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ride(600, 599, 30, 0))
                .withMessageContaining("from 600 to 599");
    }

    private ExclusiveProblem problem(List<Vehicle> vehicles) {
        return new ExclusiveProblem(vehicles, rides, 3, VEHICLE_COST, town);
    }

    private ExclusiveSolution solve(List<Vehicle> vehicles, int steps) {
        return new ExclusiveSearch(problem(vehicles), 1).solve(Budget.ofSteps(steps), _ -> {});
    }

    /** Cost by the rides alone. */
    private long check(ExclusiveSolution found) {
        Set<Integer> served = new HashSet<>();
        long cost = 0;
        for (ExclusiveSolution.Shift shift : found.shifts()) {
            Vehicle vehicle = vehicles.get(shift.vehicle());
            cost += VEHICLE_COST + town.out_min(vehicle.place(), shift.rides().getFirst());
            int free = 0;
            int before = -1;
            for (int number : shift.rides()) {
                Ride ride = rides.get(number);
                int leg = before < 0 ? 0 : town.between_min(before, number);
                int begin = Math.max(ride.earliest_min(), free + leg);
                assertThat(begin).isLessThanOrEqualTo(ride.latest_min());
                assertThat(vehicle.vehicleClass()).isGreaterThanOrEqualTo(ride.leastClass());
                assertThat(served.add(number)).isTrue();
                cost += leg;
                free = begin + ride.duration_min();
                before = number;
            }
            cost += town.back_min(before, vehicle.place());
        }
        assertThat(served).hasSize(RIDES);
        return cost;
    }
}

package org.motorpool.planner.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.search.ExclusiveProblem.Ride;
import org.motorpool.planner.search.MadeRides.Town;

class ExclusiveSearchTest {

    private static final int RIDES = 120;
    private static final int VEHICLE_COST = 120;
    private static final int STEPS = 3_000;

    private final Town town = Town.made(RIDES, 100, 3);
    private final List<Ride> rides = MadeRides.exclusive(RIDES, 4);

    @Test
    void servesEveryRideOnceInTimeAndWithAGoodEnoughVehicle() {
        ExclusiveSolution found = solve(town, STEPS);
        assertThat(found.unserved()).isZero();
        assertThat(check(found)).isEqualTo(found.cost());
    }

    @Test
    void toldOfACompletePlanFirstAndOfEveryBetterOne() {
        List<ExclusiveSolution> told = new ArrayList<>();
        ExclusiveSolution found = new ExclusiveSearch(problem(town), 1).solve(Budget.ofSteps(STEPS), told::add);
        assertThat(told.getFirst().unserved()).isZero();
        assertThat(told.getFirst().steps()).isZero();
        assertThat(told.getLast()).isEqualTo(found);
        assertThat(told.stream().map(ExclusiveSolution::cost)).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(found.cost()).isLessThan(told.getFirst().cost() * 9 / 10);
    }

    @Test
    void beginsNearTheBound() {
        long bound = CostBound.of(problem(town), Budget.ofSteps(400)).cost();
        assertThat(solve(town, 1).cost()).isBetween(bound, bound * 103 / 100);
    }

    @Test
    void findsTheSamePlanWithTheSameSeed() {
        assertThat(solve(town, STEPS)).isEqualTo(solve(town, STEPS));
    }

    @Test
    void needsNoFewerVehiclesThanTheBoundSays() {
        int bound = FleetBound.of(problem(town));
        assertThat(bound).isPositive();
        assertThat(solve(town, STEPS).shifts().size()).isGreaterThanOrEqualTo(bound);
    }

    @Test
    void leavesOutWhatNoVehicleIsGoodEnoughFor() {
        Town poor = new Town(town.from(), town.to(), town.leastClass(), new int[100]);
        int demanding = Arrays.stream(town.leastClass()).sum();
        assertThat(solve(poor, 200).unserved()).isEqualTo(demanding);
    }

    @Test
    void stopsWhenItIsTold() {
        assertThat(new ExclusiveSearch(problem(town), 1)
                        .solve(Budget.ofSteps(Long.MAX_VALUE).or(() -> true), _ -> {})
                        .steps())
                .isZero();
    }

    @Test
    void refusesAWindowThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ride(600, 599, 30, 1))
                .withMessageContaining("from 600 to 599");
    }

    private ExclusiveProblem problem(Town of) {
        return new ExclusiveProblem(rides, of.homes(), VEHICLE_COST, of);
    }

    private ExclusiveSolution solve(Town of, int steps) {
        return new ExclusiveSearch(problem(of), 1).solve(Budget.ofSteps(steps), _ -> {});
    }

    /** Cost by the rides alone. */
    private long check(ExclusiveSolution found) {
        Set<Integer> served = new HashSet<>();
        long cost = 0;
        for (ExclusiveSolution.Shift shift : found.shifts()) {
            int vehicle = shift.vehicle();
            int home = town.homes().get(vehicle);
            cost += VEHICLE_COST
                    + town.cost(vehicle, town.out(home, shift.rides().getFirst()));
            int free = 0;
            int before = -1;
            for (int number : shift.rides()) {
                Ride ride = rides.get(number);
                int way = before < 0 ? 0 : town.between(before, number);
                int begin = Math.max(ride.earliest(), free + way);
                assertThat(begin).isLessThanOrEqualTo(ride.latest());
                assertThat(town.suits(vehicle, number)).isTrue();
                assertThat(served.add(number)).isTrue();
                cost += town.cost(vehicle, way) + town.surcharge(vehicle, number);
                free = begin + ride.duration();
                before = number;
            }
            cost += town.cost(vehicle, town.back(before, home));
        }
        assertThat(served).hasSize(RIDES);
        return cost;
    }
}

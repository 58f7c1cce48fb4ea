package org.motorpool.planner.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.search.PooledProblem.Stop;

class PooledSearchTest {

    private static final int CAPACITY = 6;
    private static final int STEPS = 4_000;

    private final List<Stop> stops = MadeRides.pooled(40, 7);

    @Test
    void servesEveryRideOnceAndInTime() {
        PooledSolution found = solve(stops, 40, STEPS);
        assertThat(found.unserved()).isZero();
        assertThat(check(found)).isCloseTo(found.length(), within(1e-6));
    }

    @Test
    void needsFewerToursAndLessDistanceTheLongerItSearches() {
        PooledSolution first = solve(stops, 40, 0);
        PooledSolution found = solve(stops, 40, STEPS);
        assertThat(found.tours().size()).isLessThan(first.tours().size());
        assertThat(found.length()).isLessThan(first.length());
    }

    @Test
    void findsTheSamePlanWithTheSameSeed() {
        assertThat(solve(stops, 40, STEPS)).isEqualTo(solve(stops, 40, STEPS));
    }

    @Test
    void leavesOutARideThatNobodyCanServeInTime() {
        List<Stop> impossible = new ArrayList<>(stops);
        impossible.set(1, new Stop(0, 0, 1, 150, 150, 2));
        impossible.set(2, new Stop(100, 100, -1, 150, 160, 2)); // 141 minutes away
        PooledSolution found = solve(impossible, 40, 500);
        assertThat(found.unserved()).isOne();
        assertThat(found.tours().stream().flatMap(List::stream)).doesNotContain(1, 2);
    }

    @Test
    void leavesOutWhatTooFewVehiclesCannotServe() {
        PooledSolution found = solve(stops, 1, 500);
        assertThat(found.tours()).hasSize(1);
        assertThat(found.unserved()).isEqualTo(40 - found.tours().getFirst().size() / 2);
    }

    @Test
    void plansNothingWithoutRides() {
        assertThat(solve(List.of(stops.getFirst()), 1, 10).tours()).isEmpty();
    }

    @Test
    void refusesAPickUpWithoutADropOff() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PooledProblem(1, CAPACITY, stops.subList(0, 2)))
                .withMessageContaining("pairs of stops");
    }

    private static PooledSolution solve(List<Stop> stops, int vehicles, int steps) {
        PooledProblem problem = new PooledProblem(vehicles, CAPACITY, stops);
        return new PooledSearch(problem, 1).solve(steps == 0 ? _ -> 1 : Budget.ofSteps(steps));
    }

    /** Length by the stops alone. */
    private double check(PooledSolution found) {
        Set<Integer> visited = new HashSet<>();
        double length = 0;
        for (List<Integer> tour : found.tours()) {
            Stop here = stops.getFirst();
            double time = 0;
            int load = 0;
            for (int id : tour) {
                Stop next = stops.get(id);
                double leg = Math.hypot(here.x() - next.x(), here.y() - next.y());
                time = Math.max(next.earliest(), time + here.service() + leg);
                load += next.demand();
                length += leg;
                assertThat(time).isLessThanOrEqualTo(next.latest());
                assertThat(load).isBetween(0, CAPACITY);
                assertThat(visited.add(id)).isTrue();
                assertThat(id % 2 == 1 || visited.contains(id - 1)).isTrue();
                here = next;
            }
            length += Math.hypot(here.x() - 50, here.y() - 50);
        }
        assertThat(visited).hasSize(stops.size() - 1);
        return length;
    }
}

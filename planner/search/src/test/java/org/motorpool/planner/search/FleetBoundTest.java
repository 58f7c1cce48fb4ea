package org.motorpool.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.search.ExclusiveProblem.Ride;
import org.motorpool.planner.search.MadeRides.Town;

class FleetBoundTest {

    private static final double[] HERE = {0, 0};

    @Test
    void needsAVehicleForEachRideAtTheSameTime() {
        assertThat(bound(ride(600), ride(600), ride(600))).isEqualTo(3);
    }

    @Test
    void needsOneVehicleForRidesThatFollow() {
        assertThat(bound(ride(600), ride(630), ride(660))).isOne();
    }

    /** 600 → 645 and 610 → 655: a greedy first choice of 600 → 655 would leave 610 without a follower. */
    @Test
    void choosesFollowersSoThatMostRidesHaveOne() {
        assertThat(bound(ride(600), ride(610), ride(645), ride(655))).isEqualTo(2);
    }

    private static Ride ride(int at) {
        return new Ride(at, at, 30, 1);
    }

    private static int bound(Ride... rides) {
        double[][] here = new double[rides.length][];
        Arrays.fill(here, HERE);
        Town town = new Town(here, here, new int[rides.length], new int[1]);
        return FleetBound.of(new ExclusiveProblem(List.of(rides), town.homes(), 120, town));
    }
}

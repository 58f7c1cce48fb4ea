package org.motorpool.planner.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.search.ExclusiveProblem.Ride;
import org.motorpool.planner.search.FleetSizing.Day;
import org.motorpool.planner.search.FleetSizing.Fleet;
import org.motorpool.planner.search.FleetSizing.Owner;
import org.motorpool.planner.search.FleetSizing.Sizes;
import org.motorpool.planner.search.MadeRides.Town;

/** Rides from a home to itself, a minute a kilometre: nothing is driven but the rides. */
class FleetSizingTest {

    private static final double[] HOME = {20, 20};
    private static final Owner FIRST = new Owner(1, 310101, 3101);
    private static final Owner SECOND = new Owner(2, 310101, 3101);
    private static final Owner OTHER_REGION = new Owner(3, 320501, 3205);

    @Test
    void savesByPoolingWhatIsNeededAtDifferentTimes() {
        Day day = day(List.of(FIRST, SECOND, OTHER_REGION), ride(480), ride(540), ride(540));
        Sizes sizes = sizes(300, day);
        assertThat(sizes.units())
                .containsOnlyKeys(1, 2, 3)
                .containsValue(new Fleet(1, 1))
                .hasSize(3);
        assertThat(sizes.counties()).containsEntry(310101, new Fleet(1, 1)).containsEntry(320501, new Fleet(1, 1));
        assertThat(sizes.cities()).containsEntry(3101, new Fleet(1, 1)).containsEntry(3205, new Fleet(1, 1));
        assertThat(sizes.pooled()).isEqualTo(new Fleet(2, 2));
        assertThat(sizes.alone()).isEqualTo(3);
        assertThat(sizes.saving_percent()).isBetween(33.3, 33.4);
    }

    @Test
    void isLargeEnoughForTheBusiestDay() {
        Day quiet = day(List.of(FIRST), ride(480));
        Day busy = day(List.of(FIRST, FIRST, FIRST), ride(480), ride(480), ride(600));
        assertThat(sizes(300, quiet, busy, quiet).pooled()).isEqualTo(new Fleet(2, 2));
    }

    /** 2 × 30 km are too far for 50, 30 km are not. */
    @Test
    void givesAnElectricVehicleNoMoreThanItsRange() {
        Day day = day(List.of(FIRST, FIRST, SECOND), ride(480), ride(540), ride(490));
        Sizes sizes = sizes(50, day);
        assertThat(sizes.units()).containsEntry(1, new Fleet(1, 0)).containsEntry(2, new Fleet(1, 1));
        assertThat(sizes.pooled().vehicles()).isEqualTo(2);
        assertThat(sizes.pooled().electric()).isOne();
    }

    @Test
    void needsNothingWithoutRides() {
        assertThat(sizes(300).pooled()).isEqualTo(new Fleet(0, 0));
        assertThat(sizes(300).saving_percent()).isZero();
    }

    @Test
    void refusesRidesWithoutOwners() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> day(List.of(), ride(480)))
                .withMessageContaining("1 rides of 0 owners");
    }

    @Test
    void tellsTheNeedOfEachClassRegionAndHour() {
        ExclusiveProblem rides = problem(ride(480), ride(490), ride(500), ride(700));
        List<FleetNeed> needs = FleetNeed.of(rides, ride -> ride == 0 ? 2 : 1, ride -> ride == 2 ? 32 : 31, 60);
        assertThat(needs)
                .containsExactly(
                        new FleetNeed(1, 31, 8, 2),
                        new FleetNeed(2, 31, 8, 1),
                        new FleetNeed(1, 32, 8, 1),
                        new FleetNeed(1, 31, 11, 1),
                        new FleetNeed(1, 31, 12, 1));
    }

    private static Sizes sizes(double range_km, Day... days) {
        FleetSizing sizing = new FleetSizing(range_km);
        Arrays.stream(days).forEach(sizing::add);
        return sizing.sizes();
    }

    private static Ride ride(int at) {
        return new Ride(at, at, 30, 1_000);
    }

    private static Day day(List<Owner> owners, Ride... rides) {
        return new Day(problem(rides), owners, Collections.nCopies(rides.length, 30.0), way -> way);
    }

    private static ExclusiveProblem problem(Ride... rides) {
        double[][] home = new double[rides.length][];
        Arrays.fill(home, HOME);
        Town town = new Town(home, home, new int[rides.length], new int[1]);
        return new ExclusiveProblem(List.of(rides), town.homes(), 120, town);
    }
}

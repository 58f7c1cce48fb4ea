package org.motorpool.planner.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.motorpool.planner.travel.RiverTown.NORTH;
import static org.motorpool.planner.travel.RiverTown.SOUTH;
import static org.motorpool.planner.travel.RiverTown.SOUTH_EAST;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motorpool.planner.search.day.DayFacts.Place;
import org.motorpool.planner.search.day.GreatCircle;
import org.motorpool.planner.search.day.Travel;

class RoadTravelTest {

    private static final int FEW = 2;

    @TempDir
    private static Path folder;

    private static Roads town;

    @BeforeAll
    static void network() throws IOException {
        town = GraphHopperRoads.open(RiverTown.writeTo(folder), folder.resolve("roads"));
    }

    @Test
    void drivesRoundByTheBridge() {
        Travel travel = new RoadTravel(town, FEW, List.of(SOUTH, NORTH, SOUTH_EAST));

        assertThat(travel.distance_m(0, 1)).isCloseTo(34_860, Percentage.withPercentage(1));
        assertThat(travel.distance_m(0, 2)).isCloseTo(3_803, Percentage.withPercentage(1));
        assertThat(travel.duration_s(0, 1)).isGreaterThan(7 * travel.duration_s(0, 2));
        assertThat(travel.duration_s(0, 1) % 60).isZero();
        assertThat(travel.least_m(0, 1)).isCloseTo(1_112, within(5));
        assertThat(travel.least_s(travel.distance_m(0, 1))).isLessThan(travel.duration_s(0, 1));
    }

    @Test
    void readsTheBinaryFormToo() throws IOException {
        Roads binary = GraphHopperRoads.open(RiverTown.writeBinaryTo(folder), folder.resolve("roads-binary"));

        assertThat(binary.findWays(SOUTH, List.of(NORTH, SOUTH_EAST)))
                .isEqualTo(town.findWays(SOUTH, List.of(NORTH, SOUTH_EAST)))
                .isPresent();
    }

    @Test
    void opensWhatWasPreparedBefore() {
        Roads again = GraphHopperRoads.open(folder.resolve("is-not-read-again.osm"), folder.resolve("roads"));

        assertThat(again.findWays(SOUTH, List.of(NORTH))).isEqualTo(town.findWays(SOUTH, List.of(NORTH)));
    }

    /** Four pairs apart are sampled at twice their estimate: whatever is further than the nearest is taken for twice as far. */
    @Test
    void estimatesWhatIsFarAtTheScaleOfASample() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            places.add(new Place(31 + i * 0.1, 121, 0));
        }
        Counting twice = new Counting(2);
        Travel travel = new RoadTravel(twice, 1, places);
        Travel estimate = new GreatCircle(places);
        int sampled = twice.measured;

        assertThat(travel.distance_m(0, 7)).isEqualTo(2 * estimate.distance_m(0, 7));
        assertThat(travel.duration_s(7, 0)).isEqualTo(2 * estimate.duration_s(7, 0));
        travel.distance_m(0, 7);
        travel.distance_m(0, 3);
        assertThat(twice.measured - sampled).isEqualTo(2);
    }

    @Test
    void measuresAPlaceThatComesLater() {
        RoadTravel travel = new RoadTravel(town, 1, List.of(SOUTH, SOUTH_EAST));
        assertThat(travel.distance_m(0, 1)).isCloseTo(3_803, Percentage.withPercentage(1));

        travel.add(NORTH);

        assertThat(travel.distance_m(2, 0)).isCloseTo(34_860, Percentage.withPercentage(1));
        assertThat(travel.distance_m(0, 2)).isCloseTo(34_860, Percentage.withPercentage(1));
    }

    @Test
    void goesOnWithEstimatesWhenNothingCanBeMeasured() {
        Travel travel = new RoadTravel((_, _) -> Optional.empty(), FEW, List.of(SOUTH, NORTH));
        Travel estimate = new GreatCircle(List.of(SOUTH, NORTH));

        assertThat(travel.distance_m(0, 1)).isEqualTo(estimate.distance_m(0, 1));
        assertThat(travel.duration_s(0, 1)).isEqualTo(estimate.duration_s(0, 1));
    }

    @Test
    void leavesPlacesWithoutCoordinatesAlone() {
        Travel travel = new RoadTravel(town, FEW, List.of(SOUTH, new Place(Double.NaN, Double.NaN, 0), NORTH));

        assertThat(travel.distance_m(0, 2)).isCloseTo(34_860, Percentage.withPercentage(1));
        assertThat(travel.duration_s(0, 1)).isZero();
    }

    @Test
    void remembersWaysFromDayToDay() {
        Counting counting = new Counting(1);
        Roads remembered = new RememberedRoads(counting);

        Optional<Map<Integer, Roads.Way>> first = remembered.findWays(SOUTH, List.of(NORTH, SOUTH_EAST));
        Optional<Map<Integer, Roads.Way>> again = remembered.findWays(SOUTH, List.of(SOUTH_EAST, NORTH));

        assertThat(counting.measured).isEqualTo(2);
        assertThat(again.orElseThrow().get(0)).isEqualTo(first.orElseThrow().get(1));
        assertThat(again.orElseThrow().get(1)).isEqualTo(first.orElseThrow().get(0));
    }

    /** Roads that are so many times as long as the estimate. */
    private static final class Counting implements Roads {

        private final int times;
        private int measured;

        Counting(int times) {
            this.times = times;
        }

        @Override
        public Optional<Map<Integer, Way>> findWays(Place from, List<Place> to) {
            measured += to.size();
            Map<Integer, Way> ways = new HashMap<>();
            for (int i = 0; i < to.size(); i++) {
                Travel estimate = new GreatCircle(List.of(from, to.get(i)));
                ways.put(i, new Way(times * estimate.distance_m(0, 1), times * estimate.duration_s(0, 1)));
            }
            return Optional.of(ways);
        }
    }
}

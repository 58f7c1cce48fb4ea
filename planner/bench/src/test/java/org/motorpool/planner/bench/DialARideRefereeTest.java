package org.motorpool.planner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.planner.bench.DialARide.Node;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.PooledSearch;
import org.motorpool.planner.search.PooledSolution;

/** A road with a depot at 0: rides from 10 to 40, where one may be at 100 to 120, and from 20 to 30. */
class DialARideRefereeTest {

    private static final DialARide ROAD = road(200, 30, 3);

    @Test
    void measuresRoutesThatCanBeTimed() {
        assertThat(DialARideReferee.length(ROAD, List.of(List.of(1, 2, 4, 3)))).isEqualTo(80);
        assertThat(DialARideReferee.length(ROAD, List.of(List.of(1, 3), List.of(2, 4))))
                .isEqualTo(140);
    }

    @Test
    void refusesWhoIsOnBoardTooLong() {
        refuses(road(200, 29, 3), "ride or the route limit", List.of(1, 2, 4, 3));
    }

    @Test
    void refusesARouteThatIsTooLong() {
        refuses(road(79, 30, 3), "ride or the route limit", List.of(1, 2, 4, 3));
    }

    @Test
    void refusesTooManyOnBoard() {
        refuses(road(200, 30, 1), "load 2 at node 2", List.of(1, 2, 4, 3));
    }

    @Test
    void refusesWhatIsLeftOutTwiceOrInTheWrongOrder() {
        refuses(ROAD, "2 of 4 nodes", List.of(1, 3));
        refuses(ROAD, "node 1 is visited twice", List.of(1, 3, 1, 3));
        refuses(ROAD, "before its pick-up", List.of(3, 1, 2, 4));
        refuses(ROAD, "ends with [2] aboard", List.of(1, 3, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void acceptsWhatTheSearchFinds(long seed) {
        DialARide town = town(seed);
        PooledSolution found = new PooledSearch(town.problem(), 1).shorten(Budget.ofSteps(3_000));
        List<List<Integer>> routes = found.tours().stream()
                .map(tour -> tour.stream().map(town::id).toList())
                .toList();
        assertThat(found.unserved()).isZero();
        assertThat(DialARideReferee.length(town, routes)).isCloseTo(found.length(), offset());
    }

    private static Offset<Double> offset() {
        return Offset.offset(1e-6);
    }

    private static void refuses(DialARide instance, String reason, List<Integer> route) {
        assertThatIllegalStateException()
                .isThrownBy(() -> DialARideReferee.length(instance, List.of(route)))
                .withMessageContaining(reason);
    }

    private static DialARide road(double route, double ride, int capacity) {
        return new DialARide(
                "road",
                2,
                capacity,
                route,
                ride,
                List.of(
                        new Node(0, 0, 0, 0, 0, 0, 480),
                        new Node(1, 10, 0, 0, 1, 0, 480),
                        new Node(2, 20, 0, 0, 1, 0, 480),
                        new Node(3, 40, 0, 0, -1, 100, 120),
                        new Node(4, 30, 0, 0, -1, 0, 480)));
    }

    /** Twelve requests in a town of 20 by 20; half have a window where they start, half where they go. */
    private static DialARide town(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Node> pickups = new ArrayList<>();
        List<Node> dropoffs = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            int at = 60 + random.nextInt(300);
            boolean outbound = i % 2 == 0;
            pickups.add(node(i, random, 1, outbound ? 0 : at, outbound ? 480 : at + 15));
            dropoffs.add(node(i + 12, random, -1, outbound ? at : 0, outbound ? at + 15 : 480));
        }
        List<Node> nodes = new ArrayList<>(List.of(new Node(0, 0, 0, 0, 0, 0, 480)));
        nodes.addAll(pickups);
        nodes.addAll(dropoffs);
        return new DialARide("town", 4, 3, 480, 40, nodes);
    }

    private static Node node(int id, SplittableRandom random, int load, int earliest, int latest) {
        return new Node(id, random.nextInt(20) - 10, random.nextInt(20) - 10, 3, load, earliest, latest);
    }
}

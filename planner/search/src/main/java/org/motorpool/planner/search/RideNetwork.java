package org.motorpool.planner.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which ride may follow which, for a bound: windows are cut into nodes shorter than the ride itself, so that whatever follows a node has
 * a later end of its window, and nodes in the order of those ends are in topological order.
 */
final class RideNetwork {

    /** More would not fit the memory of a planner. */
    private static final int MOST_NODES = 20_000;

    private static final int MOST_ARCS = 30_000_000;

    final ExclusiveProblem problem;
    final int nodes;
    final int[] ride;
    final int[] from;
    final int[] to;

    /** Whether a vehicle may begin its day here: at the beginning of the window. */
    final boolean[] first;

    /** Arcs that may shift the begin of what follows, by node. */
    final Arcs tight;

    /** Arcs after which there is time left, however late the ride before began. */
    final Arcs loose;

    /** Arcs in the order of the nodes they leave: those of node {@code n} from {@code begin[n]} to {@code begin[n + 1]}. */
    static final class Arcs {
        final int[] begin;
        int[] node = new int[1024];
        int[] way = new int[1024];
        int size;

        Arcs(int nodes) {
            begin = new int[nodes + 1];
        }

        private void add(int next, int length) {
            if (size == node.length) {
                node = Arrays.copyOf(node, 2 * size);
                way = Arrays.copyOf(way, 2 * size);
            }
            node[size] = next;
            way[size++] = length;
        }
    }

    private RideNetwork(ExclusiveProblem problem, int[] ride, int[] from, int[] to) {
        this.problem = problem;
        this.nodes = ride.length;
        this.ride = ride;
        this.from = from;
        this.to = to;
        this.first = new boolean[nodes];
        this.tight = new Arcs(nodes);
        this.loose = new Arcs(nodes);
        for (int node = 0; node < nodes; node++) {
            first[node] = from[node] == problem.earliest[ride[node]];
        }
    }

    /** The network of all rides; nothing when a ride takes no time, or there are too many arcs. */
    static Optional<RideNetwork> find(ExclusiveProblem problem) {
        if (IntStream.of(problem.duration).anyMatch(duration -> duration < 1)) {
            return Optional.empty();
        }
        long pieces = IntStream.range(0, problem.rides)
                .mapToLong(ride -> pieces(problem, ride))
                .sum();
        return pieces > MOST_NODES
                ? Optional.empty()
                : Optional.of(cut(problem, (int) pieces)).filter(RideNetwork::link);
    }

    private static long pieces(ExclusiveProblem problem, int ride) {
        return 1 + (long) (problem.latest[ride] - problem.earliest[ride]) / problem.duration[ride];
    }

    private static RideNetwork cut(ExclusiveProblem problem, int pieces) {
        int[][] cut = new int[pieces][];
        int made = 0;
        for (int ride = 0; ride < problem.rides; ride++) {
            for (int from = problem.earliest[ride]; from <= problem.latest[ride]; from += problem.duration[ride]) {
                int to = Math.min(problem.latest[ride], from + problem.duration[ride] - 1);
                cut[made++] = new int[] {to, ride, from};
            }
        }
        Arrays.sort(cut, Arrays::compare);
        return new RideNetwork(
                problem,
                Arrays.stream(cut).mapToInt(node -> node[1]).toArray(),
                Arrays.stream(cut).mapToInt(node -> node[2]).toArray(),
                Arrays.stream(cut).mapToInt(node -> node[0]).toArray());
    }

    private boolean link() {
        for (int node = 0; node < nodes && tight.size + loose.size < MOST_ARCS; node++) {
            for (int next = node + 1; next < nodes; next++) {
                link(node, next);
            }
            tight.begin[node + 1] = tight.size;
            loose.begin[node + 1] = loose.size;
        }
        return tight.size + loose.size < MOST_ARCS;
    }

    /** A later node of the same window is of no use to who would wait for it. */
    private void link(int node, int next) {
        int end = from[node] + problem.duration[ride[node]];
        if (ride[node] == ride[next] || end > to[next]) {
            return;
        }
        int way = problem.between(ride[node], ride[next]);
        int time = problem.time(way);
        int latest = to[node] + problem.duration[ride[node]] + time;
        if (end + time > to[next] || !first[next] && latest < from[next]) {
            return;
        }
        (latest <= from[next] ? loose : tight).add(next, way);
    }
}

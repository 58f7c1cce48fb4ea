package org.motorpool.planner.search;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Fewest vehicles that could serve all rides, proven: rides in chains that one vehicle can drive, whatever its class and parking place,
 * are a path cover, and the greatest matching of each ride with its successor makes the fewest chains (Hopcroft and Karp 1973).
 */
public final class FleetBound {

    private static final int NONE = -1;

    private final int[][] followers;
    private final int[] follower;
    private final int[] leader;
    private final int[] layer;

    private FleetBound(int[][] followers) {
        this.followers = followers;
        this.follower = new int[followers.length];
        this.leader = new int[followers.length];
        this.layer = new int[followers.length];
        Arrays.fill(follower, NONE);
        Arrays.fill(leader, NONE);
    }

    /** At least so many vehicles are needed. */
    public static int of(ExclusiveProblem problem) {
        return of(problem, _ -> true);
    }

    /** At least so many vehicles are needed for these rides alone. */
    public static int of(ExclusiveProblem problem, IntPredicate among) {
        int[] rides = IntStream.range(0, problem.rides).filter(among).toArray();
        return rides.length - new FleetBound(followers(problem, rides)).match();
    }

    /** These rides in as few chains as possible, each for one vehicle. */
    static List<List<Integer>> chains(ExclusiveProblem problem, int[] rides) {
        FleetBound cover = new FleetBound(followers(problem, rides));
        cover.match();
        return IntStream.range(0, rides.length)
                .filter(ride -> cover.leader[ride] == NONE)
                .mapToObj(first -> cover.chain(first, rides))
                .toList();
    }

    private List<Integer> chain(int first, int[] rides) {
        return IntStream.iterate(first, ride -> ride != NONE, ride -> follower[ride])
                .mapToObj(ride -> rides[ride])
                .toList();
    }

    private static int[][] followers(ExclusiveProblem problem, int[] rides) {
        return Arrays.stream(rides)
                .mapToObj(ride -> IntStream.range(0, rides.length)
                        .filter(next -> canFollow(problem, ride, rides[next]))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** As early as it can end, the next can still be reached: what comes before only makes it later. */
    private static boolean canFollow(ExclusiveProblem problem, int ride, int next) {
        int end = problem.earliest[ride] + problem.duration[ride];
        return ride != next
                && end <= problem.latest[next]
                && end + problem.time(problem.between(ride, next)) <= problem.latest[next];
    }

    private int match() {
        int matched = 0;
        while (layers()) {
            for (int ride = 0; ride < followers.length; ride++) {
                matched += follower[ride] == NONE && augment(ride) ? 1 : 0;
            }
        }
        return matched;
    }

    /** Numbers the rides by alternating steps from those without a follower; whether a free one is in reach. */
    private boolean layers() {
        Deque<Integer> queue = new ArrayDeque<>();
        for (int ride = 0; ride < followers.length; ride++) {
            layer[ride] = follower[ride] == NONE ? 0 : NONE;
            if (follower[ride] == NONE) {
                queue.add(ride);
            }
        }
        boolean free = false;
        while (!queue.isEmpty()) {
            int ride = queue.remove();
            for (int next : followers[ride]) {
                int other = leader[next];
                if (other == NONE) {
                    free = true;
                } else if (layer[other] == NONE) {
                    layer[other] = layer[ride] + 1;
                    queue.add(other);
                }
            }
        }
        return free;
    }

    /** As deep as a chain is long at most: a day. */
    private boolean augment(int ride) {
        for (int next : followers[ride]) {
            int other = leader[next];
            if (other == NONE || layer[other] == layer[ride] + 1 && augment(other)) {
                follower[ride] = next;
                leader[next] = ride;
                return true;
            }
        }
        layer[ride] = NONE;
        return false;
    }
}

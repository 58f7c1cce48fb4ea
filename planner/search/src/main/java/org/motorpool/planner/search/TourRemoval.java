package org.motorpool.planner.search;

import java.util.SplittableRandom;

/**
 * Ruins a plan by taking strings of neighbouring stops out of tours near a random stop: the ruin of "Slack Induction by String
 * Removals" (Christiaens and Vanden Berghe, 2020), with both stops of a ride leaving together.
 */
final class TourRemoval {

    /** Stops that are taken out on average: another number each time, as no one number is good for all days. */
    private static final int LEAST_REMOVED = 5;

    private static final int MOST_REMOVED = 20;

    /** Steps of distance that are told apart. */
    private static final int FINENESS = 1_000;

    private static final double SPLIT_CHANCE = 0.5;
    private static final double LONGER_GAP_CHANCE = 0.01;

    private final PooledPlan plan;
    private final SplittableRandom random;
    private final int longest;

    /** Stops by distance from each stop. */
    private final int[][] near;

    private final boolean[] marked;
    private final int[] visited;
    private int visits;

    /** @param longest most stops of one string */
    TourRemoval(PooledPlan plan, SplittableRandom random, int longest) {
        this.plan = plan;
        this.random = random;
        this.longest = longest;
        PooledProblem problem = plan.problem;
        this.near = Nearest.lists(
                problem.stops,
                problem.stops,
                problem.stops,
                (from, to) -> to == 0
                        ? Nearest.NEVER
                        : (int) Math.min(Integer.MAX_VALUE - 1, problem.distance(from, to) * FINENESS));
        this.marked = new boolean[plan.problem.rides];
        this.visited = new int[plan.tour.length];
    }

    void ruin() {
        double average = plan.used() == 0 ? 1 : 2.0 * (plan.problem.rides - plan.absent.size()) / plan.used();
        double most = Math.min(longest, average);
        int strings =
                (int) (random.nextDouble() * (4.0 * random.nextInt(LEAST_REMOVED, MOST_REMOVED + 1) / (1 + most)) + 1);
        int seed = 1 + random.nextInt(plan.problem.stops - 1);
        visits++;
        for (int stop : near[seed]) {
            int tour = plan.tourOf[PooledProblem.ride(stop)];
            if (tour >= 0 && visited[tour] != visits) {
                visited[tour] = visits;
                takeString(tour, stop, most);
                if (--strings == 0) {
                    return;
                }
            }
        }
    }

    private void takeString(int index, int stop, double most) {
        Tour tour = plan.tour[index];
        int length = (int) (1 + random.nextDouble() * Math.min(most, tour.size));
        int at = 1;
        while (tour.stop[at] != stop) {
            at++;
        }
        boolean split = length > 1 && length < tour.size && random.nextDouble() < SPLIT_CHANCE;
        int gap = split ? gap(tour.size - length) : 0;
        int span = length + gap;
        int first = Math.max(1, at - span + 1);
        int start = first + random.nextInt(Math.min(at, tour.size - span + 1) - first + 1);
        int gapStart = gap == 0 ? start + span : start + 1 + random.nextInt(length);
        for (int i = start; i < start + span; i++) {
            if (i < gapStart || i >= gapStart + gap) {
                marked[PooledProblem.ride(tour.stop[i])] = true;
            }
        }
        plan.remove(index, marked);
        for (int i = 0; i < plan.absent.size(); i++) {
            marked[plan.absent.get(i)] = false;
        }
    }

    /** Stops within the string that stay. */
    private int gap(int most) {
        int gap = 1;
        while (gap < most && random.nextDouble() < LONGER_GAP_CHANCE) {
            gap++;
        }
        return gap;
    }
}

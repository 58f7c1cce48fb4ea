package org.motorpool.planner.search.day;

import java.util.SplittableRandom;

/** Ruins a plan by taking strings of rides out of routes near a random ride (Christiaens and Vanden Berghe, 2020). */
final class StringRemoval {

    private static final int LONGEST = 8;

    private final DayPlan plan;
    private final Vicinity vicinity;
    private final SplittableRandom random;
    private final double removed;
    private final int[] visited;
    private int visits;

    /** @param removed so many rides on average */
    StringRemoval(DayPlan plan, Vicinity vicinity, SplittableRandom random, double removed) {
        this.plan = plan;
        this.vicinity = vicinity;
        this.random = random;
        this.removed = removed;
        this.visited = new int[plan.route.length];
    }

    void ruin(int seed) {
        visits++;
        int served = plan.day.rides.size - plan.absent.size();
        double most = Math.clamp((double) served / Math.max(1, plan.used.size()), 1, LONGEST);
        int strings = (int) (random.nextDouble() * (4 * removed / (1 + most)) + 1);
        for (int ride : vicinity.around(seed)) {
            int vehicle = plan.vehicleOf[ride];
            if (vehicle >= 0 && visited[vehicle] != visits) {
                visited[vehicle] = visits;
                takeString(plan.route[vehicle], ride, most);
                if (--strings == 0) {
                    break;
                }
            }
        }
        plan.refresh();
    }

    /** So many visits in a row of which the ride is one; riders of the same request go together. */
    private void takeString(Route route, int ride, double most) {
        int at = route.indexOf(2 * ride);
        int length = (int) (1 + random.nextDouble() * Math.min(most, route.size));
        int from = Math.max(route.frozen, at - random.nextInt(length));
        int to = Math.min(route.size, from + length);
        int[] taken = java.util.Arrays.copyOfRange(route.visit, Math.min(from, to), to);
        for (int visit : taken) {
            if (!Route.isTakeOver(visit) && plan.isServed(visit >> 1)) {
                takeRequest(visit >> 1);
            }
        }
    }

    private void takeRequest(int ride) {
        int[] legs = plan.day.rides.legs[plan.day.rides.leader[ride]];
        for (int leg : legs) {
            if (plan.isServed(leg) && !plan.isFixed(leg)) {
                plan.remove(leg);
            }
        }
    }
}

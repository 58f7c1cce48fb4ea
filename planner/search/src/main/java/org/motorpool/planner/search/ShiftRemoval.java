package org.motorpool.planner.search;

import java.util.SplittableRandom;

/** Ruins a plan by taking strings of rides out of shifts near a random ride (Christiaens and Vanden Berghe, 2020). */
final class ShiftRemoval {

    private static final double REMOVED = 10;
    private static final int LONGEST = 10;

    private final ShiftPlan plan;
    private final int[][] around;
    private final SplittableRandom random;
    private final int[] visited;
    private int visits;

    ShiftRemoval(ShiftPlan plan, Neighbours neighbours, SplittableRandom random) {
        this.plan = plan;
        this.around = neighbours.around;
        this.random = random;
        this.visited = new int[plan.shift.length];
    }

    void ruin() {
        visits++;
        int served = plan.problem.rides - plan.absent.size();
        double most = Math.min(LONGEST, (double) served / Math.max(1, plan.used.size()));
        int strings = (int) (random.nextDouble() * (4 * REMOVED / (1 + most)) + 1);
        int seed = random.nextInt(plan.problem.rides);
        for (int ride : around[seed]) {
            int vehicle = plan.shiftOf[ride];
            if (vehicle >= 0 && visited[vehicle] != visits) {
                visited[vehicle] = visits;
                takeString(vehicle, plan.indexOf[ride], most);
                if (--strings == 0) {
                    return;
                }
            }
        }
    }

    private void takeString(int vehicle, int at, double most) {
        int size = plan.shift[vehicle].size;
        int length = (int) (1 + random.nextDouble() * Math.min(most, size));
        int first = Math.max(0, at - length + 1);
        int from = first + random.nextInt(Math.min(at, size - length) - first + 1);
        plan.remove(vehicle, from, from + length);
    }
}

package org.motorpool.planner.search;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Puts absent rides back, each beside a neighbour or into an empty shift where it adds least; now and then a place is overlooked. */
final class ShiftReturn {

    private static final double BLINK = 0.01;
    private static final int KINDS = 8;

    private final ShiftPlan plan;
    private final ExclusiveProblem problem;
    private final Neighbours neighbours;
    private final SplittableRandom random;

    private final Parked parked;

    private int least;
    private int vehicle;
    private int place;

    ShiftReturn(ShiftPlan plan, Neighbours neighbours, Parked parked, SplittableRandom random) {
        this.plan = plan;
        this.problem = plan.problem;
        this.neighbours = neighbours;
        this.random = random;
        this.parked = parked;
    }

    /** The absent rides in a random kind of order. */
    void recreate() {
        int kind = random.nextInt(KINDS);
        long[] order = Arrays.stream(plan.absent.toArray())
                .mapToLong(ride -> (long) key(ride, kind) << 32 | ride)
                .sorted()
                .toArray();
        for (long ride : order) {
            insert((int) ride);
        }
    }

    private int key(int ride, int kind) {
        return switch (kind) {
            case 0, 1 -> random.nextInt(Integer.MAX_VALUE);
            case 2, 3 -> problem.earliest[ride];
            case 4 -> -problem.earliest[ride];
            case 5 -> parked.suitable(ride);
            case 6 -> -problem.duration[ride];
            default -> -parked.leastAlone(ride);
        };
    }

    private void insert(int ride) {
        least = Integer.MAX_VALUE;
        for (int before : neighbours.before[ride]) {
            int into = plan.shiftOf[before];
            if (into >= 0) {
                tryPlace(ride, into, plan.indexOf[before] + 1);
            }
        }
        for (int after : neighbours.after[ride]) {
            int into = plan.shiftOf[after];
            if (into >= 0 && plan.indexOf[after] == 0) {
                tryPlace(ride, into, 0);
            }
        }
        int free = parked.findFree(ride, least);
        if (free >= 0) {
            keep(0, free, 0);
        }
        if (least < Integer.MAX_VALUE) {
            plan.insert(vehicle, ride, place);
        }
    }

    private void tryPlace(int ride, int into, int at) {
        if (!problem.suits(into, ride)) {
            return;
        }
        int added = Detour.added(problem, plan.shift[into], ride, at);
        if (added < least && random.nextDouble() >= BLINK) {
            keep(added, into, at);
        }
    }

    private void keep(int cost, int into, int at) {
        least = cost;
        vehicle = into;
        place = at;
    }
}

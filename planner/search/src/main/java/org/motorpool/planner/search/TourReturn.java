package org.motorpool.planner.search;

import java.util.SplittableRandom;

/**
 * Puts absent rides back, each at its cheapest place, in a random kind of order; now and then a tour is overlooked (blink). What a
 * ride adds to a tour is remembered as long as the tour is the same.
 */
final class TourReturn {

    private static final double BLINK = 0.01;
    private static final int KINDS = 11;

    private final PooledPlan plan;
    private final SplittableRandom random;
    private final Insertion found;
    private final Insertion best;
    private final long[] version;
    private final double[] added;
    private final int[] places;
    private final int[] order;
    private final double[] key;
    private boolean opens;

    TourReturn(PooledPlan plan, SplittableRandom random) {
        this.plan = plan;
        this.random = random;
        this.found = new Insertion(plan.problem);
        this.best = new Insertion(plan.problem);
        int pairs = plan.problem.rides * plan.tour.length;
        this.version = new long[pairs];
        this.added = new double[pairs];
        this.places = new int[pairs];
        this.order = new int[plan.problem.rides];
        this.key = new double[plan.problem.rides];
    }

    /** From now on a tour of its own is a place for a ride like any other, and not only the last resort. */
    void openTours() {
        opens = true;
    }

    /** @param most tours that may be used; rides that fit into none stay absent */
    void recreate(int most) {
        int count = arrange();
        for (int i = 0; i < count; i++) {
            insert(order[i], most);
        }
    }

    private void insert(int ride, int most) {
        int tour = cheapest(ride);
        if ((tour < 0 || opens) && plan.used() < most) {
            tour = open(ride, tour);
        }
        if (tour >= 0 && best.added < Double.POSITIVE_INFINITY) {
            plan.insert(tour, ride, best);
        }
    }

    /** An empty tour where that costs less, else the tour that was found. */
    private int open(int ride, int tour) {
        int empty = plan.findEmpty();
        if (empty < 0) {
            return tour;
        }
        found.find(plan.tour[empty], ride);
        if (found.added >= best.added) {
            return tour;
        }
        best.copy(found);
        return empty;
    }

    private int cheapest(int ride) {
        int cheapest = -1;
        best.added = Double.POSITIVE_INFINITY;
        for (int tour = 0; tour < plan.tour.length; tour++) {
            if (!plan.tour[tour].isEmpty() && random.nextDouble() >= BLINK) {
                int pair = ride * plan.tour.length + tour;
                if (version[pair] != plan.tour[tour].version) {
                    look(pair, tour, ride);
                }
                if (added[pair] < best.added) {
                    best.added = added[pair];
                    cheapest = tour;
                }
            }
        }
        if (cheapest >= 0) {
            int place = places[ride * plan.tour.length + cheapest];
            best.afterPickup = place >>> 16;
            best.afterDropoff = place & 0xffff;
        }
        return cheapest;
    }

    private void look(int pair, int tour, int ride) {
        found.find(plan.tour[tour], ride);
        version[pair] = plan.tour[tour].version;
        added[pair] = found.added;
        places[pair] = found.afterPickup << 16 | found.afterDropoff;
    }

    /** Random, most demand, farthest, nearest, narrowest or earliest window first. */
    private int arrange() {
        int count = plan.absent.size();
        int kind = random.nextInt(KINDS);
        for (int i = 0; i < count; i++) {
            order[i] = plan.absent.get(i);
            key[order[i]] = key(order[i], kind);
        }
        sort(count);
        return count;
    }

    /** By insertion: they are few, and nothing is allocated. */
    private void sort(int count) {
        for (int i = 1; i < count; i++) {
            int ride = order[i];
            int at = i;
            while (at > 0 && key[order[at - 1]] > key[ride]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = ride;
        }
    }

    private double key(int ride, int kind) {
        PooledProblem problem = plan.problem;
        int pickup = PooledProblem.pickup(ride);
        int dropoff = PooledProblem.dropoff(ride);
        double far = problem.distance(0, pickup) + problem.distance(0, dropoff);
        return switch (kind) {
            case 0, 1, 2, 3 -> random.nextDouble();
            case 4, 5 -> -problem.demand[pickup];
            case 6, 7 -> -far;
            case 8 -> far;
            case 9 -> problem.latest[dropoff] - problem.earliest[pickup];
            default -> problem.latest[pickup];
        };
    }
}

package org.motorpool.planner.search;

/** Finds the cheapest place for a ride in a tour. Reused, so that the search allocates nothing. */
final class Insertion {

    private final PooledProblem problem;
    private final RideTimes times;

    /** What the ride adds to the length; infinite when it fits nowhere. */
    double added;

    int afterPickup;
    int afterDropoff;

    Insertion(PooledProblem problem) {
        this.problem = problem;
        this.times = new RideTimes(problem);
    }

    void copy(Insertion other) {
        added = other.added;
        afterPickup = other.afterPickup;
        afterDropoff = other.afterDropoff;
    }

    void find(Tour tour, int ride) {
        added = Double.POSITIVE_INFINITY;
        int pickup = PooledProblem.pickup(ride);
        for (int i = 0; i <= tour.size; i++) {
            int before = tour.stop[i];
            double leg = problem.distance(before, pickup);
            double at = Math.max(problem.earliest[pickup], tour.begin[i] + problem.service[before] + leg);
            if (at > problem.latest[pickup]) {
                return;
            }
            if (tour.load[i] + problem.demand[pickup] <= problem.capacity) {
                direct(tour, i, ride, at, leg);
                later(tour, i, ride, at, leg);
            }
        }
    }

    /** The drop-off follows the pick-up at once. */
    private void direct(Tour tour, int i, int ride, double at, double leg) {
        int pickup = PooledProblem.pickup(ride);
        int dropoff = PooledProblem.dropoff(ride);
        int next = tour.stop[i + 1];
        double ridden = problem.distance(pickup, dropoff);
        double onward = problem.distance(dropoff, next);
        double more = leg + ridden + onward - problem.distance(tour.stop[i], next);
        if (more >= added) {
            return;
        }
        double there = Math.max(problem.earliest[dropoff], at + problem.service[pickup] + ridden);
        if (there <= problem.latest[dropoff]
                && there + problem.service[dropoff] + onward <= tour.last[i + 1]
                && bears(tour, i, more + problem.service[pickup] + problem.service[dropoff])
                && times.isPossible(tour, ride, i, i)) {
            keep(more, i, i);
        }
    }

    /** Other stops come between. */
    private void later(Tour tour, int i, int ride, double at, double leg) {
        int pickup = PooledProblem.pickup(ride);
        int dropoff = PooledProblem.dropoff(ride);
        int following = tour.stop[i + 1];
        double onward = problem.distance(pickup, following);
        double detour = leg + onward - problem.distance(tour.stop[i], following);
        double time = at + problem.service[pickup] + onward;
        if (!bears(tour, i, detour + problem.service[pickup])) {
            return;
        }
        double ridden = problem.service[pickup] + onward;
        double most = problem.most(pickup);
        for (int j = i + 1; j <= tour.size && detour < added; j++) {
            int here = tour.stop[j];
            time = Math.max(problem.earliest[here], time);
            if (time > tour.last[j] || tour.load[j] + problem.demand[pickup] > problem.capacity) {
                return;
            }
            double out = problem.distance(here, dropoff);
            double leaving = time + problem.service[here];
            double there = Math.max(problem.earliest[dropoff], leaving + out);
            if (there > problem.latest[dropoff] || ridden + problem.service[here] + out > most) {
                return;
            }
            int next = tour.stop[j + 1];
            double back = problem.distance(dropoff, next);
            double skipped = problem.distance(here, next);
            double more = detour + out + back - skipped;
            if (more < added
                    && there + problem.service[dropoff] + back <= tour.last[j + 1]
                    && bears(tour, j, out + back - skipped + problem.service[dropoff])
                    && times.isPossible(tour, ride, i, j)) {
                keep(more, i, j);
            }
            time = leaving + skipped;
            ridden += problem.service[here] + skipped;
        }
    }

    /** Whether the way on from a stop may be longer by so much, without any waiting, for those on board. */
    private static boolean bears(Tour tour, int at, double longer) {
        return tour.limits == null || longer <= tour.limits.longer[at];
    }

    private void keep(double more, int i, int j) {
        added = more;
        afterPickup = i;
        afterDropoff = j;
    }
}

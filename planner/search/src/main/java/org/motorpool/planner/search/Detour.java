package org.motorpool.planner.search;

/** What a ride adds to a shift. */
final class Detour {

    /** The ride would be late, or make one that follows late. */
    static final int LATE = Integer.MAX_VALUE;

    private Detour() {}

    /** What the ride costs before ride number {@code at} of a shift that is not empty, or {@link #LATE}. */
    static int added(ExclusiveProblem problem, Shift shift, int ride, int at) {
        int vehicle = shift.vehicle;
        boolean first = at == 0;
        boolean last = at == shift.size;
        int in = first ? problem.out(vehicle, ride) : problem.between(shift.ride[at - 1], ride);
        int begin =
                first ? problem.earliest[ride] : Math.max(problem.earliest[ride], shift.end(at - 1) + problem.time(in));
        if (begin > problem.latest[ride]) {
            return LATE;
        }
        int on = last ? problem.back(ride, vehicle) : problem.between(ride, shift.ride[at]);
        if (!last && begin + problem.duration[ride] + problem.time(on) > shift.last[at]) {
            return LATE;
        }
        return problem.cost(vehicle, in)
                + problem.cost(vehicle, on)
                + problem.surcharge(vehicle, ride)
                - problem.cost(vehicle, skipped(problem, shift, at));
    }

    private static int skipped(ExclusiveProblem problem, Shift shift, int at) {
        if (at == 0) {
            return problem.out(shift.vehicle, shift.ride[0]);
        }
        return at == shift.size
                ? problem.back(shift.ride[at - 1], shift.vehicle)
                : problem.between(shift.ride[at - 1], shift.ride[at]);
    }
}

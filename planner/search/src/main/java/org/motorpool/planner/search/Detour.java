package org.motorpool.planner.search;

/** What a ride adds to a shift. */
final class Detour {

    /** The ride would be late, or make one that follows late. */
    static final int LATE = Integer.MAX_VALUE;

    private Detour() {}

    /** Minutes of dead-head that the ride adds before ride number {@code at} of the shift, or {@link #LATE}. */
    static int added(ExclusiveProblem problem, Shift shift, int ride, int at) {
        int home = problem.place[shift.vehicle];
        boolean first = at == 0;
        boolean last = at == shift.size;
        int in = first ? problem.out(home, ride) : problem.between(shift.ride[at - 1], ride);
        int begin = first ? problem.earliest[ride] : Math.max(problem.earliest[ride], shift.end(at - 1) + in);
        if (begin > problem.latest[ride]) {
            return LATE;
        }
        int on = last ? problem.back(ride, home) : problem.between(ride, shift.ride[at]);
        if (!last && begin + problem.duration[ride] + on > shift.last[at]) {
            return LATE;
        }
        return in + on - skipped(problem, shift, at);
    }

    private static int skipped(ExclusiveProblem problem, Shift shift, int at) {
        int home = problem.place[shift.vehicle];
        if (at == 0) {
            return problem.out(home, shift.ride[0]);
        }
        return at == shift.size
                ? problem.back(shift.ride[at - 1], home)
                : problem.between(shift.ride[at - 1], shift.ride[at]);
    }
}

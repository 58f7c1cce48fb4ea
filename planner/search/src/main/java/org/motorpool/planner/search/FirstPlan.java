package org.motorpool.planner.search;

/** A complete plan in a moment: each ride, the most demanding first, goes where it adds least; asks for few distances. */
final class FirstPlan {

    private final ShiftPlan plan;
    private final ExclusiveProblem problem;
    private final Parked parked;
    private int least;
    private int vehicle;
    private int place;

    FirstPlan(ShiftPlan plan, Parked parked) {
        this.plan = plan;
        this.problem = plan.problem;
        this.parked = parked;
    }

    void fill() {
        for (int ride : parked.mostDemandingFirst()) {
            if (plan.absent.contains(ride)) {
                insert(ride);
            }
        }
    }

    private void insert(int ride) {
        least = Integer.MAX_VALUE;
        for (int i = 0; i < plan.used.size(); i++) {
            int into = plan.used.get(i);
            if (problem.suits(into, ride)) {
                tryShift(ride, plan.shift[into]);
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

    /** Between the rides that begin before it and those that begin later. */
    private void tryShift(int ride, Shift shift) {
        int at = shift.size;
        while (at > 0 && shift.begin[at - 1] >= problem.earliest[ride]) {
            at--;
        }
        boolean roomBefore = at == 0 || shift.end(at - 1) <= problem.latest[ride];
        boolean roomAfter = at == shift.size || problem.earliest[ride] + problem.duration[ride] <= shift.last[at];
        if (roomBefore && roomAfter) {
            int added = Detour.added(problem, shift, ride, at);
            if (added < least) {
                keep(added, shift.vehicle, at);
            }
        }
    }

    private void keep(int cost, int into, int at) {
        least = cost;
        vehicle = into;
        place = at;
    }
}

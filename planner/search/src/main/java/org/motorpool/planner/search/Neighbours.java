package org.motorpool.planner.search;

/** For each ride those that may well stand beside it in a shift. */
final class Neighbours {

    /** Further away a ride is hardly ever put. */
    private static final int BESIDE = 120;

    private static final int AROUND = 500;

    /** Rides that may come before it, and after it: the least dead-head and waiting first. */
    final int[][] before;

    final int[][] after;

    /** Rides near in place and time, itself first. */
    final int[][] around;

    Neighbours(ExclusiveProblem problem) {
        int rides = problem.rides;
        before = Nearest.lists(rides, rides, BESIDE, (ride, other) -> link(problem, other, ride));
        after = Nearest.lists(rides, rides, BESIDE, (ride, other) -> link(problem, ride, other));
        around = Nearest.lists(rides, rides, AROUND, (ride, other) -> apart(problem, ride, other));
    }

    /** Dead-head and half of the waiting between two rides; never when the second cannot follow. */
    private static int link(ExclusiveProblem problem, int first, int second) {
        int end = problem.earliest[first] + problem.duration[first];
        if (first == second || end > problem.latest[second]) {
            return Nearest.NEVER;
        }
        int leg = problem.time(problem.between(first, second));
        return end + leg > problem.latest[second]
                ? Nearest.NEVER
                : leg + Math.max(0, problem.earliest[second] - end - leg) / 2;
    }

    private static int apart(ExclusiveProblem problem, int ride, int other) {
        int leg = problem.time(Math.min(problem.between(ride, other), problem.between(other, ride)));
        int gap = Math.min(
                Math.abs(problem.earliest[other] - problem.earliest[ride] - problem.duration[ride]),
                Math.abs(problem.earliest[ride] - problem.earliest[other] - problem.duration[other]));
        return ride == other ? 0 : 1 + leg + gap / 2;
    }
}

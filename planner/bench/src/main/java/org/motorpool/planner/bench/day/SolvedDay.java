package org.motorpool.planner.bench.day;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.day.DayCheck;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DaySearch;
import org.motorpool.planner.search.day.DaySolution;
import org.motorpool.planner.search.day.DispatchDay;
import org.motorpool.planner.search.day.GreatCircle;
import org.motorpool.planner.search.day.RunningDay;

/**
 * A day that was planned, and how it went; the referee has seen it.
 *
 * @param first_ns processor time until the first complete plan, the reading of the facts included
 * @param step_ns of one ruin and recreation
 */
record SolvedDay(DayFacts facts, DaySearch search, DaySolution solution, long first_ns, long step_ns) {

    static SolvedDay solve(DayFacts facts, long seed, long time_ns, LongSupplier clock_ns) {
        long start_ns = clock_ns.getAsLong();
        DaySearch search = new DaySearch(day(facts), seed);
        AtomicLong first_ns = new AtomicLong();
        Budget budget = Budget.ofTime(time_ns, clock_ns);
        DaySolution solution = search.solve(budget, _ -> first_ns.compareAndSet(0, clock_ns.getAsLong() - start_ns));
        long left_ns = clock_ns.getAsLong() - start_ns - first_ns.get();
        DispatchDayReferee.cost(facts, new GreatCircle(facts.places()), solution);
        return new SolvedDay(facts, search, solution, first_ns.get(), left_ns / Math.max(1, solution.steps()));
    }

    private static DispatchDay day(DayFacts facts) {
        return switch (DayCheck.check(facts, new GreatCircle(facts.places()))) {
            case DayCheck.Checked.Accepted(DispatchDay day, var _) -> day;
            case DayCheck.Checked.Refused(DayCheck.Fault fault) -> throw new IllegalArgumentException(fault.toString());
        };
    }

    /** The plan, to be driven; the search is over. */
    RunningDay run(long seed) {
        return RunningDay.of(search, seed);
    }
}

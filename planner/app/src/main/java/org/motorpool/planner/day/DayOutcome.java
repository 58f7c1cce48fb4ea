package org.motorpool.planner.day;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.List;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.PlannerEvent.Unserved;
import org.motorpool.planner.search.day.DayBound;
import org.motorpool.planner.search.day.DaySolution;
import org.motorpool.planner.search.day.Travel;

/** What became of one day of a plan. */
record DayOutcome(
        DayApi.Facts facts,
        DayWords words,
        Travel travel,
        DaySolution solution,
        DayBound bound,
        HardMediumSoftScore score,
        List<Unserved> unserved) {
    DayOutcome {
        unserved = List.copyOf(unserved);
    }
}

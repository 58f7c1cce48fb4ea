package org.motorpool.planner.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.CostBound;
import org.motorpool.planner.search.ExclusiveProblem;

/** What no plan can be cheaper than, beside what a search found. */
final class BoundRow {

    /** Processor time. */
    private static final Duration TIME = Duration.ofSeconds(60);

    private final ExclusiveProblem problem;

    BoundRow(ExclusiveProblem problem) {
        this.problem = problem;
    }

    /** {@code gap} is in percent, of the row's {@code cost} over the bound; only where every trip is served. */
    void tell(ObjectNode row) {
        long start_ns = Processor.now_ns();
        CostBound bound = CostBound.of(problem, Budget.ofTime(TIME.toNanos(), Processor::now_ns));
        row.put("bound", bound.cost())
                .put("relaxation", bound.relaxation().code())
                .put("bound_s", Processor.since_s(start_ns));
        if (row.path("unserved").asInt(-1) == 0) {
            row.put("gap", Rounding.two(bound.gap_percent(row.path("cost").asLong())));
        }
    }
}

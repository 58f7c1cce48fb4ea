package org.motorpool.planner.search;

import java.util.stream.LongStream;

/**
 * A proof that no plan of exclusive rides costs less.
 *
 * @param cost in the unit of the problem; whatever a plan leaves out counts with what the problem says it costs
 * @param relaxation which rules the proof leaves aside
 */
public record CostBound(long cost, Relaxation relaxation) {

    /** A ride left out counts with so much at most, so that no sum overflows: a bound is only lower for it. */
    private static final long MOST = 1_000_000_000;

    /** Which plans are allowed beyond the real ones: the cheapest of them all costs the bound. */
    public enum Relaxation {

        /** A vehicle may become one of another group under way; a ride is reached as if the one before began as early as possible. */
        NETWORK_FLOW("network-flow"),

        /** A chain of rides may be driven in part: a ride by halves in two chains. All windows, homes and categories hold. */
        COLUMN_GENERATION("column-generation");

        private final String code;

        Relaxation(String code) {
            this.code = code;
        }

        /** Stable, for machines. */
        public String code() {
            return code;
        }
    }

    /**
     * The best bound that the budget allows, in rounds of column generation; with little of it the network flow, or what is
     * known of that.
     */
    public static CostBound of(ExclusiveProblem problem, Budget budget) {
        VehicleGroups groups = new VehicleGroups(problem);
        long[] penalty = penalty(problem);
        FlowBound flow = new FlowBound(new FlowArcs(problem, groups, penalty), groups).raise(budget);
        CostBound relaxed = new CostBound(flow.bound(), Relaxation.NETWORK_FLOW);
        if (budget.spent(0) >= 1) {
            return relaxed;
        }
        return ChainBound.find(problem, groups, penalty)
                .map(chains -> chains.raise(flow.values(), budget))
                .filter(bound -> bound > relaxed.cost())
                .map(bound -> new CostBound(bound, Relaxation.COLUMN_GENERATION))
                .orElse(relaxed);
    }

    static long[] penalty(ExclusiveProblem problem) {
        return LongStream.of(problem.unserved).map(each -> Math.min(each, MOST)).toArray();
    }

    /** How much dearer a plan is than the bound, in percent of the bound; 0 when both are nothing. */
    public double gap_percent(long planCost) {
        return cost <= 0 ? 0 : 100.0 * (planCost - cost) / cost;
    }
}

package org.motorpool.planner.search.day;

import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.CostBound;
import org.motorpool.planner.search.ExclusiveProblem;
import org.motorpool.planner.search.FleetBound;

/**
 * What no plan of a day that serves the same rides can be better than, proven of what every plan must pay ({@link ExclusiveDay}).
 *
 * @param cost none costs less, fen
 * @param vehicles none needs fewer
 */
public record DayBound(CostBound cost, int vehicles) {

    /**
     * The bound of a plan that was searched.
     *
     * @param budget in rounds of column generation
     */
    public static DayBound of(DaySearch ended, Budget budget) {
        ExclusiveDay day = new ExclusiveDay(ended.plan());
        ExclusiveProblem problem = day.problem();
        int vehicles = FleetBound.of(problem);
        CostBound chains = CostBound.of(problem, budget);
        return new DayBound(new CostBound(chains.cost() + day.drivers_fen(vehicles), chains.relaxation()), vehicles);
    }
}

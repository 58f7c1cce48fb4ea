package org.motorpool.planner.search.day;

import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.CostBound;
import org.motorpool.planner.search.ExclusiveProblem;
import org.motorpool.planner.search.FleetBound;

/**
 * What no plan of a day that serves the same rides can be better than, proven of what every plan must pay ({@link ExclusiveDay}).
 *
 * @param cost none costs less, fen, whichever of them it has cars rented for
 * @param vehicles none needs fewer that drives those that this one drives
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
        CostBound chains = CostBound.of(problem, budget);
        int driven = FleetBound.of(problem, day::isDriven);
        long drivers_fen = day.drivers_fen(FleetBound.of(problem, day::isNeverRented));
        return new DayBound(new CostBound(chains.cost() + drivers_fen, chains.relaxation()), driven);
    }
}

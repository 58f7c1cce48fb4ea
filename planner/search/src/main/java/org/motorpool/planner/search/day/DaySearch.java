package org.motorpool.planner.search.day;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.motorpool.planner.search.Annealing;
import org.motorpool.planner.search.Budget;

/** A plan of the whole day at the least cost: a complete first plan, then ruin and recreate under falling temperature. */
public final class DaySearch {

    private static final double REMOVED = 10;

    /** In what a ride costs on average. */
    private static final double FIRST_TEMPERATURE = 0.2;

    private static final double LAST_TEMPERATURE = 0.002;

    private final DayPlan plan;
    private final SplittableRandom random;
    private final Vicinity vicinity;
    private final Recreation recreation;
    private long steps;

    public DaySearch(DispatchDay day, long seed) {
        this(new DayPlan(day), seed);
    }

    DaySearch(DayPlan plan, long seed) {
        this.plan = plan;
        this.random = new SplittableRandom(seed);
        this.vicinity = new Vicinity(plan.day);
        this.recreation = new Recreation(plan, vicinity, new Crews(plan), random);
    }

    /**
     * The best plan found; to be called once.
     *
     * @param improved gets the cost of the first plan, in fen, and of each that is better than those before
     */
    public DaySolution solve(Budget budget, LongConsumer improved) {
        first();
        improved.accept(plan.cost_fen());
        if (plan.day.rides() > 0 && budget.spent(0) < 1) {
            improve(budget, improved);
        }
        return DaySolution.of(plan, steps);
    }

    DayPlan plan() {
        return plan;
    }

    /** Pinned rides first, then what was announced, then by priority and time. */
    private void first() {
        RideTable rides = plan.day.rides;
        int[] order = IntStream.range(0, rides.size)
                .filter(ride -> rides.leader[ride] == ride)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(ride -> promised(rides, ride))
                        .thenComparing(ride -> -rides.facts[ride].priority())
                        .thenComparing(ride -> rides.earliest_s[2 * ride]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int leader : order) {
            recreation.insert(leader);
            keepOrUndo();
        }
    }

    private static int promised(RideTable rides, int ride) {
        return rides.pinned[ride] != DayFacts.NONE ? 0 : rides.announcedVehicle[ride] != DayFacts.NONE ? 1 : 2;
    }

    private void keepOrUndo() {
        if (plan.isBroken()) {
            plan.undo();
        } else {
            plan.keep();
        }
    }

    private void improve(Budget budget, LongConsumer improved) {
        StringRemoval removal = new StringRemoval(plan, vicinity, random, REMOVED);
        double ride_fen = Math.max(1.0, (double) plan.routes_fen() / plan.day.rides());
        Annealing annealing = new Annealing(ride_fen * FIRST_TEMPERATURE, ride_fen * LAST_TEMPERATURE, random);
        BestPlan best = new BestPlan(plan);
        for (double spent = budget.spent(steps); spent < 1; spent = budget.spent(++steps)) {
            long before_fen = plan.cost_fen();
            int seed = random.nextInt(plan.day.rides());
            removal.ruin(seed);
            if (!plan.isBroken()) {
                recreation.recreate(seed);
            }
            if (!plan.isBroken() && plan.cost_fen() < annealing.limit(before_fen, spent)) {
                best.note();
                plan.keep();
                if (best.keep()) {
                    improved.accept(plan.cost_fen());
                }
            } else {
                plan.undo();
            }
        }
        best.restore();
    }
}

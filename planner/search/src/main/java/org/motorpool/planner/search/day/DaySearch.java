package org.motorpool.planner.search.day;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.Consumer;
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
    private final int now_s;
    private final SplittableRandom random;
    private final Vicinity vicinity;
    private final Recreation recreation;
    private long steps;

    public DaySearch(DispatchDay day, long seed) {
        this(day, seed, day.facts.now_s());
    }

    /** @param now_s what is pinned and has begun by then stays as it is, and nothing else begins before */
    public DaySearch(DispatchDay day, long seed, int now_s) {
        this.plan = new DayPlan(day);
        this.now_s = now_s;
        this.random = new SplittableRandom(seed);
        this.vicinity = new Vicinity(plan.day);
        this.recreation = new Recreation(plan, vicinity, new Crews(plan), random);
    }

    /**
     * A plan better than those before.
     *
     * @param cost_fen of what is served or rented
     * @param unserved_fen what the rides left out count
     * @param unserved so many are left out
     */
    public record Found(long cost_fen, long unserved_fen, int unserved) {
        /** What the search makes as small as it can. */
        public long total_fen() {
            return cost_fen + unserved_fen;
        }
    }

    /**
     * The best plan found; to be called once.
     *
     * @param improved gets the first plan, and each that is better than those before
     */
    public DaySolution solve(Budget budget, Consumer<Found> improved) {
        first();
        improved.accept(found());
        if (plan.day.rides() > 0 && budget.spent(0) < 1) {
            improve(budget, improved);
        }
        return DaySolution.of(plan, steps);
    }

    DayPlan plan() {
        return plan;
    }

    private Found found() {
        long unserved_fen = 0;
        int unserved = 0;
        for (int i = 0; i < plan.absent.size(); i++) {
            int ride = plan.absent.get(i);
            unserved_fen += plan.day.rides.rented[ride] ? 0 : plan.day.rides.absent_fen[ride];
            unserved += plan.day.rides.rented[ride] ? 0 : 1;
        }
        return new Found(plan.cost_fen() - unserved_fen, unserved_fen, unserved);
    }

    /** Pinned rides first, then, when what has begun is frozen, what was announced, then by priority and time. */
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
        insert(IntStream.of(order).filter(leader -> promised(rides, leader) == 0));
        if (now_s > plan.day.facts.now_s()) {
            new DrivenPlan(plan).advance(now_s);
        }
        insert(IntStream.of(order).filter(leader -> promised(rides, leader) > 0));
    }

    private void insert(IntStream leaders) {
        leaders.forEach(leader -> {
            recreation.insert(leader);
            keepOrUndo();
        });
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

    private void improve(Budget budget, Consumer<Found> improved) {
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
                    improved.accept(found());
                }
            } else {
                plan.undo();
            }
        }
        best.restore();
    }
}

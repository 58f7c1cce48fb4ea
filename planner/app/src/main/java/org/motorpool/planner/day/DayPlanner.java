package org.motorpool.planner.day;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.referee.DayReferee;
import org.motorpool.planner.referee.Measure;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.day.DayBound;
import org.motorpool.planner.search.day.DaySearch;
import org.motorpool.planner.search.day.DaySolution;
import org.motorpool.planner.search.day.DaySolution.Movement;
import org.motorpool.planner.search.day.GreatCircle;
import org.motorpool.planner.search.day.RunningDay;
import org.motorpool.planner.travel.Travels;

/** Plans one day: the search, the proof, and the reasons for what is left out. */
final class DayPlanner {

    private static final int ROUNDS = 3;

    /** One step of the search moves some ten rides. */
    private static final int MOVES_PER_STEP = 10;

    /** Of the time, so many parts of ten are for the search; the proof has the rest. */
    private static final int SEARCH = 9;

    private static final int WHOLE = 10;

    /** Of column generation; most plans are proven after fewer. */
    private static final int PROOF = 300;

    private final PlannerConfig config;
    private final DayReader reader;
    private final DayApi.Facts facts;
    private final Part part;

    /**
     * What a day has of a plan.
     *
     * @param rides that are to be planned
     */
    record Part(Duration time, int rides) {}

    DayPlanner(DayApi.Facts facts, PlannerConfig config, Travels travels, Part part) {
        this.config = config;
        this.reader = new DayReader(config.cost(), travels);
        this.facts = facts;
        this.part = part;
    }

    /** Fails with {@link DayRefused} when the facts are wrong. */
    DayOutcome solve(long seed, BooleanSupplier stopped, Consumer<DaySearch.Found> improved) {
        DayApi.Facts settled = settled();
        DayReader.Read read = reader.read(settled);
        DaySearch search = new DaySearch(read.day(), seed, read.words().now_s(settled));
        long moves = (long) config.search().movesPerRide() * part.rides();
        Budget budget = both(Math.max(1, moves / MOVES_PER_STEP), part.time().multipliedBy(SEARCH));
        DaySolution solution = search.solve(budget.or(stopped), improved);
        DayBound bound = DayBound.of(search, both(PROOF, part.time()).or(stopped));
        RunningDay running = RunningDay.of(search, seed);
        HardMediumSoftScore score =
                refereed(DayReferee.score(read.day().facts(), solution, running.excused(), measure(read)));
        Unanswered unanswered = new Unanswered(read, running, settled);
        return new DayOutcome(
                settled,
                read.words(),
                read.travel(),
                solution,
                bound,
                score,
                unanswered.explain(solution.unserved(), stopped));
    }

    private static Measure measure(DayReader.Read read) {
        return read.travel() instanceof GreatCircle ? Measure.anew(read.day().facts()) : Measure.by(read.travel());
    }

    /** What the referee refuses is not proposed. */
    private static HardMediumSoftScore refereed(HardMediumSoftScore score) {
        if (!score.isFeasible()) {
            throw new IllegalStateException("the search proposes what cannot be driven: %s".formatted(score));
        }
        return score;
    }

    /** @param tenths of the time */
    private static Budget both(long steps, Duration tenths) {
        Budget taken = Budget.ofSteps(steps);
        Budget clock = Budget.ofTime(Math.max(1, tenths.dividedBy(WHOLE).toNanos()), System::nanoTime);
        return each -> Math.max(taken.spent(each), clock.spent(each));
    }

    /** The facts with vehicles blocked that cannot be in time for what they are promised to by the estimate. */
    private DayApi.Facts settled() {
        DayApi.Facts left = facts;
        for (int round = 1; round < ROUNDS; round++) {
            Set<String> late = late(left);
            if (late.isEmpty()) {
                return left;
            }
            left = Promises.without(left, late);
        }
        return left;
    }

    private Set<String> late(DayApi.Facts left) {
        DayApi.Facts pinned = Promises.pinnedOnly(left);
        if (pinned.rides().isEmpty()) {
            return Set.of();
        }
        DayReader.Read read = reader.read(pinned);
        DaySolution solution = new DaySearch(read.day(), 1).solve(_ -> 1, _ -> {});
        return Promises.late(pinned, served(read.words(), solution), read.faults());
    }

    private static Set<String> served(DayWords words, DaySolution solution) {
        return solution.routes().stream()
                .flatMap(route -> route.movements().stream())
                .filter(Movement.Pickup.class::isInstance)
                .map(pickup -> words.rides.get(((Movement.Pickup) pickup).ride()))
                .collect(Collectors.toSet());
    }
}

package org.motorpool.planner.day;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.day.DayCheck;
import org.motorpool.planner.search.day.DaySearch;
import org.motorpool.planner.search.day.DispatchDay;
import org.motorpool.planner.search.day.RunningDay;
import org.motorpool.planner.travel.Travels;

/** Makes a running day of facts. */
final class DayMaker {

    private static final int ROUNDS = 3;
    private static final int MOST_STEPS = 200_000;
    private static final Duration MOST_TIME = Duration.ofSeconds(20);
    private static final long SEED = 1;

    private final DayReader reader;

    DayMaker(PlannerConfig.Cost cost, Travels travels) {
        this.reader = new DayReader(cost, travels);
    }

    /** A day and what became of its facts. */
    record Made(StandingDay day, DayAnswerApi.State state) {}

    Made make(DayApi.Facts facts) {
        Map<String, DayCheck.Fault> faults = new LinkedHashMap<>();
        List<String> blocked = new ArrayList<>();
        DayApi.Facts left = facts;
        for (int round = 1; ; round++) {
            StandingDay day = day(left, faults);
            Set<String> late = Promises.late(left, day.served(), faults);
            if (late.isEmpty() || round == ROUNDS) {
                return new Made(day, day.state(blocked, Promises.announced(left)));
            }
            blocked.addAll(late);
            left = Promises.without(left, late);
        }
    }

    private StandingDay day(DayApi.Facts facts, Map<String, DayCheck.Fault> faults) {
        DayReader.Read read = reader.read(facts);
        faults.putAll(read.faults());
        return new StandingDay(read.words(), running(facts, read.day()), faults, start(facts, read.words()));
    }

    private static StandingDay.Start start(DayApi.Facts facts, DayWords words) {
        return new StandingDay.Start(facts.snapshot(), words.now_s(facts));
    }

    private static RunningDay running(DayApi.Facts facts, DispatchDay day) {
        DaySearch search = new DaySearch(day, SEED);
        int steps = Math.clamp(facts.steps(), 0, MOST_STEPS);
        Budget clock = Budget.ofTime(MOST_TIME.toNanos(), System::nanoTime);
        Budget budget = steps == 0 ? _ -> 1 : taken -> Math.max((double) taken / steps, clock.spent(taken));
        search.solve(budget, _ -> {});
        return RunningDay.of(search, SEED);
    }
}

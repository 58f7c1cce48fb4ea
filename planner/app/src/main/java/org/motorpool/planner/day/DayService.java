package org.motorpool.planner.day;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.travel.Travels;

/** Running days by their names; those that nobody asked about for longest are forgotten when all together are too large. */
@ApplicationScoped
public class DayService {

    private static final int MOST_OPTIONS = 50;

    private final long most_b;
    private final DayMaker maker;

    /** So many days are made at a time as plans are solved; the others wait. */
    private final Semaphore makers;

    private final Map<String, StandingDay> days = new LinkedHashMap<>(16, 0.75f, true);

    public DayService(PlannerConfig config, Travels travels) {
        this.most_b = (long) config.day().megabytes() << 20;
        this.maker = new DayMaker(config.cost(), travels);
        this.makers = new Semaphore(config.threads(), true);
    }

    /** The day with these facts, from now on; {@link DayRefused} when no day can be made of them. */
    public DayAnswerApi.State put(String name, DayApi.@Nullable Facts facts) {
        if (facts == null) {
            throw DayRefused.missing("facts");
        }
        makers.acquireUninterruptibly();
        try {
            DayMaker.Made made = maker.make(facts);
            keep(name, made.day());
            return made.state();
        } finally {
            makers.release();
        }
    }

    private synchronized void keep(String name, StandingDay day) {
        days.remove(name);
        days.put(name, day);
        while (days.size() > 1 && size_b() > most_b) {
            days.remove(days.keySet().iterator().next());
        }
    }

    private long size_b() {
        return days.values().stream().mapToLong(StandingDay::size_b).sum();
    }

    public DayAnswerApi.Recommendation recommend(String name, DayApi.@Nullable WantedRecommendation wanted) {
        return ask(
                name,
                wanted,
                DayApi.WantedRecommendation::snapshot,
                (day, body) -> day.recommend(body.ride(), Math.clamp(body.limit(), 1, MOST_OPTIONS)));
    }

    public DayAnswerApi.Explanation explain(String name, DayApi.@Nullable WantedExplanation wanted) {
        return ask(name, wanted, DayApi.WantedExplanation::snapshot, (day, body) -> day.explain(body.ride()));
    }

    public DayAnswerApi.Replanned apply(String name, DayApi.@Nullable Event event) {
        return ask(name, event, DayApi.Event::snapshot, StandingDay::apply);
    }

    /** A question and its answer. */
    private interface Answering<Q, A> {
        A answer(StandingDay day, Q question);
    }

    private <Q, A> A ask(
            String name, @Nullable Q question, Function<Q, @Nullable String> snapshot, Answering<Q, A> answering) {
        if (question == null) {
            throw DayRefused.missing("body");
        }
        StandingDay day = find(name).orElseThrow(() -> DayRefused.unknownDay(name));
        if (!day.isOf(snapshot.apply(question))) {
            throw DayRefused.stale(name);
        }
        return answering.answer(day, question);
    }

    private synchronized Optional<StandingDay> find(String name) {
        return Optional.ofNullable(days.get(name));
    }
}

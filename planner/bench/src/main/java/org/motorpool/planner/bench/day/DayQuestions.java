package org.motorpool.planner.bench.day;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.motorpool.planner.search.day.DayEvent;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.Explanation;
import org.motorpool.planner.search.day.GreatCircle;
import org.motorpool.planner.search.day.Replanned;
import org.motorpool.planner.search.day.RunningDay;

/** What people ask of a plan, with the processor time of each answer: recommendations, explanations, events over a whole day. */
final class DayQuestions {

    private static final int RECOMMENDATIONS = 1_000;
    private static final int BEST = 5;
    private static final int EXPLANATIONS = 200;
    private static final int FIRST_EVENT_S = 7 * 3600;
    private static final int LAST_EVENT_S = 19 * 3600;

    /** Before the machine code is compiled nothing is counted. */
    private static final int WARM_UP = 100;

    private final SolvedDay solved;
    private final RunningDay running;
    private final LongSupplier clock_ns;
    private final SplittableRandom random;
    private final List<Ride> news;
    private final int events;
    private final Set<Integer> withdrawn = new HashSet<>();
    private int movedMost;
    private int movedMany;
    private int unserved;

    /** @param events so many over the day */
    DayQuestions(SolvedDay solved, LongSupplier clock_ns, long seed, int events) {
        this.solved = solved;
        this.running = solved.run(seed);
        this.clock_ns = clock_ns;
        this.random = new SplittableRandom(seed);
        this.events = events;
        this.news = MadeDay.more(solved.facts(), events + WARM_UP, seed + 1);
    }

    void ask(ObjectNode json) {
        recommend(json);
        explain(json);
        replan(json);
    }

    private void recommend(ObjectNode json) {
        List<Long> times_ns = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < RECOMMENDATIONS + WARM_UP; i++) {
            Ride ride = news.get(i % news.size());
            long start_ns = clock_ns.getAsLong();
            found += running.recommend(ride, BEST).best().isEmpty() ? 0 : 1;
            times_ns.add(clock_ns.getAsLong() - start_ns);
        }
        Percentiles.put(json, "recommend", times_ns.subList(WARM_UP, times_ns.size()));
        json.put("recommended", found);
    }

    private void explain(ObjectNode json) {
        List<Long> times_ns = new ArrayList<>();
        int relaxed = 0;
        for (int i = 0; i < EXPLANATIONS; i++) {
            int ride = random.nextInt(solved.facts().rides().size());
            long start_ns = clock_ns.getAsLong();
            Explanation explanation = running.explain(ride);
            times_ns.add(clock_ns.getAsLong() - start_ns);
            relaxed += explanation instanceof Explanation.Unserved left
                            && !left.relaxations().isEmpty()
                    ? 1
                    : 0;
        }
        Percentiles.put(json, "explain", times_ns);
        json.put("relaxed", relaxed);
    }

    void replan(ObjectNode json) {
        List<Long> times_ns = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            DayEvent event = event(i, FIRST_EVENT_S + i * (LAST_EVENT_S - FIRST_EVENT_S) / events);
            long start_ns = clock_ns.getAsLong();
            Replanned replanned = running.apply(event);
            times_ns.add(clock_ns.getAsLong() - start_ns);
            count(replanned);
        }
        check();
        Percentiles.put(json, "replan", times_ns);
        json.put("events", events)
                .put("moved_max", movedMost)
                .put("moved_more_than_3", movedMany)
                .put("unserved_after_events", unserved);
    }

    private void count(Replanned replanned) {
        movedMost = Math.max(movedMost, replanned.moved().size());
        movedMany += replanned.moved().size() > 3 ? 1 : 0;
        unserved += replanned.unserved().size();
        long price_fen = replanned.moved().stream()
                .map(ride -> running.rides().get(ride).unit())
                .mapToLong(unit -> solved.facts().units().get(unit).weights().moved_fen())
                .sum();
        if (replanned.saved_fen() < price_fen) {
            throw new IllegalStateException(
                    "rides %s moved for %d fen".formatted(replanned.moved(), replanned.saved_fen()));
        }
    }

    /** Two requests, a delay, a cancellation, in turn; now and then a breakdown. */
    private DayEvent event(int number, int at_s) {
        int vehicle = busy();
        return switch (number % 20 == 19 ? 4 : number % 4) {
            case 0, 1 -> new DayEvent.Requested(at_s, MadeRides.from(news.get(number), at_s + 1800));
            case 2 -> new DayEvent.Delayed(at_s, vehicle, 60 * random.nextInt(5, 40));
            case 3 -> new DayEvent.Cancelled(at_s, withdraw());
            default -> new DayEvent.BrokenDown(at_s, vehicle);
        };
    }

    private int busy() {
        var routes = running.solution().routes();
        return routes.get(random.nextInt(routes.size())).vehicle();
    }

    private int withdraw() {
        List<Ride> rides = running.rides();
        int ride = random.nextInt(rides.size());
        for (int leg = 0; leg < rides.size(); leg++) {
            if (first(rides, leg) == first(rides, ride) && !running.hasBegun(leg)) {
                withdrawn.add(leg);
            }
        }
        return ride;
    }

    private static int first(List<Ride> rides, int ride) {
        int leg = ride;
        while (rides.get(leg).after() != DayFacts.NONE) {
            leg = rides.get(leg).after();
        }
        return leg;
    }

    /** The day as it was driven keeps all rules. */
    private void check() {
        DayFacts facts = solved.facts().withRides(running.rides());
        DispatchDayReferee.cost(
                facts,
                new GreatCircle(facts.places()),
                running.solution(),
                new HashSet<>(running.excused()),
                withdrawn);
    }
}

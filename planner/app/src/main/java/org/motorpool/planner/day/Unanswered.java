package org.motorpool.planner.day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.PlannerEvent.Unserved;
import org.motorpool.planner.search.day.DayCheck.Fault;
import org.motorpool.planner.search.day.Explanation;
import org.motorpool.planner.search.day.RunningDay;

/** Gives each ride that a plan leaves out its reason, and the most urgent ones the smallest changes that would get them served. */
final class Unanswered {

    /** Looking for changes takes as long as ten recommendations. */
    private static final int MOST_RELAXED = 50;

    private final DayReader.Read read;
    private final RunningDay running;
    private final DayAnswers answers;
    private final int now_s;
    private final Map<String, DayApi.Ride> asked;

    Unanswered(DayReader.Read read, RunningDay running, DayApi.Facts facts) {
        this.read = read;
        this.running = running;
        this.answers = new DayAnswers(read.words());
        this.now_s = read.words().now_s(facts);
        this.asked = facts.rides().stream()
                .filter(ride -> !Promises.isPinned(ride))
                .collect(Collectors.toMap(DayApi.Ride::id, Function.identity()));
    }

    /** @param stopped then nobody waits for more than what binds */
    List<Unserved> explain(List<Integer> unserved, BooleanSupplier stopped) {
        List<Integer> urgentFirst = unserved.stream()
                .filter(ride -> asked.containsKey(id(ride)))
                .sorted(Comparator.comparing(ride -> -running.rides().get(ride).priority()))
                .toList();
        List<Unserved> explained = new ArrayList<>();
        for (int ride : urgentFirst) {
            explained.add(explain(ride, explained.size() < MOST_RELAXED && !stopped.getAsBoolean()));
        }
        return explained;
    }

    private String id(int ride) {
        return read.words().rides.get(ride);
    }

    private Unserved explain(int ride, boolean relaxed) {
        String id = id(ride);
        Fault fault = read.faults().get(id);
        if (fault != null) {
            return new Unserved(UUID.fromString(id), fault.code(), fault.chinese() + " / " + fault.english());
        }
        if (running.rides().get(ride).pickupTime().to_s() < now_s) {
            return new Unserved(
                    UUID.fromString(id),
                    "already-driven",
                    "最晚上车时间已过，不能再排班 / its latest pick-up is over; it cannot be planned any more");
        }
        Explanation found = relaxed ? running.explain(ride) : running.findBinding(ride);
        return Reasons.of(UUID.fromString(id), answers.explanation(found));
    }
}

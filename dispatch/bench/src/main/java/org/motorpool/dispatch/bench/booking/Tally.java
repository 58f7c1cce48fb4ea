package org.motorpool.dispatch.bench.booking;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What became of the acts of all people of a random walk. */
final class Tally {

    private final LongAdder done = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final Map<String, String> examples = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> acts = new ConcurrentSkipListMap<>();

    /** The platform did it. */
    void did(String path) {
        done.increment();
        acts.computeIfAbsent(act(path), _ -> new LongAdder()).increment();
    }

    /** The path without ids and questions: what kind of act it is. */
    private static String act(String path) {
        return path.replaceAll("[?].*", "").replaceAll("/[0-9a-f-]{36}", "/…").replaceAll("/[0-9]+", "/…");
    }

    void refused() {
        refused.increment();
    }

    /** One example of each kind is kept. */
    void failed(String kind, String example) {
        failures.increment();
        examples.putIfAbsent(kind, example);
    }

    /**
     * What happened.
     *
     * @param done acts that the platform carried out
     * @param refused acts that it refused with a code
     * @param examples what it answered else, which it must not: one of each kind
     * @param acts how often each kind of act was carried out
     */
    record Outcome(long done, long refused, long failures, Map<String, String> examples, Map<String, Long> acts) {
        Outcome {
            examples = Map.copyOf(examples);
            acts = Map.copyOf(acts);
        }
    }

    Outcome outcome() {
        Map<String, Long> counted = new TreeMap<>();
        acts.forEach((act, times) -> counted.put(act, times.sum()));
        return new Outcome(done.sum(), refused.sum(), failures.sum(), examples, counted);
    }
}

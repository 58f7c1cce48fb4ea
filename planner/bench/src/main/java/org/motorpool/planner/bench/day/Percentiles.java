package org.motorpool.planner.bench.day;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Half and ninety-nine of a hundred. */
final class Percentiles {

    private static final double MILLISECOND_NS = 1e6;

    private Percentiles() {}

    static void put(ObjectNode json, String name, List<Long> times_ns) {
        List<Long> sorted = times_ns.stream().sorted().toList();
        json.put(name + "_p50_ms", at(sorted, 0.5)).put(name + "_p99_ms", at(sorted, 0.99));
    }

    private static double at(List<Long> sorted, double share) {
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return DayBench.round(sorted.get(Math.max(0, index)) / MILLISECOND_NS);
    }
}

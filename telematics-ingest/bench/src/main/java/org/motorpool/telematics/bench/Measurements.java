package org.motorpool.telematics.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Frames per second and bytes per frame of all iterations of all rounds, by benchmark. */
final class Measurements {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Map<String, List<Double>> framesPerS = new TreeMap<>();
    private final Map<String, List<Double>> bytesPerFrame = new TreeMap<>();

    void add(Collection<RunResult> round) {
        for (RunResult run : round) {
            String benchmark = run.getPrimaryResult().getLabel();
            for (IterationResult iteration : run.getAggregatedResult().getIterationResults()) {
                put(framesPerS, benchmark, iteration.getPrimaryResult().getScore());
                put(bytesPerFrame, benchmark, allocated(iteration));
            }
        }
    }

    /** The median: one iteration that another process disturbed does not move it. */
    double framesPerS(String benchmark) {
        return median(framesPerS.getOrDefault(benchmark, List.of()));
    }

    double bytesPerFrame(String benchmark) {
        return median(bytesPerFrame.getOrDefault(benchmark, List.of()));
    }

    private static double allocated(IterationResult iteration) {
        Result<?> result = iteration.getSecondaryResults().get(ALLOCATED);
        if (result == null) {
            throw new IllegalStateException("the profiler did not measure %s".formatted(ALLOCATED));
        }
        return result.getScore();
    }

    private static void put(Map<String, List<Double>> all, String benchmark, double value) {
        all.computeIfAbsent(benchmark, _ -> new ArrayList<>()).add(value);
    }

    static double median(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

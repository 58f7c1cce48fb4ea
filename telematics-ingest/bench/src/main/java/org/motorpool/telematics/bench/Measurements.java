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
    private final Map<String, List<Double>> framesPerS = new TreeMap<>();
    private final Map<String, List<Double>> bytesPerFrame = new TreeMap<>();

    void add(Collection<RunResult> round) {
        for (RunResult run : round) {
            String benchmark = run.getPrimaryResult().getLabel();
            for (IterationResult iteration : run.getAggregatedResult().getIterationResults()) {
                double frames = cost(iteration, "frames");
                put(framesPerS, benchmark, frames / cost(iteration, "cpu_ns") * 1e9);
                put(bytesPerFrame, benchmark, cost(iteration, "allocated_bytes") / frames);
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

    private static double cost(IterationResult iteration, String counter) {
        Result<?> result = iteration.getSecondaryResults().get(counter);
        if (result == null || result.getScore() <= 0) {
            throw new IllegalStateException("the counter %s has %s".formatted(counter, result));
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

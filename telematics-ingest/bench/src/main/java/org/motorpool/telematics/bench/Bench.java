package org.motorpool.telematics.bench;

import java.util.Arrays;
import java.util.List;
import org.motorpool.telematics.bench.fuzz.CoverageRun;
import org.motorpool.telematics.bench.fuzz.FuzzBench;
import org.motorpool.telematics.bench.gateway.GatewayBench;

/** Runs the benchmark that the first argument names: progress on stderr, the result on stdout. */
public final class Bench {
    private static final long FUZZ_FRAMES = 10_000_000;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> all = Arrays.asList(arguments);
        List<String> options = all.isEmpty() ? all : all.subList(1, all.size());
        try {
            System.out.println(run(all.isEmpty() ? "" : all.getFirst(), options));
        } catch (IllegalArgumentException e) {
            System.err.println("✗ " + e.getMessage());
            System.exit(2);
        }
        System.exit(0);
    }

    private static String run(String name, List<String> options) throws Exception {
        return switch (name) {
            case "decode" -> decode(options);
            case "gateway" -> GatewayBench.run(options, System.err);
            default ->
                throw new IllegalArgumentException("用法 / usage: bench decode [--fuzz [N] [--coverage]] | gateway");
        };
    }

    private static String decode(List<String> options) throws Exception {
        if (options.isEmpty()) {
            return DecodeBench.run(System.err);
        }
        boolean coverage = options.getLast().equals("--coverage");
        List<String> fuzz = coverage ? options.subList(0, options.size() - 1) : options;
        if (fuzz.size() > 2 || !fuzz.getFirst().equals("--fuzz")) {
            throw new IllegalArgumentException("用法 / usage: bench decode [--fuzz [N] [--coverage]]");
        }
        long frames = fuzz.size() == 1 ? FUZZ_FRAMES : Long.parseLong(fuzz.getLast());
        return coverage ? CoverageRun.run(frames, System.err) : FuzzBench.run(frames, System.err);
    }
}

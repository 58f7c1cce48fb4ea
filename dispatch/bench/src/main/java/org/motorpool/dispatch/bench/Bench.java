package org.motorpool.dispatch.bench;

import java.util.Arrays;
import java.util.List;
import org.motorpool.dispatch.bench.booking.BookingBench;
import org.motorpool.dispatch.bench.compliance.ComplianceBench;

/** Runs the benchmark that the first argument names: progress on stderr, the result on stdout. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> all = Arrays.asList(arguments);
        try {
            System.out.println(
                    run(all.isEmpty() ? "" : all.getFirst(), all.isEmpty() ? all : all.subList(1, all.size())));
        } catch (IllegalArgumentException wrong) {
            System.err.println("✗ " + wrong.getMessage());
            System.exit(2);
        }
        System.exit(0);
    }

    private static String run(String name, List<String> options) throws Exception {
        return switch (name) {
            case "booking" -> BookingBench.run(options, System.err);
            case "compliance" -> ComplianceBench.run(options, System.err);
            default -> throw new IllegalArgumentException("用法 / usage: bench booking|compliance [options]");
        };
    }
}

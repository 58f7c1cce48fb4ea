package org.motorpool.telematics.bench;

import org.openjdk.jmh.runner.RunnerException;

/** Runs the benchmark that the first argument names: progress on stderr, the result on stdout. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws RunnerException {
        String name = arguments.length == 1 ? arguments[0] : "";
        switch (name) {
            case "decode" -> System.out.println(DecodeBench.run(System.err));
            default -> {
                System.err.println("用法 / usage: bench decode");
                System.exit(2);
            }
        }
    }
}

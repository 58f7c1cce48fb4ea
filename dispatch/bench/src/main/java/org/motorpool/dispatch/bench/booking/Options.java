package org.motorpool.dispatch.bench.booking;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.motorpool.dispatch.bench.platform.Arguments;

/**
 * The command line.
 *
 * @param pastOrders closed orders in the tables before anything is measured
 * @param seconds how long each load is measured
 * @param attempts at one vehicle and period in a race
 * @param rounds races, each for another period
 * @param steps of random people, after which every invariant must hold
 * @param seed of the random people
 * @param crashes kills of the platform in the middle of the load
 * @param parts what is measured
 * @param application the command that starts the platform; without it only the options are read
 */
record Options(
        int pastOrders,
        int seconds,
        int attempts,
        int rounds,
        int steps,
        int seed,
        int crashes,
        Set<Part> parts,
        List<String> application) {

    /** What is measured, in this order. */
    enum Part {
        LOADS,
        RACES,
        SIZING,
        WALK,
        KILLS
    }

    private static final String USAGE = """
            %s
            用法 / usage: bench booking [options]
              --past-orders 0…9000000   历史派车单 / past orders in the tables (1000000)
              --seconds 1…3600          每种负载的时长 / how long each load is measured (30)
              --attempts 2…2000         每轮争抢数 / attempts at one vehicle and period (1000)
              --rounds 0…100            争抢轮数 / races, each for another period (5)
              --steps 0…9000000         随机步骤 / steps of random people (100000)
              --seed 0…9999999          随机种子 / seed of the random people (1)
              --crashes 0…100           强杀次数 / kills in the middle of the load (3)
              --only loads,races,sizing,walk,kills   只做这些 / only these""";

    Options {
        parts = Collections.unmodifiableSortedSet(new TreeSet<>(parts));
        application = List.copyOf(application);
    }

    /** Reads the options, and after {@code --} the command; an {@link IllegalArgumentException} says what is wrong. */
    static Options parse(List<String> all) {
        Arguments arguments = new Arguments(all, USAGE);
        return new Options(
                arguments.number("--past-orders", 1_000_000, 0, 9_000_000),
                arguments.number("--seconds", 30, 1, 3600),
                arguments.number("--attempts", 1000, 2, 2000),
                arguments.number("--rounds", 5, 0, 100),
                arguments.number("--steps", 100_000, 0, 9_000_000),
                arguments.number("--seed", 1, 0, 9_999_999),
                arguments.number("--crashes", 3, 0, 100),
                arguments.choices("--only", Part.class),
                arguments.application());
    }
}

package org.motorpool.planner.bench.day;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What {@code bench planner --plan} and {@code --year} are asked for.
 *
 * @param seconds of the plan, by the clock
 * @param uses of the year; 0 for a plan
 */
public record ServiceOptions(int rides, int vehicles, int seconds, long seed, int uses) {

    private static final String USAGE =
            "用法 / usage: bench planner --plan RIDESxVEHICLES [--seconds S] [--seed N] | --year USES [--seed N]";

    private static final int MOST = 5_000;
    private static final int MOST_SECONDS = 600;
    private static final int MOST_USES = 5_000_000;

    /** Whether the command line asks for what the service does. */
    public static boolean ask(List<String> arguments) {
        return arguments.contains("--plan") || arguments.contains("--year");
    }

    public static ServiceOptions read(List<String> arguments) {
        Deque<String> left = new ArrayDeque<>(arguments);
        String size = "2500x1000";
        int seconds = 10;
        long seed = 1;
        int uses = 0;
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--plan" -> size = OptionValues.value(left, option, "[0-9]{1,4}x[0-9]{1,4}", USAGE);
                case "--year" -> uses = Integer.parseInt(OptionValues.value(left, option, "[1-9][0-9]{0,6}", USAGE));
                case "--seconds" -> seconds = Integer.parseInt(OptionValues.value(left, option, "[0-9]{1,3}", USAGE));
                case "--seed" -> seed = Long.parseLong(OptionValues.value(left, option, "[0-9]{1,18}", USAGE));
                default -> throw new IllegalArgumentException("%s is no option%n%s".formatted(option, USAGE));
            }
        }
        String[] numbers = size.split("x");
        return new ServiceOptions(
                OptionValues.within("rides", Integer.parseInt(numbers[0]), MOST),
                OptionValues.within("vehicles", Integer.parseInt(numbers[1]), MOST),
                OptionValues.within("--seconds", seconds, MOST_SECONDS),
                seed,
                uses == 0 ? 0 : OptionValues.within("--year", uses, MOST_USES));
    }
}

package org.motorpool.planner.bench.day;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What {@code bench planner --http} is asked for.
 *
 * @param rate requests each second
 * @param seconds for which they are counted
 * @param command starts the planner; empty to read the options only
 */
public record HttpOptions(int rides, int vehicles, int rate, int seconds, long seed, List<String> command) {

    private static final String USAGE =
            "用法 / usage: bench planner --http [--day RIDESxVEHICLES] [--rate N] [--seconds S] [--seed N]";

    private static final int MOST = 20_000;
    private static final int MOST_RATE = 10_000;
    private static final int MOST_SECONDS = 3_600;

    public HttpOptions {
        command = List.copyOf(command);
    }

    /** Whether the command line asks for recommendations over HTTP. */
    public static boolean ask(List<String> arguments) {
        return arguments.contains("--http");
    }

    public static HttpOptions read(List<String> arguments) {
        int end = arguments.indexOf("--");
        List<String> command = end < 0 ? List.of() : arguments.subList(end + 1, arguments.size());
        Deque<String> left = new ArrayDeque<>(end < 0 ? arguments : arguments.subList(0, end));
        String size = "5000x2000";
        int rate = 50;
        int seconds = 30;
        long seed = 1;
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--http" -> {}
                case "--day" -> size = OptionValues.value(left, option, "[0-9]{1,5}x[0-9]{1,5}", USAGE);
                case "--rate" -> rate = Integer.parseInt(OptionValues.value(left, option, "[0-9]{1,5}", USAGE));
                case "--seconds" -> seconds = Integer.parseInt(OptionValues.value(left, option, "[0-9]{1,4}", USAGE));
                case "--seed" -> seed = Long.parseLong(OptionValues.value(left, option, "[0-9]{1,18}", USAGE));
                default -> throw new IllegalArgumentException("%s is no option%n%s".formatted(option, USAGE));
            }
        }
        String[] numbers = size.split("x");
        return new HttpOptions(
                OptionValues.within("rides", Integer.parseInt(numbers[0]), MOST),
                OptionValues.within("vehicles", Integer.parseInt(numbers[1]), MOST),
                OptionValues.within("--rate", rate, MOST_RATE),
                OptionValues.within("--seconds", seconds, MOST_SECONDS),
                seed,
                command);
    }
}

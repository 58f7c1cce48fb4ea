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
                case "--day" -> size = value(left, option, "[0-9]{1,5}x[0-9]{1,5}");
                case "--rate" -> rate = Integer.parseInt(value(left, option, "[0-9]{1,5}"));
                case "--seconds" -> seconds = Integer.parseInt(value(left, option, "[0-9]{1,4}"));
                case "--seed" -> seed = Long.parseLong(value(left, option, "[0-9]{1,18}"));
                default -> throw new IllegalArgumentException("%s is no option%n%s".formatted(option, USAGE));
            }
        }
        String[] numbers = size.split("x");
        return new HttpOptions(
                within("rides", Integer.parseInt(numbers[0]), MOST),
                within("vehicles", Integer.parseInt(numbers[1]), MOST),
                within("--rate", rate, MOST_RATE),
                within("--seconds", seconds, MOST_SECONDS),
                seed,
                command);
    }

    private static String value(Deque<String> left, String option, String pattern) {
        if (left.isEmpty() || !left.peek().matches(pattern)) {
            throw new IllegalArgumentException(
                    "%s needs a value like %s, got %s%n%s".formatted(option, pattern, left.peek(), USAGE));
        }
        return left.pop();
    }

    private static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("%s must be from 1 to %d, got %d".formatted(name, most, value));
        }
        return value;
    }
}

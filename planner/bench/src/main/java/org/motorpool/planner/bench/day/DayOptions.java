package org.motorpool.planner.bench.day;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What {@code bench planner --day} is asked for.
 *
 * @param seconds processor time of each search
 * @param curve measures how the time of a move grows with the rides instead
 */
public record DayOptions(int rides, int vehicles, int seconds, long seed, boolean curve) {

    private static final String USAGE =
            "用法 / usage: bench planner --day RIDESxVEHICLES [--seconds S] [--seed N] | --curve [--seconds S] [--seed N]";

    private static final int MOST = 20_000;
    private static final int MOST_SECONDS = 3_600;

    /** Whether the command line asks for a made day. */
    public static boolean ask(List<String> arguments) {
        return arguments.contains("--day") || arguments.contains("--curve");
    }

    public static DayOptions read(List<String> arguments) {
        Deque<String> left = new ArrayDeque<>(arguments);
        String size = "2500x1000";
        int seconds = 10;
        long seed = 1;
        boolean curve = false;
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--day" -> size = value(left, option, "[0-9]{1,5}x[0-9]{1,5}");
                case "--seconds" -> seconds = Integer.parseInt(value(left, option, "[0-9]{1,4}"));
                case "--seed" -> seed = Long.parseLong(value(left, option, "[0-9]{1,18}"));
                case "--curve" -> curve = true;
                default -> throw new IllegalArgumentException("%s is no option%n%s".formatted(option, USAGE));
            }
        }
        String[] numbers = size.split("x");
        return new DayOptions(
                within("rides", Integer.parseInt(numbers[0]), MOST),
                within("vehicles", Integer.parseInt(numbers[1]), MOST),
                within("--seconds", seconds, MOST_SECONDS),
                seed,
                curve);
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

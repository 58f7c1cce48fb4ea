package org.motorpool.planner.bench.day;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What {@code bench planner --day} is asked for.
 *
 * @param seconds processor time of each search
 * @param rushHours factor of the ways in them; 1 for none
 * @param curve measures how the time of a move grows with the rides instead
 */
public record DayOptions(int rides, int vehicles, int seconds, long seed, double rushHours, boolean curve) {

    private static final String USAGE =
            "用法 / usage: bench planner --day RIDESxVEHICLES [--seconds S] [--seed N] [--rush-hours F] | --curve [--seconds S] [--seed N]";

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
        double rushHours = MadeDay.RUSH_HOURS;
        boolean curve = false;
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--day" -> size = OptionValues.value(left, option, "[0-9]{1,5}x[0-9]{1,5}", USAGE);
                case "--seconds" -> seconds = Integer.parseInt(OptionValues.value(left, option, "[0-9]{1,4}", USAGE));
                case "--seed" -> seed = Long.parseLong(OptionValues.value(left, option, "[0-9]{1,18}", USAGE));
                case "--rush-hours" ->
                    rushHours = Double.parseDouble(OptionValues.value(left, option, "[1-4](\\.[0-9]{1,2})?", USAGE));
                case "--curve" -> curve = true;
                default -> throw new IllegalArgumentException("%s is no option%n%s".formatted(option, USAGE));
            }
        }
        String[] numbers = size.split("x");
        return new DayOptions(
                OptionValues.within("rides", Integer.parseInt(numbers[0]), MOST),
                OptionValues.within("vehicles", Integer.parseInt(numbers[1]), MOST),
                OptionValues.within("--seconds", seconds, MOST_SECONDS),
                seed,
                rushHours,
                curve);
    }
}

package org.motorpool.planner.bench.day;

import java.util.Deque;

/** Values on the command line, with what is wrong with them. */
final class OptionValues {

    private OptionValues() {}

    /** Takes the value of an option, which must look like the pattern. */
    static String value(Deque<String> left, String option, String pattern, String usage) {
        if (left.isEmpty() || !left.peek().matches(pattern)) {
            throw new IllegalArgumentException(
                    "%s needs a value like %s, got %s%n%s".formatted(option, pattern, left.peek(), usage));
        }
        return left.pop();
    }

    /** The number, which must be from 1 to the most. */
    static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("%s must be from 1 to %d, got %d".formatted(name, most, value));
        }
        return value;
    }
}

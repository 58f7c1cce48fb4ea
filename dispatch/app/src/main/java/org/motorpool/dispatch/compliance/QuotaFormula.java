package org.motorpool.dispatch.compliance;

import java.util.List;

/**
 * How many vehicles of some categories together a unit of a given staff may have.
 *
 * @param categories national classes or codes that share the number
 * @param staffUpTo ends of the steps, inclusive, rising
 * @param numbers vehicles of each step, and of all staff above the last
 * @param maximum never more than this
 * @param binding whether a quota above it is refused; otherwise it is advice
 */
public record QuotaFormula(
        RuleHead head,
        String code,
        List<String> categories,
        List<Integer> staffUpTo,
        List<Integer> numbers,
        int maximum,
        boolean binding)
        implements Rule {

    public QuotaFormula {
        categories = List.copyOf(categories);
        staffUpTo = List.copyOf(staffUpTo);
        numbers = List.copyOf(numbers);
        if (numbers.size() != staffUpTo.size() + 1) {
            throw new IllegalArgumentException(
                    "numbers (%s) must have one more than staffUpTo (%s)".formatted(numbers, staffUpTo));
        }
    }

    @Override
    public String key() {
        return code;
    }

    /** Vehicles a unit of this staff may have. */
    public int number(int staff) {
        int step = (int) staffUpTo.stream().filter(end -> staff > end).count();
        return Math.min(numbers.get(step), maximum);
    }
}

package org.motorpool.dispatch.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A half-open period. */
public record Period(Instant from, Instant to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to (%s) is before from (%s)".formatted(to, from));
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    boolean overlaps(Period other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** What both have in common. */
    Optional<Period> common(Period other) {
        return overlaps(other)
                ? Optional.of(
                        new Period(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to))
                : Optional.empty();
    }

    /** What is left of this period when the others are taken out. */
    public List<Period> without(List<Period> others) {
        List<Period> left = new ArrayList<>();
        Instant open = from;
        for (Period taken : others.stream()
                .filter(this::overlaps)
                .sorted(Comparator.comparing(Period::from))
                .toList()) {
            if (open.isBefore(taken.from)) {
                left.add(new Period(open, taken.from));
            }
            open = open.isAfter(taken.to) ? open : taken.to;
        }
        if (open.isBefore(to)) {
            left.add(new Period(open, to));
        }
        return left;
    }
}

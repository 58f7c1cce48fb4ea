package org.motorpool.dispatch.duty;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rows in force for a driver, from the nation down to the place of the unit; together, so the strictest counts. */
public record DutyLimits(List<Limit> rows) {

    /** What a row limits. */
    public enum Key {
        /** Longest at the wheel without a rest. */
        CONTINUOUS_DRIVING_MAX,
        /** Shortest stop that is a rest. */
        REST_MIN,
        /** Longest at the wheel in a day. */
        DAILY_DRIVING_MAX
    }

    /** One row. */
    public record Limit(Key key, int minutes, String clause, boolean articleVerified) {
        Duration length() {
            return Duration.ofMinutes(minutes);
        }
    }

    public DutyLimits {
        rows = List.copyOf(rows);
    }

    /** The strictest row of the key. */
    Optional<Limit> find(Key key) {
        Comparator<Limit> byMinutes = Comparator.comparingInt(Limit::minutes);
        Comparator<Limit> strictestFirst =
                switch (key) {
                    case CONTINUOUS_DRIVING_MAX, DAILY_DRIVING_MAX -> byMinutes;
                    case REST_MIN -> byMinutes.reversed();
                };
        return rows.stream().filter(row -> row.key() == key).min(strictestFirst);
    }
}

package org.motorpool.dispatch.sharing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a use.
 *
 * @param category of the vehicle
 * @param bodyType of the vehicle
 * @param waiting_minutes the vehicle stood and waited for the passengers
 * @param expenses that were paid for the use
 */
public record Measured(
        String category,
        String bodyType,
        long distance_m,
        Instant from,
        Instant to,
        int waiting_minutes,
        List<Expense> expenses) {

    /**
     * An expense of the use.
     *
     * @param kind TOLL, PARKING, FUEL, CHARGING, or another that no tariff passes through
     * @param id of the expense on file; null in an estimate
     */
    public record Expense(
            String kind, long amount_fen, @Nullable UUID id) {

        public Expense {
            if (amount_fen < 0) {
                throw new IllegalArgumentException(
                        "expense %s has a negative amount (%d fen)".formatted(id, amount_fen));
            }
        }
    }

    public Measured {
        if (distance_m < 0 || waiting_minutes < 0) {
            throw new IllegalArgumentException(
                    "distance (%d m) and waiting (%d min) must not be negative".formatted(distance_m, waiting_minutes));
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("from (%s) must not be after to (%s)".formatted(from, to));
        }
        expenses = List.copyOf(expenses);
    }
}

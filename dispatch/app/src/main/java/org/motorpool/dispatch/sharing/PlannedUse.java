package org.motorpool.dispatch.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.motorpool.dispatch.Days;

/**
 * The use of a vehicle as it is planned.
 *
 * @param category of the vehicle
 * @param from half-open
 * @param distance_m as estimated
 * @param price_fen as estimated
 * @param instead the order whose place it takes; {@link #NEW} for none
 */
public record PlannedUse(String category, Instant from, Instant to, long distance_m, long price_fen, UUID instead) {

    /** It takes no order's place. */
    public static final UUID NEW = new UUID(0, 0);

    /** A use of which only the time is known. */
    public static PlannedUse of(String category, Instant from, Instant to) {
        return new PlannedUse(category, from, to, 0, 0, NEW);
    }

    LocalDate firstDay() {
        return Days.of(from);
    }

    LocalDate lastDay() {
        return Days.of(to);
    }
}

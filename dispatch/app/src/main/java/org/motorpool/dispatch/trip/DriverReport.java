package org.motorpool.dispatch.trip;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report that is complete and plausible by itself.
 *
 * @param odometer_km present for DEPART and RETURN
 */
public record DriverReport(
        UUID eventId,
        Step step,
        Instant occurredAt,
        @Nullable Long odometer_km) {

    /** The reading of a step that needs one. */
    public long requireOdometer_km() {
        if (odometer_km == null) {
            throw new IllegalStateException("%s without odometer_km in event %s".formatted(step, eventId));
        }
        return odometer_km;
    }
}

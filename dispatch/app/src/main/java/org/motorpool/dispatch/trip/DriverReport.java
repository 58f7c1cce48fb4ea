package org.motorpool.dispatch.trip;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report that is complete and plausible by itself.
 *
 * @param odometer_km present for DEPART and RETURN
 * @param waiting_minutes the vehicle waited for its passengers; told with RETURN
 */
public record DriverReport(
        UUID eventId,
        Step step,
        Instant occurredAt,
        @Nullable Long odometer_km,
        int waiting_minutes) {

    /** Without waiting. */
    public DriverReport(UUID eventId, Step step, Instant occurredAt, @Nullable Long odometer_km) {
        this(eventId, step, occurredAt, odometer_km, 0);
    }

    /** The reading of a step that needs one. */
    public long requireOdometer_km() {
        if (odometer_km == null) {
            throw new IllegalStateException("%s without odometer_km in event %s".formatted(step, eventId));
        }
        return odometer_km;
    }
}

package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.util.UUID;

/** {@code /api/v1/vehicles/{id}/odometer}. */
public final class OdometerApi {
    private OdometerApi() {}

    /**
     * Body of {@code POST vehicles/{id}/odometer}: an officer read the odometer.
     *
     * @param source INSPECTION, which goes forward as every reading does, or CORRECTION, which may go back
     * @param reason of a CORRECTION, 1 to 500 characters; none otherwise
     */
    public record NewReading(Instant readAt, Long odometer_km, String source, String reason) {}

    /**
     * A reading of the odometer.
     *
     * @param source DRIVER, EXPENSE, INSPECTION or CORRECTION
     * @param sourceId the order of a DRIVER, the expense of an EXPENSE
     */
    public record Reading(
            UUID id,
            UUID vehicleId,
            Instant readAt,
            long odometer_km,
            String source,
            UUID sourceId,
            String reason,
            String recordedBy,
            Instant recordedAt) {}
}

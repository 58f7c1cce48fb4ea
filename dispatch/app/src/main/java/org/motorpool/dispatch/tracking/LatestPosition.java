package org.motorpool.dispatch.tracking;

import java.time.Instant;
import java.util.UUID;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;

/** Where a vehicle was last seen, WGS-84. */
public record LatestPosition(
        UUID vehicleId,
        Instant reportedAt,
        double latitude,
        double longitude,
        double speed_kmh,
        int heading_deg,
        boolean ignitionOn) {

    static LatestPosition of(PositionReported position) {
        return new LatestPosition(
                position.vehicleId(),
                position.reportedAt(),
                position.latitude(),
                position.longitude(),
                position.speed_kmh(),
                position.heading_deg(),
                position.ignitionOn());
    }

    /** The later of two; terminals fill gaps afterwards, so the later received may be the earlier. */
    LatestPosition later(LatestPosition other) {
        return other.reportedAt.isAfter(reportedAt) ? other : this;
    }
}

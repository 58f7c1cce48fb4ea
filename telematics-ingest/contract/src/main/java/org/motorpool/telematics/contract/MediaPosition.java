package org.motorpool.telematics.contract;

import java.time.Instant;
import java.util.Objects;

/**
 * Where a medium was taken, WGS-84.
 *
 * @param reportedAt terminal time, UTC; with the vehicle the identity of the position, see
 *     {@link TelematicsEvent.PositionReported}
 * @param latitude degrees, −90 to 90
 * @param longitude degrees, −180 to 180
 * @param located whether the terminal had a valid fix; without one the coordinates are old, or zero
 */
public record MediaPosition(Instant reportedAt, double latitude, double longitude, boolean located) {
    public MediaPosition {
        Objects.requireNonNull(reportedAt, "reportedAt");
    }
}

package org.motorpool.telematics.recorder;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;

/** Positions of one vehicle that drives along the 31st parallel. */
final class Reports {

    static final long IGNITION_AND_FIX = 3;
    static final long IGNITION_WITHOUT_FIX = 1;

    private Reports() {}

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    static PositionReported at(UUID vehicleId, Instant reportedAt) {
        return at(vehicleId, reportedAt, 121.0, 1000);
    }

    static PositionReported at(UUID vehicleId, Instant reportedAt, double longitude, long odometer_m) {
        return report(vehicleId, reportedAt, 31.0, longitude, odometer_m, IGNITION_AND_FIX);
    }

    static PositionReported withoutFix(UUID vehicleId, Instant reportedAt) {
        return report(vehicleId, reportedAt, 0, 0, -1, IGNITION_WITHOUT_FIX);
    }

    static PositionReported atLatitude(UUID vehicleId, double latitude) {
        return report(vehicleId, now(), latitude, 121, -1, IGNITION_AND_FIX);
    }

    private static PositionReported report(
            UUID vehicleId, Instant reportedAt, double latitude, double longitude, long odometer_m, long statusBits) {
        return new PositionReported(
                UUID.randomUUID(),
                vehicleId,
                now(),
                reportedAt,
                latitude,
                longitude,
                5,
                60.5,
                90,
                odometer_m,
                0,
                statusBits);
    }
}

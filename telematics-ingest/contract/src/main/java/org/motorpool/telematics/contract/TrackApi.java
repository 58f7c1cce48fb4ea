package org.motorpool.telematics.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** REST records of the recorder, under {@value #ROOT}; only for callers with the role {@code SERVICE}. */
public final class TrackApi {

    /** Root path: {@code GET ROOT/{vehicleId}/track} and {@code GET ROOT/{vehicleId}/mileage}, both {@code ?from=&to=}. */
    public static final String ROOT = "/telematics/v1/vehicles";

    private TrackApi() {}

    /** Positions of one vehicle in the half-open interval [from, to), oldest first; {@code next} is the next {@code from}, or null. */
    public record Track(UUID vehicleId, Instant from, Instant to, List<TrackPoint> items, String next) {
        public Track {
            items = List.copyOf(items);
        }
    }

    /** One point of a track, WGS-84. */
    public record TrackPoint(
            Instant reportedAt,
            double latitude,
            double longitude,
            double speed_kmh,
            int heading_deg,
            boolean ignitionOn) {}

    /**
     * Distance driven in [from, to).
     *
     * @param positions number of positions the measure rests on
     * @param track_m geodesic length of the track, metres
     * @param odometer_m difference of the terminal's odometer, metres; −1 when unknown
     */
    public record Mileage(UUID vehicleId, Instant from, Instant to, long positions, long track_m, long odometer_m) {}
}

package org.motorpool.telematics.simulator.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.LocationItem;
import org.motorpool.telematics.codec.Uplink.LocationReport;
import org.motorpool.telematics.simulator.Place;

/** What the terminal measures; without a fix until it is told a place. */
final class Instruments {
    private static final int IGNITION = 1;
    private static final int LOCATED = 1 << 1;
    private static final int GPS_AND_BEIDOU = 3 << 18;
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(10);

    private @Nullable Place place;
    private double speed_kmh;
    private int heading_deg;
    private double odometer_m = 12_345_600;
    private long alarmBits;
    private Instant last = Instant.EPOCH;

    void move(Place to, double newSpeed_kmh, int newHeading_deg) {
        if (place != null) {
            odometer_m += place.distanceTo_m(to);
        }
        place = to;
        speed_kmh = newSpeed_kmh;
        heading_deg = newHeading_deg;
    }

    void alarm(int bit, boolean on) {
        alarmBits = on ? alarmBits | 1L << bit : alarmBits & ~(1L << bit);
    }

    /** A report of now; never two of the same second, which would be one position. */
    LocationReport report(Instant now) {
        last = next(now);
        return at(last);
    }

    /** Reports of the past, oldest first, that end before the next one. */
    List<LocationReport> past(int count, Instant now) {
        Instant end = next(now);
        List<LocationReport> reports = new ArrayList<>();
        for (int i = count; i > 0; i--) {
            reports.add(at(end.minus(BETWEEN_REPORTS.multipliedBy(i))));
        }
        return reports;
    }

    private Instant next(Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return second.isAfter(last) ? second : last.plusSeconds(1);
    }

    private LocationReport at(Instant time) {
        Place here = place;
        return new LocationReport(
                alarmBits,
                GPS_AND_BEIDOU | (here == null ? 0 : LOCATED) | (speed_kmh > 0 ? IGNITION : 0),
                here == null ? 0 : here.latitude(),
                here == null ? 0 : here.longitude(),
                10,
                Math.round(speed_kmh * 10) / 10.0,
                heading_deg,
                time,
                List.of(
                        new LocationItem.Mileage(Math.round(odometer_m / 100) * 100),
                        new LocationItem.SignalStrength(28),
                        new LocationItem.Satellites(14)),
                "");
    }
}

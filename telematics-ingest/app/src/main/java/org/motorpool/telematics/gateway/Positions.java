package org.motorpool.telematics.gateway;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.motorpool.telematics.codec.Uplink.LocationReport;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.contract.TelematicsEvent.AlarmRaised;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;

/** Turns location reports into events. */
final class Positions {

    private static final long VALID_FIX = 2;
    private static final int FULL_CIRCLE = 360;

    private final Supplier<UUID> ids;

    Positions(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /** The positions in their order, each followed by the alarms that rose with it. */
    List<TelematicsEvent> events(UUID vehicleId, List<LocationReport> reports, long alarmsBefore, Instant now) {
        List<TelematicsEvent> events = new ArrayList<>();
        long alarms = alarmsBefore;
        for (int i = 0; i < reports.size(); i++) {
            LocationReport report = reports.get(i);
            Instant reportedAt = reportedAt(report, now, i);
            events.add(position(vehicleId, report, reportedAt, now));
            alarms(vehicleId, report.alarmBits() & ~alarms, reportedAt, now, events);
            SafetyAlarms.add(vehicleId, report, reportedAt, now, ids, events);
            alarms = report.alarmBits();
        }
        return events;
    }

    /** The position of something else that was reported, like a photo; empty when its time is no date. */
    Optional<PositionReported> find(UUID vehicleId, LocationReport report, Instant now) {
        return Optional.ofNullable(report.reportedAt()).map(time -> position(vehicleId, report, time, now));
    }

    /** A time that is no date is replaced by ours, one microsecond apart, so that no report hides another. */
    private static Instant reportedAt(LocationReport report, Instant now, int index) {
        Instant time = report.reportedAt();
        return time != null ? time : now.plus(index, ChronoUnit.MICROS);
    }

    /** Coordinates off the globe are no coordinates: the report is kept without a fix. */
    private PositionReported position(UUID vehicleId, LocationReport report, Instant reportedAt, Instant now) {
        boolean onGlobe = report.onGlobe();
        return new PositionReported(
                ids.get(),
                vehicleId,
                now,
                reportedAt,
                onGlobe ? report.latitude() : 0,
                onGlobe ? report.longitude() : 0,
                report.altitude_m(),
                report.speed_kmh(),
                report.heading_deg() % FULL_CIRCLE,
                report.odometer_m(),
                report.alarmBits(),
                onGlobe ? report.statusBits() : report.statusBits() & ~VALID_FIX);
    }

    private void alarms(UUID vehicleId, long risen, Instant reportedAt, Instant now, List<TelematicsEvent> events) {
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            if ((risen >>> bit & 1) != 0) {
                events.add(new AlarmRaised(ids.get(), vehicleId, now, reportedAt, bit));
            }
        }
    }
}

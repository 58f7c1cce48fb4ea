package org.motorpool.telematics.gateway;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.motorpool.telematics.codec.LocationItem;
import org.motorpool.telematics.codec.SafetyItem;
import org.motorpool.telematics.codec.SafetyItem.Alarm;
import org.motorpool.telematics.codec.Uplink.LocationReport;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.contract.TelematicsEvent.SafetyAlarmRaised;

/** Alarms of active-safety equipment in location reports. */
final class SafetyAlarms {

    private SafetyAlarms() {}

    /** Adds an event for each alarm of the report. Every position passes here, so no stream is made. */
    static void add(
            UUID vehicleId,
            LocationReport report,
            Instant reportedAt,
            Instant now,
            Supplier<UUID> ids,
            List<TelematicsEvent> events) {
        for (LocationItem item : report.items()) {
            if (item instanceof Alarm alarm) {
                events.add(new SafetyAlarmRaised(
                        ids.get(),
                        vehicleId,
                        now,
                        reportedAt,
                        alarm.id(),
                        alarm.number(),
                        alarm.phase(),
                        type(alarm),
                        level(alarm)));
            }
        }
    }

    /** 0 when the item has none. */
    static int type(Alarm alarm) {
        return switch (alarm) {
            case SafetyItem.DriverAssistance assistance -> assistance.type();
            case SafetyItem.DriverState driver -> driver.type();
            case SafetyItem.BlindSpot blindSpot -> blindSpot.type();
            case SafetyItem.AggressiveDriving driving -> driving.type();
            case SafetyItem.TyreState _ -> 0;
        };
    }

    private static int level(Alarm alarm) {
        return switch (alarm) {
            case SafetyItem.DriverAssistance assistance -> assistance.level();
            case SafetyItem.DriverState driver -> driver.level();
            case SafetyItem.BlindSpot _, SafetyItem.AggressiveDriving _, SafetyItem.TyreState _ -> 0;
        };
    }
}

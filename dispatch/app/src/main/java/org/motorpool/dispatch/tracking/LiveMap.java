package org.motorpool.dispatch.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.motorpool.dispatch.contract.VehicleApi.LiveProperties;
import org.motorpool.dispatch.contract.VehicleApi.LiveVehicle;
import org.motorpool.dispatch.contract.VehicleApi.Point;
import org.motorpool.dispatch.registry.VehicleFile;

/** Draws a vehicle with its position as a GeoJSON feature. */
final class LiveMap {

    /** A parked terminal reports at least every 5 minutes; after that it counts as offline. */
    static final Duration OFFLINE_AFTER = Duration.ofMinutes(5);

    private LiveMap() {}

    static LiveVehicle feature(SeenVehicle seen, Instant now) {
        VehicleFile vehicle = seen.vehicle();
        LatestPosition position = seen.position();
        boolean offline = position.reportedAt().isBefore(now.minus(OFFLINE_AFTER));
        LiveProperties properties = new LiveProperties(
                vehicle.plate(),
                vehicle.plateColour(),
                vehicle.unitId(),
                vehicle.unitName(),
                vehicle.category(),
                vehicle.energyType(),
                vehicle.isNewEnergy(),
                offline ? "OFFLINE" : vehicle.state().name(),
                position.speed_kmh(),
                position.heading_deg(),
                position.ignitionOn(),
                position.reportedAt());
        return new LiveVehicle(
                "Feature",
                vehicle.id(),
                new Point("Point", List.of(position.longitude(), position.latitude())),
                properties);
    }
}

package org.motorpool.dispatch.tracking.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.motorpool.dispatch.tracking.LatestPosition;

@Entity(name = "LatestPosition")
@Table(name = "latest_position")
class LatestPositionRow {
    @Id
    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Column(name = "reported_at")
    Instant reportedAt;

    double latitude;
    double longitude;

    @Column(name = "speed_kmh")
    double speed_kmh;

    @Column(name = "heading_deg")
    int heading_deg;

    @Column(name = "ignition_on")
    boolean ignitionOn;

    protected LatestPositionRow() {}

    LatestPosition toPosition() {
        return new LatestPosition(vehicleId, reportedAt, latitude, longitude, speed_kmh, heading_deg, ignitionOn);
    }
}

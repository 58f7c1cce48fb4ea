package org.motorpool.dispatch.trip.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.OdometerApi.Reading;
import org.motorpool.dispatch.registry.VehicleFile;

@Entity(name = "OdometerReading")
@Table(name = "odometer_reading")
class OdometerReadingRow {
    @Id
    UUID id;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Column(name = "read_at")
    Instant readAt;

    @Column(name = "odometer_km")
    long odometer_km;

    String source;

    @Column(name = "source_id")
    @Nullable
    UUID sourceId;

    @Nullable
    String reason;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    protected OdometerReadingRow() {}

    OdometerReadingRow(VehicleFile vehicle, Reading reading) {
        id = reading.id();
        vehicleId = vehicle.id();
        unitId = vehicle.unitId();
        unitPath = vehicle.unitPath();
        readAt = reading.readAt();
        odometer_km = reading.odometer_km();
        source = reading.source();
        sourceId = reading.sourceId();
        reason = reading.reason();
        recordedBy = reading.recordedBy();
        recordedAt = reading.recordedAt();
    }

    Reading toReading() {
        return new Reading(id, vehicleId, readAt, odometer_km, source, sourceId, reason, recordedBy, recordedAt);
    }
}

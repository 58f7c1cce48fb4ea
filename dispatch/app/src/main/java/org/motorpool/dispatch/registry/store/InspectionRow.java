package org.motorpool.dispatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.VehicleFileApi.Inspection;
import org.motorpool.dispatch.registry.VehicleFile;

@Entity(name = "VehicleInspection")
@Table(name = "vehicle_inspection")
class InspectionRow {
    @Id
    UUID id;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Column(name = "inspected_on")
    LocalDate inspectedOn;

    String station;
    boolean passed;

    @Column(name = "valid_to")
    @Nullable
    LocalDate validTo;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    protected InspectionRow() {}

    InspectionRow(VehicleFile vehicle, Inspection inspection, String by, Instant at) {
        id = inspection.id();
        vehicleId = vehicle.id();
        unitId = vehicle.unitId();
        unitPath = vehicle.unitPath();
        inspectedOn = inspection.inspectedOn();
        station = inspection.station();
        passed = inspection.passed();
        validTo = inspection.validTo();
        recordedBy = by;
        recordedAt = at;
    }

    Inspection toInspection() {
        return new Inspection(id, inspectedOn, station, passed, validTo);
    }
}

package org.motorpool.dispatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.VehicleFileApi.Marking;
import org.motorpool.dispatch.registry.VehicleFile;

@Entity(name = "VehicleMarking")
@Table(name = "vehicle_marking")
class MarkingRow {
    @Id
    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Column(name = "marked_on")
    @Nullable
    LocalDate markedOn;

    @Column(name = "exempt_reason")
    @Nullable
    String exemptReason;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    protected MarkingRow() {}

    MarkingRow(VehicleFile vehicle) {
        vehicleId = vehicle.id();
        unitId = vehicle.unitId();
        unitPath = vehicle.unitPath();
    }

    void state(Marking marking, String by, Instant at) {
        markedOn = marking.markedOn();
        exemptReason = marking.exemptReason();
        recordedBy = by;
        recordedAt = at;
    }

    Marking toMarking() {
        return new Marking(markedOn, exemptReason);
    }
}

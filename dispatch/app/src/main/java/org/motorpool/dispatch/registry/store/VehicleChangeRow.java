package org.motorpool.dispatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.VehicleFileApi;
import org.motorpool.dispatch.registry.ChangeCause;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleHistory;

@Entity(name = "VehicleChange")
@Table(name = "vehicle_change")
class VehicleChangeRow {
    @Id
    UUID id;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    String aspect;

    @Column(name = "from_value")
    @Nullable
    String fromValue;

    @Column(name = "to_value")
    String toValue;

    String reason;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_at")
    Instant changedAt;

    protected VehicleChangeRow() {}

    VehicleChangeRow(VehicleFile vehicle, VehicleHistory.Change change, ChangeCause cause, Instant at) {
        id = Ids.next();
        vehicleId = vehicle.id();
        unitId = vehicle.unitId();
        unitPath = vehicle.unitPath();
        aspect = change.aspect();
        fromValue = change.from();
        toValue = change.to();
        reason = cause.reason();
        changedBy = cause.by();
        changedAt = at;
    }

    VehicleFileApi.Change toChange() {
        return new VehicleFileApi.Change(id, aspect, fromValue, toValue, reason, changedBy, changedAt);
    }
}

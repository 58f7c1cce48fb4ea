package org.motorpool.dispatch.duty.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.DutyApi;
import org.motorpool.dispatch.duty.NewShift;
import org.motorpool.dispatch.duty.ShiftFile;

@Entity(name = "DriverShift")
@Table(name = "driver_shift")
class ShiftRow {
    @Id
    UUID id;

    @Column(name = "driver_id")
    UUID driverId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Column(name = "template_id")
    UUID templateId;

    @Column(name = "batch_id")
    UUID batchId;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    String status;

    @Column(name = "planned_by")
    String plannedBy;

    @Column(name = "planned_at")
    Instant plannedAt;

    @Version
    long version;

    protected ShiftRow() {}

    ShiftRow(NewShift shift, UUID batchId, String plannedBy, Instant plannedAt) {
        id = Ids.next();
        driverId = shift.driver().id();
        unitId = shift.driver().unitId();
        unitPath = shift.driver().unitPath();
        templateId = shift.templateId();
        this.batchId = batchId;
        startsAt = shift.period().from();
        endsAt = shift.period().to();
        status = "PLANNED";
        this.plannedBy = plannedBy;
        this.plannedAt = plannedAt;
    }

    void withdraw() {
        status = "WITHDRAWN";
    }

    ShiftFile toShift() {
        DutyApi.Shift view = new DutyApi.Shift(id, driverId, templateId, startsAt, endsAt, status, version);
        return new ShiftFile(view, unitId, unitPath);
    }
}

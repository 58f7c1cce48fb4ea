package org.motorpool.dispatch.duty.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.motorpool.dispatch.contract.DutyApi;
import org.motorpool.dispatch.duty.TemplateFile;

@Entity(name = "ShiftTemplate")
@Table(name = "shift_template")
class TemplateRow {
    @Id
    UUID id;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    String name;

    @Column(name = "starts_at")
    LocalTime startsAt;

    @Column(name = "ends_at")
    LocalTime endsAt;

    boolean retired;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Version
    long version;

    protected TemplateRow() {}

    TemplateRow(TemplateFile template, String createdBy, Instant createdAt) {
        DutyApi.ShiftTemplate view = template.view();
        id = view.id();
        unitId = view.unitId();
        unitPath = template.unitPath();
        name = view.name();
        startsAt = view.startsAt();
        endsAt = view.endsAt();
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    TemplateFile toTemplate() {
        return new TemplateFile(
                new DutyApi.ShiftTemplate(id, unitId, name, startsAt, endsAt, retired, version), unitPath);
    }
}

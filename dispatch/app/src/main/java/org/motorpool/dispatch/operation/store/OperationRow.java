package org.motorpool.dispatch.operation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.operation.OperationFile;
import org.motorpool.dispatch.operation.OperationStatus;

@Entity(name = "Operation")
@Table(name = "operation")
class OperationRow {
    @Id
    UUID id;

    String number;
    String kind;
    String name;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Column(name = "unit_name")
    String unitName;

    @Column(name = "region_code")
    String regionCode;

    @Enumerated(EnumType.STRING)
    OperationStatus status;

    /** The event's plan or the mobilisation, as JSON. */
    String plan;

    @Column(name = "organiser_id")
    UUID organiserId;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Column(name = "decision_reason")
    @Nullable
    String decisionReason;

    @Column(name = "ended_reason")
    @Nullable
    String endedReason;

    @Version
    long version;

    protected OperationRow() {}

    OperationRow(OperationFile file, String plan) {
        id = file.id();
        number = file.view().number();
        kind = file.view().kind();
        name = file.view().name();
        unitId = file.view().unitId();
        unitPath = file.unitPath();
        unitName = file.view().unitName();
        regionCode = file.regionCode();
        status = OperationStatus.valueOf(file.view().status());
        this.plan = plan;
        organiserId = file.organiserId();
        createdBy = file.view().createdBy();
        createdAt = file.view().createdAt();
    }

    void decide(OperationStatus outcome, String by, Instant at, @Nullable String reason) {
        status = outcome;
        decidedBy = by;
        decidedAt = at;
        decisionReason = reason;
    }

    void end(OperationStatus outcome, String reason) {
        status = outcome;
        endedReason = reason;
    }
}

package org.motorpool.dispatch.duty.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.DutyApi;
import org.motorpool.dispatch.duty.LeaveFile;
import org.motorpool.dispatch.duty.LeaveStatus;
import org.motorpool.dispatch.registry.DriverFile;

@Entity(name = "DriverLeave")
@Table(name = "driver_leave")
class LeaveRow {
    @Id
    UUID id;

    @Column(name = "driver_id")
    UUID driverId;

    @Formula("(select d.name from driver d where d.id = driver_id)")
    String driverName;

    @Formula("(select d.username from driver d where d.id = driver_id)")
    String driverUsername;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    String kind;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    String reason;

    @Enumerated(EnumType.STRING)
    LeaveStatus status;

    @Column(name = "asked_by")
    String askedBy;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "decision_reason")
    String decisionReason;

    @Version
    long version;

    protected LeaveRow() {}

    LeaveRow(DriverFile driver, DutyApi.Leave leave, String askedBy, Instant askedAt) {
        id = leave.id();
        driverId = driver.id();
        driverName = driver.name();
        driverUsername = driver.username();
        unitId = driver.unitId();
        unitPath = driver.unitPath();
        kind = leave.kind();
        startsAt = leave.from();
        endsAt = leave.to();
        reason = leave.reason();
        status = LeaveStatus.ASKED;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    void decide(LeaveStatus outcome, String by, Instant at, @Nullable String why) {
        status = outcome;
        decidedBy = by;
        decidedAt = at;
        decisionReason = why;
    }

    void withdraw(String why) {
        status = LeaveStatus.WITHDRAWN;
        decisionReason = why;
    }

    LeaveFile toLeave() {
        DutyApi.Leave view = new DutyApi.Leave(
                id,
                driverId,
                driverName,
                kind,
                startsAt,
                endsAt,
                reason,
                status.name(),
                decisionReason,
                List.of(),
                version);
        return new LeaveFile(view, unitId, unitPath, driverUsername);
    }
}

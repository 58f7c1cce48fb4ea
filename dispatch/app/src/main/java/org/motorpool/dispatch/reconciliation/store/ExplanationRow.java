package org.motorpool.dispatch.reconciliation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.MileageApi.Explanation;
import org.motorpool.dispatch.contract.MileageApi.Segment;

@Entity(name = "MileageExplanation")
@Table(name = "mileage_explanation")
class ExplanationRow {
    @Id
    UUID id;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    String reason;

    @Nullable
    String evidence;

    @Column(name = "explained_by")
    String explainedBy;

    @Column(name = "explained_at")
    Instant explainedAt;

    String status;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Column(name = "decision_reason")
    @Nullable
    String decisionReason;

    @Version
    long version;

    protected ExplanationRow() {}

    ExplanationRow(UUID id, MileageFigures.Day day, Segment segment, Explanations.Said said) {
        this.id = id;
        vehicleId = day.vehicleId();
        unitId = day.unitId();
        unitPath = day.unitPath();
        startsAt = segment.from();
        endsAt = segment.to();
        reason = said.reason();
        evidence = said.evidence();
        explainedBy = said.by();
        explainedAt = said.at();
        status = "GIVEN";
    }

    void decide(String outcome, Explanations.Said said) {
        status = outcome;
        decidedBy = said.by();
        decidedAt = said.at();
        decisionReason = said.reason();
    }

    Explanation toExplanation() {
        return new Explanation(
                id,
                vehicleId,
                startsAt,
                endsAt,
                reason,
                evidence,
                explainedBy,
                explainedAt,
                status,
                decidedBy,
                decidedAt,
                decisionReason,
                version);
    }
}

package org.motorpool.dispatch.settlement.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.SettlementApi.Dispute;

@Entity(name = "StatementDispute")
@Table(name = "statement_dispute")
@DynamicUpdate
class DisputeRow {
    @Id
    UUID id;

    @Column(name = "statement_id")
    UUID statementId;

    @Column(name = "line_id")
    UUID lineId;

    String reason;

    @Nullable
    String evidence;

    String status;

    @Column(name = "raised_by")
    String raisedBy;

    @Column(name = "raised_at")
    Instant raisedAt;

    @Nullable
    String resolution;

    @Column(name = "credit_note_id")
    @Nullable
    UUID creditNoteId;

    @Column(name = "resolved_by")
    @Nullable
    String resolvedBy;

    @Column(name = "resolved_at")
    @Nullable
    Instant resolvedAt;

    protected DisputeRow() {}

    DisputeRow(UUID statementId, Dispute dispute) {
        id = dispute.id();
        this.statementId = statementId;
        lineId = dispute.lineId();
        reason = dispute.reason();
        evidence = dispute.evidence();
        status = dispute.status();
        raisedBy = dispute.raisedBy();
        raisedAt = dispute.raisedAt();
    }

    /** @param creditNote the credit note of an upheld dispute; null of a rejected one */
    void resolve(@Nullable UUID creditNote, String said, String by, Instant at) {
        status = creditNote == null ? "REJECTED" : "UPHELD";
        creditNoteId = creditNote;
        resolution = said;
        resolvedBy = by;
        resolvedAt = at;
    }

    Dispute toDispute() {
        return new Dispute(
                id,
                lineId,
                reason,
                evidence,
                status,
                raisedBy,
                raisedAt,
                resolution,
                creditNoteId,
                resolvedBy,
                resolvedAt);
    }
}

package org.motorpool.dispatch.request.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.request.ApprovalStep;
import org.motorpool.dispatch.request.StepAct;
import org.motorpool.dispatch.request.StepState;

@Entity(name = "RequestStep")
@Table(name = "request_step")
class StepRow {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    int round;
    int position;
    String name;
    String role;
    String account;

    @Column(name = "holder_path")
    String holderPath;

    @Enumerated(EnumType.STRING)
    StepState state;

    Integer remind_h;
    Integer escalate_h;
    Integer lapse_h;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "next_at")
    Instant nextAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "next_act")
    StepAct nextAct;

    @Column(name = "reminded_at")
    Instant remindedAt;

    @Column(name = "escalated_at")
    Instant escalatedAt;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "decided_by_id")
    UUID decidedById;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "behalf_of_id")
    UUID behalfOfId;

    @Column(name = "behalf_of")
    String behalfOf;

    String reason;

    protected StepRow() {}

    StepRow(ApprovalStep step, UUID unitId, String unitPath) {
        id = step.id();
        requestId = step.requestId();
        this.unitId = unitId;
        this.unitPath = unitPath;
        round = step.round();
        position = step.position();
        name = step.name();
        role = step.role();
        remind_h = step.limits().remind_h();
        escalate_h = step.limits().escalate_h();
        lapse_h = step.limits().lapse_h();
        change(step);
    }

    /** What changes in the life of a step. */
    void change(ApprovalStep step) {
        account = step.account();
        holderPath = step.holderPath();
        state = step.state();
        openedAt = step.since();
        nextAt = step.due() == null ? null : step.due().at();
        nextAct = step.due() == null ? null : step.due().act();
        remindedAt = step.remindedAt();
        escalatedAt = step.escalatedAt();
        if (step.verdict() != null) {
            decide(step.verdict());
        }
    }

    private void decide(ApprovalStep.Verdict verdict) {
        decidedAt = verdict.at();
        decidedById = verdict.by().id();
        decidedBy = verdict.by().name();
        behalfOfId = verdict.behalf() == null ? null : verdict.behalf().id();
        behalfOf = verdict.behalf() == null ? null : verdict.behalf().name();
        reason = verdict.reason();
    }

    ApprovalStep toStep() {
        return new ApprovalStep(
                id,
                requestId,
                round,
                position,
                name,
                role,
                account,
                holderPath,
                state,
                new ApprovalStep.Limits(remind_h, escalate_h, lapse_h),
                openedAt,
                nextAt == null ? null : new ApprovalStep.Due(nextAct, nextAt),
                remindedAt,
                escalatedAt,
                verdict());
    }

    private ApprovalStep.@Nullable Verdict verdict() {
        return decidedById == null
                ? null
                : new ApprovalStep.Verdict(
                        new ApprovalStep.Person(decidedById, decidedBy),
                        behalfOfId == null ? null : new ApprovalStep.Person(behalfOfId, behalfOf),
                        decidedAt,
                        reason);
    }
}

package org.motorpool.dispatch.assignment.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.motorpool.dispatch.assignment.PlanStatus;
import org.motorpool.dispatch.assignment.RidePlan;
import org.motorpool.dispatch.contract.OrderApi;

@Entity(name = "DispatchPlan")
@Table(name = "dispatch_plan")
class PlanRow {
    @Id
    UUID id;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Column(name = "unit_code")
    String unitCode;

    @Enumerated(EnumType.STRING)
    PlanStatus status;

    @Column(name = "period_from")
    Instant from;

    @Column(name = "period_to")
    Instant to;

    int seconds;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    String score;

    @Column(name = "cost_fen")
    Long cost_fen;

    String failure;

    protected PlanRow() {}

    PlanRow(RidePlan plan, int seconds, String createdBy) {
        id = plan.id();
        unitId = plan.unitId();
        unitPath = plan.unitPath();
        unitCode = plan.unitCode();
        status = plan.status();
        from = plan.view().from();
        to = plan.view().to();
        createdAt = plan.view().createdAt();
        this.seconds = seconds;
        this.createdBy = createdBy;
    }

    void propose(String foundScore, long foundCost_fen) {
        status = PlanStatus.PROPOSED;
        score = foundScore;
        cost_fen = foundCost_fen;
    }

    void fail(String reason) {
        status = PlanStatus.FAILED;
        failure = reason;
    }

    void commit() {
        status = PlanStatus.COMMITTED;
    }

    RidePlan toPlan(List<PlanItemRow> rows) {
        OrderApi.Plan view = new OrderApi.Plan(
                id,
                status.name(),
                from,
                to,
                createdAt,
                score,
                cost_fen,
                failure,
                rows.stream()
                        .filter(PlanItemRow::isServed)
                        .map(PlanItemRow::toItem)
                        .toList(),
                rows.stream()
                        .filter(row -> !row.isServed())
                        .map(PlanItemRow::toUnserved)
                        .toList());
        return new RidePlan(view, unitId, unitCode, unitPath);
    }
}

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
import org.motorpool.dispatch.assignment.Companies;
import org.motorpool.dispatch.assignment.PlanStatus;
import org.motorpool.dispatch.assignment.RidePlan;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.planner.contract.PlannerEvent;

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

    @Column(name = "progress_cost_fen")
    Long progressCost_fen;

    @Column(name = "progress_served")
    Integer progressServed;

    @Column(name = "progress_rides")
    Integer progressRides;

    @Column(name = "progress_ms")
    Long progress_ms;

    @Column(name = "bound_cost_fen")
    Long boundCost_fen;

    @Column(name = "bound_gap_percent")
    Double boundGap_percent;

    @Column(name = "bound_relaxation")
    String boundRelaxation;

    @Column(name = "bound_vehicles")
    Integer boundVehicles;

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

    void propose(OrderApi.Plan found) {
        status = PlanStatus.PROPOSED;
        score = found.score();
        cost_fen = found.cost_fen();
        if (found.bound() != null) {
            boundCost_fen = found.bound().cost_fen();
            boundGap_percent = found.bound().gap_percent();
            boundRelaxation = found.bound().relaxation();
            boundVehicles = found.bound().vehicles();
        }
    }

    /** News that was overtaken by later news changes nothing. */
    void progress(PlannerEvent.PlanProgressed news) {
        if (progress_ms == null || news.elapsed_ms() > progress_ms) {
            progressCost_fen = news.cost_fen();
            progressServed = news.served();
            progressRides = news.rides();
            progress_ms = news.elapsed_ms();
        }
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
                Companies.told(rows.stream()
                        .filter(PlanItemRow::isServed)
                        .map(PlanItemRow::toItem)
                        .toList()),
                rows.stream()
                        .filter(row -> !row.isServed())
                        .map(PlanItemRow::toUnserved)
                        .toList(),
                progress(),
                bound());
        return new RidePlan(view, unitId, unitCode, unitPath);
    }

    private OrderApi.PlanProgress progress() {
        return progress_ms == null
                ? null
                : new OrderApi.PlanProgress(progressCost_fen, progressServed, progressRides, progress_ms);
    }

    private OrderApi.PlanBound bound() {
        return boundCost_fen == null
                ? null
                : new OrderApi.PlanBound(boundCost_fen, boundGap_percent, boundRelaxation, boundVehicles);
    }
}

package org.motorpool.dispatch.assignment.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.assignment.Replan;
import org.motorpool.dispatch.assignment.ReplanState;
import org.motorpool.dispatch.contract.ReplanApi;

@Entity(name = "Replan")
@Table(name = "replan")
class ReplanRow {
    @Id
    UUID id;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Enumerated(EnumType.STRING)
    ReplanState state;

    String kind;

    @Column(name = "cause_id")
    UUID causeId;

    String subject;

    String event;

    @Column(name = "planned_on")
    LocalDate day;

    @Column(name = "moved_fen")
    long moved_fen;

    @Column(name = "cost_before_fen")
    long costBefore_fen;

    @Column(name = "cost_after_fen")
    long costAfter_fen;

    String moves;

    String unserved;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "closed_by")
    String closedBy;

    @Column(name = "closed_at")
    Instant closedAt;

    String refusal;

    @Version
    long version;

    protected ReplanRow() {}

    ReplanRow(Replan replan, String event, String moves, String unserved) {
        ReplanApi.Replan view = replan.view();
        id = view.id();
        unitId = view.unitId();
        unitPath = replan.unitPath();
        state = replan.state();
        kind = view.event().kind();
        causeId = replan.causeId();
        subject = view.subject();
        this.event = event;
        day = view.day();
        moved_fen = view.moved_fen();
        costBefore_fen = view.costBefore_fen();
        costAfter_fen = view.costAfter_fen();
        this.moves = moves;
        this.unserved = unserved;
        createdBy = view.createdBy();
        createdAt = view.createdAt();
        closedBy = view.closedBy();
        closedAt = view.closedAt();
    }

    void close(ReplanState next, String by, Instant at, @Nullable String because) {
        state = next;
        closedBy = by;
        closedAt = at;
        refusal = because;
    }
}

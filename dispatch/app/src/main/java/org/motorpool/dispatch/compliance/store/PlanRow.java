package org.motorpool.dispatch.compliance.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.compliance.PlanFile;

@Entity(name = "ProcurementPlan")
@Table(name = "procurement_plan")
class PlanRow {
    @Id
    UUID id;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Formula("(select u.name from unit u where u.id = unit_id)")
    String unitName;

    int year;
    String status;

    @Column(name = "budget_fen")
    long budgetFen;

    @Column(name = "new_energy")
    int newEnergy;

    @Column(name = "drafted_by")
    String draftedBy;

    @Column(name = "drafted_at")
    Instant draftedAt;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Column(name = "document_number")
    @Nullable
    String documentNumber;

    @Nullable
    String reason;

    protected PlanRow() {}

    PlanRow(PlanFile file) {
        id = file.id();
        unitId = file.unitId();
        unitPath = file.unitPath();
        unitName = file.unitName();
        year = file.year();
        status = file.status();
        budgetFen = file.budget_fen();
        newEnergy = file.newEnergy();
        draftedBy = file.drafted().by();
        draftedAt = file.drafted().at();
    }

    void revise(long budget_fen, int newEnergyVehicles) {
        budgetFen = budget_fen;
        newEnergy = newEnergyVehicles;
    }

    void submit() {
        status = "SUBMITTED";
    }

    void decide(PlanFile.Decided decided, String outcome) {
        status = outcome;
        decidedBy = decided.by();
        decidedAt = decided.at();
        documentNumber = decided.documentNumber();
        reason = decided.reason();
    }

    PlanFile toFile(List<PlanFile.Item> items) {
        return new PlanFile(
                id,
                unitId,
                unitPath,
                unitName,
                year,
                status,
                budgetFen,
                newEnergy,
                new PlanFile.Drafted(draftedBy, draftedAt),
                decidedBy == null || decidedAt == null
                        ? null
                        : new PlanFile.Decided(decidedBy, decidedAt, documentNumber, reason),
                items);
    }
}

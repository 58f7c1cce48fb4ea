package org.motorpool.dispatch.compliance.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.compliance.DisposalFile;
import org.motorpool.dispatch.compliance.DisposalStatus;
import org.motorpool.dispatch.compliance.DisposalStep;
import org.motorpool.dispatch.contract.DisposalApi.NewDisposal;
import org.motorpool.dispatch.registry.VehicleFile;

@Entity(name = "Disposal")
@Table(name = "disposal")
class DisposalRow {
    @Id
    UUID id;

    String number;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Formula("(select v.plate from vehicle v where v.id = vehicle_id)")
    @Nullable
    String plate;

    @Formula("coalesce((select v.confidential from vehicle v where v.id = vehicle_id), false)")
    boolean confidential;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Formula("(select u.name from unit u where u.id = unit_id)")
    String unitName;

    @Formula("(select u.region_code from unit u where u.id = unit_id)")
    String regionCode;

    String method;

    @Column(name = "receiver_unit_id")
    @Nullable
    UUID receiverUnitId;

    @Nullable
    String receiver;

    String reason;

    @Enumerated(EnumType.STRING)
    DisposalStatus status;

    @Column(name = "applied_by")
    String appliedBy;

    @Column(name = "applied_at")
    Instant appliedAt;

    @Column(name = "appraised_fen")
    @Nullable
    Long appraisedFen;

    @Column(name = "appraised_by")
    @Nullable
    String appraisedBy;

    @Column(name = "approved_by")
    @Nullable
    String approvedBy;

    @Column(name = "approved_at")
    @Nullable
    Instant approvedAt;

    @Column(name = "document_number")
    @Nullable
    String documentNumber;

    @Column(name = "notice_from")
    @Nullable
    LocalDate noticeFrom;

    @Column(name = "notice_to")
    @Nullable
    LocalDate noticeTo;

    @Column(name = "executed_on")
    @Nullable
    LocalDate executedOn;

    @Column(name = "income_fen")
    @Nullable
    Long incomeFen;

    @Column(name = "treasury_receipt")
    @Nullable
    String treasuryReceipt;

    @Column(name = "income_posted_on")
    @Nullable
    LocalDate incomePostedOn;

    @Column(name = "deregistered_on")
    @Nullable
    LocalDate deregisteredOn;

    @Column(name = "deregistration_number")
    @Nullable
    String deregistrationNumber;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(name = "decision_reason")
    @Nullable
    String decisionReason;

    protected DisposalRow() {}

    DisposalRow(VehicleFile vehicle, NewDisposal form, String number, String by, Instant at) {
        id = Ids.next();
        this.number = number;
        vehicleId = vehicle.id();
        plate = vehicle.plate();
        unitId = vehicle.unitId();
        unitPath = vehicle.unitPath();
        unitName = vehicle.unitName();
        regionCode = vehicle.regionCode();
        method = form.method();
        receiverUnitId = form.receiverUnitId();
        receiver = form.receiver();
        reason = form.reason();
        status = DisposalStatus.APPLIED;
        appliedBy = by;
        appliedAt = at;
    }

    void take(DisposalStep step, DisposalStatus then, String by, Instant at) {
        status = then;
        switch (step) {
            case DisposalStep.Appraise(long fen, String appraiser) -> {
                appraisedFen = fen;
                appraisedBy = appraiser;
            }
            case DisposalStep.Approve(String document) -> {
                approvedBy = by;
                approvedAt = at;
                documentNumber = document;
            }
            case DisposalStep.Reject(String why) -> decisionReason = why;
            case DisposalStep.Notice(LocalDate from, LocalDate to) -> {
                noticeFrom = from;
                noticeTo = to;
            }
            case DisposalStep.Execute(LocalDate on) -> executedOn = on;
            case DisposalStep.PostIncome(long fen, String receipt, LocalDate on) -> {
                incomeFen = fen;
                treasuryReceipt = receipt;
                incomePostedOn = on;
            }
            case DisposalStep.Deregister(String document, LocalDate on) -> {
                deregistrationNumber = document;
                deregisteredOn = on;
            }
            case DisposalStep.Close() -> closedAt = at;
            case DisposalStep.Cancel(String why) -> decisionReason = why;
        }
    }

    DisposalFile toFile() {
        return new DisposalFile(
                id,
                number,
                vehicleId,
                plate,
                unitId,
                unitPath,
                unitName,
                regionCode,
                method,
                receiverUnitId,
                receiver,
                reason,
                status,
                appliedBy,
                appliedAt,
                appraisedFen,
                appraisedBy,
                approvedBy,
                approvedAt,
                documentNumber,
                noticeFrom,
                noticeTo,
                executedOn,
                incomeFen,
                treasuryReceipt,
                incomePostedOn,
                deregisteredOn,
                deregistrationNumber,
                closedAt,
                decisionReason);
    }
}

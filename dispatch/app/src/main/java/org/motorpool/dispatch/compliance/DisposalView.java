package org.motorpool.dispatch.compliance;

import org.motorpool.dispatch.contract.DisposalApi.Disposal;

/** Shows a disposal, with the steps that come next under its rule. */
final class DisposalView {

    private DisposalView() {}

    static Disposal of(DisposalFile disposal, DisposalRule rule) {
        return new Disposal(
                disposal.id(),
                disposal.number(),
                disposal.vehicleId(),
                disposal.plate(),
                disposal.unitId(),
                disposal.unitName(),
                disposal.method(),
                disposal.receiverUnitId(),
                disposal.receiver(),
                disposal.reason(),
                disposal.status().name(),
                DisposalLogic.next(disposal.status(), rule).stream()
                        .map(Enum::name)
                        .toList(),
                disposal.appliedBy(),
                disposal.appliedAt(),
                disposal.appraised_fen(),
                disposal.appraisedBy(),
                disposal.approvedBy(),
                disposal.approvedAt(),
                disposal.documentNumber(),
                disposal.noticeFrom(),
                disposal.noticeTo(),
                disposal.executedOn(),
                disposal.income_fen(),
                disposal.treasuryReceipt(),
                disposal.incomePostedOn(),
                disposal.deregisteredOn(),
                disposal.deregistrationNumber(),
                disposal.closedAt(),
                disposal.decisionReason(),
                rule.clause());
    }
}

package org.motorpool.dispatch.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disposal as it is kept; see {@link org.motorpool.dispatch.contract.DisposalApi.Disposal}.
 *
 * @param plate null where the vehicle went to a unit outside the scope
 */
public record DisposalFile(
        UUID id,
        String number,
        UUID vehicleId,
        @Nullable String plate,
        UUID unitId,
        String unitPath,
        String unitName,
        String regionCode,
        String method,
        @Nullable UUID receiverUnitId,
        @Nullable String receiver,
        String reason,
        DisposalStatus status,
        String appliedBy,
        Instant appliedAt,
        @Nullable Long appraised_fen,
        @Nullable String appraisedBy,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String documentNumber,
        @Nullable LocalDate noticeFrom,
        @Nullable LocalDate noticeTo,
        @Nullable LocalDate executedOn,
        @Nullable Long income_fen,
        @Nullable String treasuryReceipt,
        @Nullable LocalDate incomePostedOn,
        @Nullable LocalDate deregisteredOn,
        @Nullable String deregistrationNumber,
        @Nullable Instant closedAt,
        @Nullable String decisionReason) {}

package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/disposals}: disposal 处置 of vehicles, and idle vehicles that could serve another unit 调剂. */
public final class DisposalApi {
    private DisposalApi() {}

    /**
     * Body of {@code POST disposals}: apply for the disposal of a vehicle.
     *
     * @param method TRANSFER 调剂划转, AUCTION 转让拍卖, TAKE_BACK 厂家回收置换, DONATION 捐赠, SCRAPPING 报废 or LOSS 损失核销
     * @param receiverUnitId the unit that gets it, for TRANSFER
     * @param receiver who gets it, where the method needs a name
     */
    public record NewDisposal(UUID vehicleId, String method, UUID receiverUnitId, String receiver, String reason) {}

    /**
     * Body of {@code POST disposals/{id}/steps}. Each step takes its own fields.
     *
     * @param step APPRAISE (appraised_fen, appraisedBy), APPROVE (documentNumber), REJECT (reason), NOTICE (from, to), EXECUTE
     *     (on), POST_INCOME (income_fen, treasuryReceipt, on), DEREGISTER (deregistrationNumber, on), CLOSE or CANCEL (reason)
     * @param to the last day of the public notice
     */
    public record NewStep(
            String step,
            Long appraised_fen,
            String appraisedBy,
            String documentNumber,
            String reason,
            LocalDate from,
            LocalDate to,
            LocalDate on,
            Long income_fen,
            String treasuryReceipt,
            String deregistrationNumber) {}

    /**
     * A disposal.
     *
     * @param status APPLIED, APPRAISED, APPROVED, REJECTED, EXECUTED, INCOME_POSTED, DEREGISTERED, CLOSED or CANCELLED
     * @param next the steps that its status and method allow now
     */
    public record Disposal(
            UUID id,
            String number,
            UUID vehicleId,
            String plate,
            UUID unitId,
            String unitName,
            String method,
            UUID receiverUnitId,
            String receiver,
            String reason,
            String status,
            List<String> next,
            String appliedBy,
            Instant appliedAt,
            Long appraised_fen,
            String appraisedBy,
            String approvedBy,
            Instant approvedAt,
            String documentNumber,
            LocalDate noticeFrom,
            LocalDate noticeTo,
            LocalDate executedOn,
            Long income_fen,
            String treasuryReceipt,
            LocalDate incomePostedOn,
            LocalDate deregisteredOn,
            String deregistrationNumber,
            Instant closedAt,
            String decisionReason,
            String clause) {
        public Disposal {
            next = List.copyOf(next);
        }
    }

    /** A step that was taken. */
    public record TakenStep(String step, String status, String by, Instant at) {}

    /**
     * A vehicle nobody used for some time.
     *
     * @param threshold_d days without an order from which on it counts as idle
     */
    public record IdleVehicle(
            UUID vehicleId,
            String plate,
            UUID unitId,
            String unitName,
            String regionCode,
            String category,
            String energyType,
            String brand,
            String model,
            LocalDate registeredOn,
            Instant idleSince,
            long idle_d,
            int threshold_d,
            String clause) {}
}

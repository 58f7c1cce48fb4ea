package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/cross-region-services}: uses of another region's vehicles 跨区域用车, as one side sees its own. */
public final class FederationApi {
    private FederationApi() {}

    /**
     * Body of {@code POST cross-region-services}: ask the host region of an approved request.
     *
     * @param contact name and telephone the host's driver may call
     * @param matter what several uses are for, where the agreement settles by matter 一事一结; null for the event the request belongs to
     * @param matterEndsAt when the matter is over, and its uses are billed together; given with {@code matter}
     */
    public record NewInquiry(UUID requestId, String contact, String matter, Instant matterEndsAt) {}

    /**
     * Body of {@code …/offer}.
     *
     * @param startsAt null for the time asked for
     * @param endsAt null for the time asked for
     */
    public record NewOffer(Instant startsAt, Instant endsAt, Instant expiresAt, Long estimate_fen, String note) {}

    /** Body of {@code …/decline}, {@code …/cancel} and {@code …/withdraw}. */
    public record Reason(String reason) {}

    /**
     * Body of {@code …/confirm-bill}.
     *
     * @param total_fen what the caller believes to confirm
     */
    public record BillConfirmation(Long total_fen) {}

    /** Body of {@code …/dispute}. */
    public record NewDispute(Integer position, String reason, String evidence) {}

    /**
     * Body of {@code …/answer-dispute}.
     *
     * @param credit_fen what is taken back of an upheld dispute; null rejects it
     */
    public record DisputeAnswer(Integer position, Long credit_fen, String resolution) {}

    /** Body of {@code …/settle}. */
    public record Settling(String voucherNumber) {}

    /**
     * A dispute of a line of the bill.
     *
     * @param status OPEN, UPHELD or REJECTED
     */
    public record Dispute(int position, String reason, String evidence, String status, String resolution) {}

    /**
     * One side of a use across regions.
     *
     * @param role HOME or HOST
     * @param status INQUIRED, OFFERED, DECLINED, BOOKING, BOOKED, ASSIGNED, UNDERWAY, COMPLETED, BILLED, DISPUTED, CONFIRMED,
     *     SETTLED, CANCELLING, CANCELLED or EXPIRED
     * @param requestId of this side: the traveller's at home, the guest's at the host
     * @param bill_fen what is to be paid: the bill less what was taken back
     * @param billDiffers whether home reckons another price from the evidence
     * @param noShow the passengers did not come; null otherwise
     * @param billId the bill of a month or matter that the use is on; null before, and where each use is settled by itself
     * @param supplementOf {@code caseId} of the use whose expenses changed after its bill; null of a use
     */
    public record Service(
            UUID id,
            UUID caseId,
            String number,
            String role,
            String status,
            UUID unitId,
            String peerCode,
            String peerName,
            String agreementNumber,
            UUID requestId,
            FederationMessage.Inquired inquiry,
            FederationMessage.Offered offer,
            FederationMessage.Assigned assigned,
            FederationMessage.NoShow noShow,
            FederationMessage.Evidenced evidence,
            FederationMessage.UseConfirmed useConfirmed,
            FederationMessage.Settled settled,
            Instant departedAt,
            Instant returnedAt,
            Instant confirmBy,
            UUID billId,
            UUID supplementOf,
            String reason,
            long bill_fen,
            boolean billDiffers,
            List<FederationMessage.BillLine> lines,
            List<Dispute> disputes,
            Instant openedAt,
            long version)
            implements Versioned {
        public Service {
            lines = List.copyOf(lines);
            disputes = List.copyOf(disputes);
        }
    }

    /**
     * Whether both ledgers agree.
     *
     * @param ownDigest SHA-256 of this side's lines
     * @param peerDigest what the other side told last; null until it answered
     * @param agrees null until the other side answered
     */
    public record Reconciliation(
            UUID caseId, String ownDigest, long own_fen, String peerDigest, Long peer_fen, Boolean agrees) {}
}

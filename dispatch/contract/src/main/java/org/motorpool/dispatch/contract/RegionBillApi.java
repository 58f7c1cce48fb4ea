package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/cross-region-bills}: bills of uses across regions by month 月结 or matter 一事一结, as one side sees its own. */
public final class RegionBillApi {
    private RegionBillApi() {}

    /**
     * Body of {@code POST cross-region-bills}: the host draws up the bill of a month or of a matter.
     *
     * @param unitId the host authority, party of the agreement
     * @param peerCode region code of the home authority
     * @param month 2026-11; uses that began before its end and are on no bill
     * @param matter in the place of a month: its uses that are on no bill
     */
    public record NewBill(UUID unitId, UUID agreementId, String peerCode, String month, String matter) {}

    /** Body of {@code …/disputes}: a line of a use on the bill. */
    public record NewBillDispute(UUID serviceId, Integer position, String reason, String evidence) {}

    /**
     * A bill.
     *
     * @param billId the bill on both sides
     * @param role HOME or HOST
     * @param status ISSUED, DISPUTED, CONFIRMED or SETTLED, as its uses stand
     * @param month null of a matter's bill
     * @param matter null of a month's bill
     * @param uses how many are on it
     * @param issued_fen what they came to when the bill was drawn up
     * @param total_fen what is to be paid: the uses less what was taken back
     * @param complete whether all its uses have come in on this side
     */
    public record Bill(
            UUID id,
            UUID billId,
            String number,
            String role,
            String status,
            UUID unitId,
            String peerCode,
            String peerName,
            UUID agreementId,
            String agreementNumber,
            String month,
            String matter,
            int uses,
            long issued_fen,
            long total_fen,
            boolean complete,
            Instant confirmBy,
            Instant issuedAt,
            long version)
            implements Versioned {}

    /**
     * A use on the bill with its lines; the total of the bill is the sum of them all.
     *
     * @param supplementOf {@code caseId} of the use whose expenses changed after its bill; null of a use
     */
    public record BillUse(
            UUID serviceId,
            UUID caseId,
            UUID supplementOf,
            String number,
            String status,
            Instant from,
            Instant to,
            boolean noShow,
            long bill_fen,
            boolean billDiffers,
            List<FederationMessage.BillLine> lines,
            List<FederationApi.Dispute> disputes) {
        public BillUse {
            lines = List.copyOf(lines);
            disputes = List.copyOf(disputes);
        }
    }

    /** A bill with its uses, in the order they began. */
    public record BillFile(Bill bill, List<BillUse> uses, long version) implements Versioned {
        public BillFile {
            uses = List.copyOf(uses);
        }
    }
}

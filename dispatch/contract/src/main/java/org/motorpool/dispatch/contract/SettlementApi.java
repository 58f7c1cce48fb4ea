package org.motorpool.dispatch.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/settlements}: charges of shared vehicles and the statements 结算单 they are settled on. */
public final class SettlementApi {
    private SettlementApi() {}

    /**
     * One line of a charge: quantity times rate, or an amount passed through.
     *
     * @param component e.g. DISTANCE, HOURS, DAYS, WAITING, TOLL, PARKING
     * @param unit of the quantity
     * @param rate_fen fen of one unit; null where the amount is no product
     * @param evidence what proves the quantity
     */
    public record ChargeLine(
            UUID id,
            int position,
            String component,
            BigDecimal quantity,
            String unit,
            Long rate_fen,
            long amount_fen,
            String evidence) {}

    /**
     * What one use of another unit's vehicle costs, by the version of the tariff its order names. It never changes.
     *
     * @param kind USE, SUPPLEMENT (an expense that came later), CANCELLATION or NO_SHOW
     * @param agreementNumber null where a pool offer is the basis
     * @param mode PER_USE 一车一结, PER_MATTER 一事一结 or MONTHLY 月结
     * @param distance_m measured by telematics, or by odometer without a track; null when nothing was driven
     */
    public record Charge(
            UUID id,
            String kind,
            UUID orderId,
            String orderNumber,
            UUID requestId,
            String requestNumber,
            UUID payerUnitId,
            UUID payeeUnitId,
            UUID agreementId,
            String agreementNumber,
            UUID tariffId,
            int tariffVersion,
            String mode,
            Instant from,
            Instant to,
            Long distance_m,
            long total_fen,
            Instant chargedAt,
            List<ChargeLine> lines) {
        public Charge {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Body of {@code POST settlements}: draw up what has been charged and is on no statement yet.
     *
     * @param month 2026-11; charges of this month and before it
     */
    public record NewStatement(UUID payerUnitId, UUID payeeUnitId, String month) {}

    /**
     * A statement 结算单, or a credit note 红字 that offsets lines of one.
     *
     * @param kind STATEMENT or CREDIT_NOTE
     * @param status DRAFT, ISSUED, CONFIRMED, DISPUTED or SETTLED
     * @param requestId of a statement per matter
     * @param month first day, of a monthly statement
     * @param creditsId the statement a credit note belongs to
     * @param total_fen sum of the lines
     * @param payable_fen total less the credit notes
     * @param confirmBy from then on an unanswered statement counts as confirmed
     */
    public record Statement(
            UUID id,
            String number,
            String kind,
            String status,
            String mode,
            UUID payerUnitId,
            String payerUnitName,
            UUID payeeUnitId,
            String payeeUnitName,
            UUID agreementId,
            String agreementNumber,
            UUID requestId,
            LocalDate month,
            UUID creditsId,
            long total_fen,
            long payable_fen,
            Instant drawnUpAt,
            Instant issuedAt,
            Instant confirmBy,
            Instant confirmedAt,
            String confirmedBy,
            Instant settledAt,
            String voucherNumber,
            long version)
            implements Versioned {}

    /**
     * A line of a statement.
     *
     * @param offsetsId of a credit note: the line it takes back from
     * @param reason of a credit
     */
    public record StatementLine(
            UUID id,
            UUID chargeId,
            String orderNumber,
            String requestNumber,
            LocalDate usedOn,
            String component,
            BigDecimal quantity,
            String unit,
            Long rate_fen,
            long amount_fen,
            String evidence,
            UUID offsetsId,
            String reason) {}

    /**
     * What the payer does not accept of a line.
     *
     * @param status OPEN, UPHELD or REJECTED
     */
    public record Dispute(
            UUID id,
            UUID lineId,
            String reason,
            String evidence,
            String status,
            String raisedBy,
            Instant raisedAt,
            String resolution,
            UUID creditNoteId,
            String resolvedBy,
            Instant resolvedAt) {}

    /** A statement with all that belongs to it. */
    public record StatementFile(
            Statement statement, List<StatementLine> lines, List<Dispute> disputes, List<Statement> creditNotes)
            implements Versioned {
        public StatementFile {
            lines = List.copyOf(lines);
            disputes = List.copyOf(disputes);
            creditNotes = List.copyOf(creditNotes);
        }

        @Override
        public long version() {
            return statement.version();
        }
    }

    /** Body of {@code POST settlements/{id}/disputes}. */
    public record NewDispute(UUID lineId, String reason, String evidence) {}

    /**
     * Body of {@code POST settlements/{id}/disputes/{disputeId}/resolve}.
     *
     * @param outcome UPHELD or REJECTED
     * @param credit_fen of UPHELD: what is taken back, at most the line
     */
    public record Resolution(String outcome, Long credit_fen, String resolution) {}

    /** Body of {@code POST settlements/{id}/credit}: take back from a line, to the payer's favour. */
    public record NewCredit(UUID lineId, Long amount_fen, String reason) {}

    /** Body of {@code POST settlements/{id}/settle}. */
    public record Settling(String voucherNumber) {}

    /**
     * The account between two units in [from, to), by day of issue.
     *
     * @param charged_fen lines of statements issued
     * @param credited_fen lines of credit notes, below 0
     * @param settled_fen of both what has a voucher
     * @param open_fen of both what has none
     */
    public record Ledger(
            UUID payerUnitId,
            UUID payeeUnitId,
            LocalDate from,
            LocalDate to,
            long charged_fen,
            long credited_fen,
            long settled_fen,
            long open_fen,
            List<LedgerEntry> items,
            String next) {
        public Ledger {
            items = List.copyOf(items);
        }
    }

    /** A line of the account. */
    public record LedgerEntry(
            UUID lineId,
            LocalDate issuedOn,
            String statementNumber,
            String kind,
            String status,
            String voucherNumber,
            String orderNumber,
            LocalDate usedOn,
            String component,
            BigDecimal quantity,
            String unit,
            Long rate_fen,
            long amount_fen) {}
}

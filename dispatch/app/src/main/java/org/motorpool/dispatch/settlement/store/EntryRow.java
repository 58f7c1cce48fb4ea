package org.motorpool.dispatch.settlement.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.SettlementApi.LedgerEntry;
import org.motorpool.dispatch.contract.SettlementApi.StatementLine;

/** A line of a statement with what it is about; a view. */
@Entity(name = "StatementEntry")
@Table(name = "statement_entry")
@Immutable
class EntryRow {
    @Id
    UUID id;

    @Column(name = "statement_id")
    UUID statementId;

    @Column(name = "offsets_id")
    @Nullable
    UUID offsetsId;

    @Column(name = "amount_fen")
    long amountFen;

    @Nullable
    String reason;

    @Column(name = "charge_id")
    UUID chargeId;

    @Column(name = "order_number")
    String orderNumber;

    @Column(name = "request_number")
    String requestNumber;

    @Column(name = "used_on")
    LocalDate usedOn;

    String component;
    BigDecimal quantity;
    String unit;

    @Column(name = "rate_fen")
    @Nullable
    Long rateFen;

    String evidence;

    @Column(name = "statement_number")
    String statementNumber;

    String kind;
    String status;

    @Column(name = "voucher_number")
    @Nullable
    String voucherNumber;

    @Column(name = "payer_unit_id")
    UUID payerUnitId;

    @Column(name = "payee_unit_id")
    UUID payeeUnitId;

    @Column(name = "issued_at")
    @Nullable
    Instant issuedAt;

    @Column(name = "issued_on")
    @Nullable
    LocalDate issuedOn;

    protected EntryRow() {}

    StatementLine toLine() {
        return new StatementLine(
                id,
                chargeId,
                orderNumber,
                requestNumber,
                usedOn,
                component,
                Quantities.plain(quantity),
                unit,
                rateFen,
                amountFen,
                evidence,
                offsetsId,
                reason);
    }

    LedgerEntry toEntry() {
        return new LedgerEntry(
                id,
                issuedOn,
                statementNumber,
                kind,
                status,
                voucherNumber,
                orderNumber,
                usedOn,
                component,
                Quantities.plain(quantity),
                unit,
                rateFen,
                amountFen);
    }
}

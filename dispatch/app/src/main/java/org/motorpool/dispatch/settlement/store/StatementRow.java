package org.motorpool.dispatch.settlement.store;

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
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.SettlementApi.Statement;
import org.motorpool.dispatch.settlement.DrawnStatement;
import org.motorpool.dispatch.settlement.StatementStatus;
import org.motorpool.dispatch.sharing.SettlementMode;

/** Only what is granted is updated: the rest of a row never changes. */
@Entity(name = "Statement")
@Table(name = "statement")
@DynamicUpdate
class StatementRow {
    @Id
    UUID id;

    String number;
    String kind;

    @Enumerated(EnumType.STRING)
    StatementStatus status;

    @Enumerated(EnumType.STRING)
    SettlementMode mode;

    @Column(name = "payer_unit_id")
    UUID payerUnitId;

    @Column(name = "payer_unit_path")
    String payerUnitPath;

    @Column(name = "payer_unit_name")
    String payerUnitName;

    @Column(name = "payee_unit_id")
    UUID payeeUnitId;

    @Column(name = "payee_unit_path")
    String payeeUnitPath;

    @Column(name = "payee_unit_name")
    String payeeUnitName;

    @Column(name = "region_code")
    String regionCode;

    @Column(name = "agreement_id")
    @Nullable
    UUID agreementId;

    @Column(name = "agreement_number")
    @Nullable
    String agreementNumber;

    @Column(name = "matter_id")
    @Nullable
    UUID matterId;

    @Nullable
    LocalDate month;

    @Column(name = "credits_id")
    @Nullable
    UUID creditsId;

    @Column(name = "confirm_days")
    int confirmDays;

    @Column(name = "total_fen")
    long totalFen;

    @Column(name = "drawn_up_at")
    Instant drawnUpAt;

    @Column(name = "issued_at")
    @Nullable
    Instant issuedAt;

    @Column(name = "issued_by")
    @Nullable
    String issuedBy;

    @Column(name = "confirm_by")
    @Nullable
    Instant confirmBy;

    @Column(name = "confirmed_at")
    @Nullable
    Instant confirmedAt;

    @Column(name = "confirmed_by")
    @Nullable
    String confirmedBy;

    @Column(name = "settled_at")
    @Nullable
    Instant settledAt;

    @Column(name = "settled_by")
    @Nullable
    String settledBy;

    @Column(name = "voucher_number")
    @Nullable
    String voucherNumber;

    @Version
    long version;

    protected StatementRow() {}

    /** A draft without lines. */
    StatementRow(UUID id, String number, Statements.Group group, Instant at) {
        this.id = id;
        this.number = number;
        kind = "STATEMENT";
        status = StatementStatus.DRAFT;
        mode = group.mode();
        payerUnitId = group.payer().id();
        payerUnitPath = group.payer().path();
        payerUnitName = group.payer().name();
        payeeUnitId = group.payee().id();
        payeeUnitPath = group.payee().path();
        payeeUnitName = group.payee().name();
        regionCode = group.payee().regionCode();
        agreementId = group.agreementId();
        agreementNumber = group.agreementNumber();
        matterId = group.matterId();
        month = group.month();
        confirmDays = group.confirmDays();
        drawnUpAt = at;
    }

    /** A draft of a credit note 红字 between the same parties. */
    static StatementRow creditNote(UUID id, String number, StatementRow of, Instant at) {
        StatementRow row = new StatementRow();
        row.id = id;
        row.number = number;
        row.kind = "CREDIT_NOTE";
        row.status = StatementStatus.DRAFT;
        row.mode = of.mode;
        row.payerUnitId = of.payerUnitId;
        row.payerUnitPath = of.payerUnitPath;
        row.payerUnitName = of.payerUnitName;
        row.payeeUnitId = of.payeeUnitId;
        row.payeeUnitPath = of.payeeUnitPath;
        row.payeeUnitName = of.payeeUnitName;
        row.regionCode = of.regionCode;
        row.agreementId = of.agreementId;
        row.agreementNumber = of.agreementNumber;
        row.matterId = of.matterId;
        row.month = of.month;
        row.creditsId = of.id;
        row.confirmDays = of.confirmDays;
        row.drawnUpAt = at;
        return row;
    }

    void issue(String by, Instant at, Instant until) {
        status = StatementStatus.ISSUED;
        issuedAt = at;
        issuedBy = by;
        confirmBy = until;
    }

    void confirm(String by, Instant at) {
        status = StatementStatus.CONFIRMED;
        confirmedAt = at;
        confirmedBy = by;
    }

    void settle(String voucher, String by, Instant at) {
        status = StatementStatus.SETTLED;
        voucherNumber = voucher;
        settledBy = by;
        settledAt = at;
    }

    /** @param credited_fen sum of the credit notes, not above 0 */
    DrawnStatement toStatement(long credited_fen) {
        return new DrawnStatement(
                new Statement(
                        id,
                        number,
                        kind,
                        status.name(),
                        mode.name(),
                        payerUnitId,
                        payerUnitName,
                        payeeUnitId,
                        payeeUnitName,
                        agreementId,
                        agreementNumber,
                        matterId,
                        month,
                        creditsId,
                        totalFen,
                        totalFen + credited_fen,
                        drawnUpAt,
                        issuedAt,
                        confirmBy,
                        confirmedAt,
                        confirmedBy,
                        settledAt,
                        voucherNumber,
                        version),
                payerUnitPath,
                payeeUnitPath,
                issuedBy,
                confirmDays);
    }
}

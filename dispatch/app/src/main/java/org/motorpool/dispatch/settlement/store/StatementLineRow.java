package org.motorpool.dispatch.settlement.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;

@Entity(name = "StatementLine")
@Table(name = "statement_line")
class StatementLineRow {
    @Id
    UUID id;

    @Column(name = "statement_id")
    UUID statementId;

    @Column(name = "charge_line_id")
    @Nullable
    UUID chargeLineId;

    @Column(name = "offsets_id")
    @Nullable
    UUID offsetsId;

    @Column(name = "amount_fen")
    long amountFen;

    @Nullable
    String reason;

    protected StatementLineRow() {}

    static StatementLineRow of(UUID statementId, Charges.Billable charged) {
        StatementLineRow row = new StatementLineRow();
        row.id = Ids.next();
        row.statementId = statementId;
        row.chargeLineId = charged.lineId();
        row.amountFen = charged.amount_fen();
        return row;
    }

    /** Takes back {@code credit_fen}, above 0, from a line. */
    static StatementLineRow credit(UUID statementId, UUID lineId, long credit_fen, String reason) {
        StatementLineRow row = new StatementLineRow();
        row.id = Ids.next();
        row.statementId = statementId;
        row.offsetsId = lineId;
        row.amountFen = -credit_fen;
        row.reason = reason;
        return row;
    }
}

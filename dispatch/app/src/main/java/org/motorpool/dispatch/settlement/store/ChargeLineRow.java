package org.motorpool.dispatch.settlement.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.SettlementApi.ChargeLine;
import org.motorpool.dispatch.settlement.LineToCharge;

@Entity(name = "ChargeLine")
@Table(name = "charge_line")
@Immutable
class ChargeLineRow {
    @Id
    UUID id;

    @Column(name = "charge_id")
    UUID chargeId;

    int position;
    String component;
    BigDecimal quantity;
    String unit;

    @Column(name = "rate_fen")
    @Nullable
    Long rateFen;

    @Column(name = "amount_fen")
    long amountFen;

    String evidence;

    @Column(name = "expense_id")
    @Nullable
    UUID expenseId;

    protected ChargeLineRow() {}

    ChargeLineRow(UUID chargeId, int position, LineToCharge line) {
        id = Ids.next();
        this.chargeId = chargeId;
        this.position = position;
        component = line.component();
        quantity = line.quantity();
        unit = line.unit();
        rateFen = line.rate_fen();
        amountFen = line.amount_fen();
        evidence = line.evidence();
        expenseId = line.expenseId();
    }

    ChargeLine toLine() {
        return new ChargeLine(id, position, component, Quantities.plain(quantity), unit, rateFen, amountFen, evidence);
    }
}

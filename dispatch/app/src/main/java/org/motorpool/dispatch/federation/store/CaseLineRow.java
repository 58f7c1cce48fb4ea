package org.motorpool.dispatch.federation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.FederationMessage.BillLine;

/** A line of one side's ledger; only ever added. */
@Entity(name = "ServiceCaseLine")
@Table(name = "service_case_line")
@Immutable
class CaseLineRow {
    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    int position;

    @Nullable
    Integer offsets;

    String component;
    BigDecimal quantity;
    String unit;

    @Column(name = "rate_fen")
    @Nullable
    Long rateFen;

    @Column(name = "amount_fen")
    long amountFen;

    String evidence;

    protected CaseLineRow() {}

    CaseLineRow(UUID caseId, BillLine line) {
        id = Ids.next();
        this.caseId = caseId;
        position = line.position();
        offsets = line.offsets();
        component = line.component();
        quantity = line.quantity();
        unit = line.unit();
        rateFen = line.rate_fen();
        amountFen = line.amount_fen();
        evidence = line.evidence();
    }

    BillLine toLine() {
        return new BillLine(position, offsets, component, quantity, unit, rateFen, amountFen, evidence);
    }
}

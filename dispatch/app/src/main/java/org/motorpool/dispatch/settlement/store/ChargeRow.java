package org.motorpool.dispatch.settlement.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.SettlementApi.Charge;
import org.motorpool.dispatch.settlement.ChargeKind;
import org.motorpool.dispatch.settlement.Terms;
import org.motorpool.dispatch.settlement.UseToCharge;
import org.motorpool.dispatch.sharing.SettlementMode;

@Entity(name = "Charge")
@Table(name = "charge")
@Immutable
class ChargeRow {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    ChargeKind kind;

    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "order_number")
    String orderNumber;

    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "request_number")
    String requestNumber;

    @Column(name = "payer_unit_id")
    UUID payerUnitId;

    @Column(name = "payer_unit_path")
    String payerUnitPath;

    @Column(name = "payee_unit_id")
    UUID payeeUnitId;

    @Column(name = "payee_unit_path")
    String payeeUnitPath;

    @Column(name = "region_code")
    String regionCode;

    @Column(name = "agreement_id")
    @Nullable
    UUID agreementId;

    @Column(name = "agreement_number")
    @Nullable
    String agreementNumber;

    @Column(name = "tariff_id")
    UUID tariffId;

    @Column(name = "tariff_version")
    int tariffVersion;

    @Enumerated(EnumType.STRING)
    SettlementMode mode;

    @Column(name = "confirm_days")
    int confirmDays;

    @Column(name = "used_from")
    Instant usedFrom;

    @Column(name = "used_to")
    Instant usedTo;

    @Column(name = "distance_m")
    @Nullable
    Long distanceM;

    @Column(name = "total_fen")
    long totalFen;

    @Column(name = "charged_at")
    Instant chargedAt;

    protected ChargeRow() {}

    ChargeRow(OrderApi.Order order, Terms terms, UseToCharge use, Instant at) {
        id = Ids.next();
        kind = use.kind();
        orderId = order.id();
        orderNumber = order.number();
        requestId = order.requestId();
        requestNumber = order.requestNumber();
        payerUnitId = terms.payer().id();
        payerUnitPath = terms.payer().path();
        payeeUnitId = terms.payee().id();
        payeeUnitPath = terms.payee().path();
        regionCode = terms.payee().regionCode();
        agreementId = terms.agreementId();
        agreementNumber = terms.agreementNumber();
        tariffId = terms.tariffId();
        tariffVersion = terms.tariffVersion();
        mode = terms.mode();
        confirmDays = terms.confirmDays();
        usedFrom = use.from();
        usedTo = use.to();
        distanceM = use.distance_m();
        totalFen = use.total_fen();
        chargedAt = at;
    }

    Charge toCharge(List<ChargeLineRow> lines) {
        return new Charge(
                id,
                kind.name(),
                orderId,
                orderNumber,
                requestId,
                requestNumber,
                payerUnitId,
                payeeUnitId,
                agreementId,
                agreementNumber,
                tariffId,
                tariffVersion,
                mode.name(),
                usedFrom,
                usedTo,
                distanceM,
                totalFen,
                chargedAt,
                lines.stream().map(ChargeLineRow::toLine).toList());
    }
}

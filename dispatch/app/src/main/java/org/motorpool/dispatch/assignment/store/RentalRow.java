package org.motorpool.dispatch.assignment.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.motorpool.dispatch.assignment.RentalFile;
import org.motorpool.dispatch.contract.OrderActApi;
import org.motorpool.dispatch.contract.RentalApi;

@Entity(name = "RentalOrder")
@Table(name = "rental_order")
class RentalRow {
    @Id
    UUID id;

    String number;
    String status;

    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Column(name = "supplier_id")
    UUID supplierId;

    @Column(name = "supplier_name")
    String supplierName;

    String plate;

    @Column(name = "driver_name")
    String driverName;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    @Column(name = "estimate_fen")
    long estimate_fen;

    @Column(name = "amount_fen")
    Long amount_fen;

    @Column(name = "distance_km")
    Integer distance_km;

    @Column(name = "invoice_number")
    String invoiceNumber;

    String reason;

    @Column(name = "reason_code")
    String reasonCode;

    @Column(name = "issued_by")
    String issuedBy;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Version
    long version;

    protected RentalRow() {}

    RentalRow(RentalFile order, String issuedBy, Instant issuedAt) {
        RentalApi.RentalOrder view = order.view();
        id = view.id();
        number = view.number();
        status = view.status();
        requestId = view.requestId();
        unitId = order.unitId();
        unitPath = order.unitPath();
        supplierId = view.supplierId();
        supplierName = view.supplierName();
        plate = view.plate();
        driverName = view.driverName();
        startsAt = view.from();
        endsAt = view.to();
        estimate_fen = view.estimate_fen();
        this.issuedBy = issuedBy;
        this.issuedAt = issuedAt;
    }

    void close(RentalApi.Closing closing) {
        status = "CLOSED";
        amount_fen = closing.amount_fen();
        distance_km = closing.distance_km();
        invoiceNumber = closing.invoiceNumber();
    }

    void cancel(OrderActApi.Cancellation why) {
        status = "CANCELLED";
        reason = why.reason();
        reasonCode = why.reasonCode();
    }

    RentalFile toRental() {
        RentalApi.RentalOrder view = new RentalApi.RentalOrder(
                id,
                number,
                status,
                requestId,
                supplierId,
                supplierName,
                plate,
                driverName,
                startsAt,
                endsAt,
                estimate_fen,
                amount_fen,
                distance_km,
                invoiceNumber,
                reason,
                reasonCode,
                version);
        return new RentalFile(view, unitId, unitPath);
    }
}

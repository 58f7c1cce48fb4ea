package org.motorpool.dispatch.assignment.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.motorpool.dispatch.assignment.SupplierFile;
import org.motorpool.dispatch.contract.RentalApi;

@Entity(name = "RentalSupplier")
@Table(name = "rental_supplier")
class SupplierRow {
    @Id
    UUID id;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    String name;

    @Column(name = "contract_number")
    String contractNumber;

    @Column(name = "body_type")
    String bodyType;

    int seats;

    @Column(name = "price_fen_day")
    long price_fen_day;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    @Column(name = "added_by")
    String addedBy;

    @Column(name = "added_at")
    Instant addedAt;

    @Version
    long version;

    protected SupplierRow() {}

    SupplierRow(SupplierFile supplier, String addedBy, Instant addedAt) {
        RentalApi.Supplier view = supplier.view();
        id = view.id();
        unitId = view.unitId();
        unitPath = supplier.unitPath();
        name = view.name();
        contractNumber = view.contractNumber();
        bodyType = view.bodyType();
        seats = view.seats();
        price_fen_day = view.price_fen_day();
        validFrom = view.validFrom();
        validTo = view.validTo();
        this.addedBy = addedBy;
        this.addedAt = addedAt;
    }

    SupplierFile toSupplier() {
        return new SupplierFile(
                new RentalApi.Supplier(
                        id, unitId, name, contractNumber, bodyType, seats, price_fen_day, validFrom, validTo, version),
                unitPath);
    }
}

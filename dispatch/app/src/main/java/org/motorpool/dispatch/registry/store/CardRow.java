package org.motorpool.dispatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.VehicleFileApi.Card;
import org.motorpool.dispatch.registry.VehicleFile;

@Entity(name = "VehicleCard")
@Table(name = "vehicle_card")
class CardRow {
    @Id
    UUID id;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    String kind;
    String number;
    String issuer;

    @Column(name = "issued_on")
    LocalDate issuedOn;

    @Column(name = "ended_on")
    @Nullable
    LocalDate endedOn;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    protected CardRow() {}

    CardRow(VehicleFile vehicle, Card card, String by, Instant at) {
        id = card.id();
        vehicleId = vehicle.id();
        unitId = vehicle.unitId();
        unitPath = vehicle.unitPath();
        kind = card.kind();
        number = card.number();
        issuer = card.issuer();
        issuedOn = card.issuedOn();
        recordedBy = by;
        recordedAt = at;
    }

    void end(LocalDate on) {
        endedOn = on;
    }

    Card toCard() {
        return new Card(id, kind, number, issuer, issuedOn, endedOn);
    }
}

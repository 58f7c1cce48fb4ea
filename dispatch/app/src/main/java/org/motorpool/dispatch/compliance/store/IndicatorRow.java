package org.motorpool.dispatch.compliance.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.compliance.IndicatorFile;

@Entity(name = "Indicator")
@Table(name = "indicator")
class IndicatorRow {
    @Id
    UUID id;

    String number;

    @Column(name = "plan_item_id")
    @Nullable
    UUID planItemId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Formula("(select u.name from unit u where u.id = unit_id)")
    String unitName;

    @Column(name = "region_code")
    String regionCode;

    int year;
    String category;
    String tier;
    String kind;

    @Column(name = "new_energy")
    boolean newEnergy;

    @Column(name = "use_class")
    String useClass;

    @Column(name = "price_max_fen")
    long priceMaxFen;

    @Column(name = "displacement_max_l")
    @Nullable
    Double displacementMaxL;

    @Column(name = "old_vehicle_id")
    @Nullable
    UUID oldVehicleId;

    String status;

    @Column(name = "issued_by")
    String issuedBy;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "valid_until")
    LocalDate validUntil;

    @Column(name = "reserved_by")
    @Nullable
    String reservedBy;

    @Column(name = "acquisition_id")
    @Nullable
    UUID acquisitionId;

    @Nullable
    String reason;

    protected IndicatorRow() {}

    IndicatorRow(IndicatorFile file) {
        id = file.id();
        number = file.number();
        planItemId = file.planItemId();
        unitId = file.unitId();
        unitPath = file.unitPath();
        unitName = file.unitName();
        regionCode = file.regionCode();
        year = file.year();
        permit(file.terms());
        status = file.status();
        issuedBy = file.issuedBy();
        issuedAt = file.issuedAt();
        validUntil = file.validUntil();
        reservedBy = file.reservedBy();
        acquisitionId = file.acquisitionId();
        reason = file.reason();
    }

    private void permit(IndicatorFile.Terms terms) {
        category = terms.category();
        tier = terms.tier();
        kind = terms.kind();
        newEnergy = terms.newEnergy();
        useClass = terms.useClass();
        priceMaxFen = terms.priceMax_fen();
        displacementMaxL = terms.displacementMax_l();
        oldVehicleId = terms.oldVehicleId();
    }

    IndicatorFile toFile() {
        return new IndicatorFile(
                id,
                number,
                planItemId,
                unitId,
                unitPath,
                unitName,
                regionCode,
                year,
                new IndicatorFile.Terms(
                        category, tier, kind, newEnergy, useClass, priceMaxFen, displacementMaxL, oldVehicleId),
                status,
                validUntil,
                issuedBy,
                issuedAt,
                reservedBy,
                acquisitionId,
                reason);
    }
}

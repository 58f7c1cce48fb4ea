package org.motorpool.dispatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.motorpool.dispatch.contract.VehicleFileApi.Insurance;
import org.motorpool.dispatch.registry.VehicleFile;

@Entity(name = "VehicleInsurance")
@Table(name = "vehicle_insurance")
class InsuranceRow {
    @Id
    UUID id;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    String kind;
    String insurer;

    @Column(name = "policy_number")
    String policyNumber;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    @Column(name = "premium_fen")
    long premiumFen;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    protected InsuranceRow() {}

    InsuranceRow(VehicleFile vehicle, Insurance insurance, String by, Instant at) {
        id = insurance.id();
        vehicleId = vehicle.id();
        unitId = vehicle.unitId();
        unitPath = vehicle.unitPath();
        kind = insurance.kind();
        insurer = insurance.insurer();
        policyNumber = insurance.policyNumber();
        validFrom = insurance.validFrom();
        validTo = insurance.validTo();
        premiumFen = insurance.premium_fen();
        recordedBy = by;
        recordedAt = at;
    }

    Insurance toInsurance(LocalDate today) {
        return new Insurance(id, kind, insurer, policyNumber, validFrom, validTo, premiumFen, null).asOf(today);
    }
}

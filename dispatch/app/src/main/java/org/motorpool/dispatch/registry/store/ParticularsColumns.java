package org.motorpool.dispatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.registry.VehicleParticulars;

@Embeddable
class ParticularsColumns {
    String tier;

    @Column(name = "use_class")
    String useClass;

    boolean confidential;

    @Column(name = "quota_status")
    String quotaStatus;

    @Column(name = "purchase_tax_fen")
    long purchaseTaxFen;

    @Column(name = "owner_name")
    @Nullable
    String ownerName;

    @Column(name = "engine_number")
    @Nullable
    String engineNumber;

    @Column(name = "in_use_since")
    @Nullable
    LocalDate inUseSince;

    @Column(name = "odometer_km")
    @Nullable
    Long odometerKm;

    @Column(name = "tank_l")
    @Nullable
    Double tankL;

    @Column(name = "nominal_l_per_100km")
    @Nullable
    Double nominalLPer100Km;

    @Column(name = "nominal_kwh_per_100km")
    @Nullable
    Double nominalKwhPer100Km;

    @Nullable
    String fuel;

    @Column(name = "emission_stage")
    @Nullable
    Integer emissionStage;

    @Column(name = "electric_range_km")
    @Nullable
    Integer electricRangeKm;

    @Column(name = "charging_power_kw")
    @Nullable
    Double chargingPowerKw;

    protected ParticularsColumns() {}

    ParticularsColumns(VehicleParticulars particulars) {
        tier = particulars.tier();
        useClass = particulars.useClass();
        confidential = particulars.confidential();
        quotaStatus = particulars.quotaStatus();
        purchaseTaxFen = particulars.purchaseTax_fen();
        ownerName = particulars.ownerName();
        engineNumber = particulars.engineNumber();
        inUseSince = particulars.inUseSince();
        odometerKm = particulars.odometer_km();
        tankL = particulars.tank_l();
        nominalLPer100Km = particulars.nominal_l_per_100km();
        nominalKwhPer100Km = particulars.nominal_kWh_per_100km();
        fuel = particulars.fuel();
        emissionStage = particulars.emissionStage();
        electricRangeKm = particulars.electricRange_km();
        chargingPowerKw = particulars.chargingPower_kW();
    }

    VehicleParticulars toParticulars() {
        return new VehicleParticulars(
                tier,
                useClass,
                confidential,
                quotaStatus,
                purchaseTaxFen,
                ownerName,
                engineNumber,
                inUseSince,
                odometerKm,
                tankL,
                nominalLPer100Km,
                nominalKwhPer100Km,
                fuel,
                emissionStage,
                electricRangeKm,
                chargingPowerKw);
    }
}

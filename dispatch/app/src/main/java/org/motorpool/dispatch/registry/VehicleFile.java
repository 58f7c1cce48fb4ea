package org.motorpool.dispatch.registry;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.motorpool.dispatch.contract.VehicleApi;

/**
 * A vehicle on file 一车一档; see {@link VehicleApi.Vehicle} for the codes.
 *
 * @param seats passengers beside the driver
 * @param price_fen price without purchase tax, fen
 * @param displacement_l litres; 0 without a combustion engine
 * @param home where it is parked, WGS-84
 * @param acquisitionKind NEW 新增 or RENEWAL 更新
 */
public record VehicleFile(
        UUID id,
        String plate,
        String plateColour,
        String vin,
        UUID unitId,
        String unitPath,
        String unitName,
        String regionCode,
        String category,
        String bodyType,
        String energyType,
        String brand,
        String model,
        int seats,
        long price_fen,
        double displacement_l,
        VehicleApi.Place home,
        VehicleState state,
        LocalDate registeredOn,
        String acquisitionKind,
        VehicleParticulars particulars) {

    /** A vehicle of which nothing is known beside its identity. */
    public VehicleFile(
            UUID id,
            String plate,
            String plateColour,
            String vin,
            UUID unitId,
            String unitPath,
            String unitName,
            String regionCode,
            String category,
            String bodyType,
            String energyType,
            String brand,
            String model,
            int seats,
            long price_fen,
            double displacement_l,
            VehicleApi.Place home,
            VehicleState state,
            LocalDate registeredOn,
            String acquisitionKind) {
        this(
                id,
                plate,
                plateColour,
                vin,
                unitId,
                unitPath,
                unitName,
                regionCode,
                category,
                bodyType,
                energyType,
                brand,
                model,
                seats,
                price_fen,
                displacement_l,
                home,
                state,
                registeredOn,
                acquisitionKind,
                VehicleParticulars.PLAIN);
    }

    /** 插电式混合动力(含增程式)、纯电动、燃料电池: what the State Council counts as new energy since 2012. */
    private static final Set<String> NEW_ENERGY = Set.of("BEV", "PHEV", "EREV", "FCEV");

    /** Whether it runs on new energy. */
    public boolean isNewEnergy() {
        return NEW_ENERGY.contains(energyType);
    }

    /** The same with another quota status: ON_QUOTA, OFF_QUOTA or UNASSESSED. */
    public VehicleFile withQuotaStatus(String status) {
        return with(particulars.withQuotaStatus(status));
    }

    /** The same with other particulars. */
    public VehicleFile with(VehicleParticulars described) {
        return new VehicleFile(
                id,
                plate,
                plateColour,
                vin,
                unitId,
                unitPath,
                unitName,
                regionCode,
                category,
                bodyType,
                energyType,
                brand,
                model,
                seats,
                price_fen,
                displacement_l,
                home,
                state,
                registeredOn,
                acquisitionKind,
                described);
    }
}

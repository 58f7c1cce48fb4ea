package org.motorpool.dispatch.registry;

import org.motorpool.dispatch.contract.ChargerApi;
import org.motorpool.dispatch.organisation.RegionCode;

/**
 * A charger 充电桩, as people see it and with what decides who charges there.
 *
 * @param regionCode of its unit, GB/T 2260
 */
public record ChargerFile(ChargerApi.Charger view, String unitPath, String regionCode) {

    /** Whether the vehicle charges there: of its unit, of one above it or below it, in the same county or where one contains the other. */
    public boolean serves(VehicleFile vehicle) {
        return isOfOneLine(unitPath, vehicle.unitPath())
                && isOfOneLine(RegionCode.significant(regionCode), RegionCode.significant(vehicle.regionCode()));
    }

    private static boolean isOfOneLine(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }
}

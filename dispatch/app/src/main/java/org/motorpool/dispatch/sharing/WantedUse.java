package org.motorpool.dispatch.sharing;

import java.time.LocalDate;
import java.util.UUID;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.organisation.RegionCode;
import org.motorpool.dispatch.registry.VehicleFile;

/**
 * The use a request asks for.
 *
 * @param unitPath of the requesting unit
 */
public record WantedUse(RequestApi.Request request, String unitPath) {

    /** Whether this vehicle would be another unit's. */
    public boolean borrows(VehicleFile vehicle) {
        return !request.unitId().equals(vehicle.unitId());
    }

    /** Whether it would be of another province 跨区域. */
    public boolean crossesRegion(VehicleFile vehicle) {
        return !RegionCode.province(request.regionCode()).equals(RegionCode.province(vehicle.regionCode()));
    }

    LocalDate day() {
        return Days.of(request.departAt());
    }

    PlannedUse planned(VehicleFile vehicle) {
        return PlannedUse.of(vehicle.category(), request.departAt(), request.returnAt());
    }

    PlannedUse planned(VehicleFile vehicle, SharingBasis basis, UUID instead) {
        return new PlannedUse(
                vehicle.category(),
                request.departAt(),
                request.returnAt(),
                basis.estimated_m(),
                basis.estimate_fen(),
                instead);
    }
}

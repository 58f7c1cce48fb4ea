package org.motorpool.dispatch.assignment;

import java.util.UUID;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.organisation.RegionCode;
import org.motorpool.dispatch.registry.VehicleFile;

/** How far a vehicle comes from to serve a request. */
enum Sharing {
    /** 本单位. */
    OWN_UNIT,
    /** 跨部门: another unit of the province. */
    CROSS_DEPARTMENT,
    /** 跨区域: another province. */
    CROSS_REGION;

    static Sharing between(RequestApi.Request request, VehicleFile vehicle) {
        UUID unitId = request.unitId();
        if (unitId.equals(vehicle.unitId())) {
            return OWN_UNIT;
        }
        return RegionCode.province(request.regionCode()).equals(RegionCode.province(vehicle.regionCode()))
                ? CROSS_DEPARTMENT
                : CROSS_REGION;
    }
}

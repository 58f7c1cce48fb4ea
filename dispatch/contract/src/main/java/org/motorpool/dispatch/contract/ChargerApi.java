package org.motorpool.dispatch.contract;

import java.time.LocalDate;
import java.util.UUID;

/** {@code /api/v1/chargers}: where the vehicles of units charge 充电桩. */
public final class ChargerApi {
    private ChargerApi() {}

    /**
     * Body of {@code POST /api/v1/chargers} and {@code PUT /api/v1/chargers/{id}}; the latter leaves the unit as it is.
     *
     * @param place with the name people know it by
     * @param power_kW of each socket, 1 to 600
     * @param sockets 1 to 100
     * @param inService false while it is broken or closed; true when absent
     */
    public record NewCharger(
            UUID unitId, VehicleApi.Place place, Double power_kW, Integer sockets, Boolean inService) {}

    /**
     * A charger, or several alike at one place.
     *
     * @param power_kW of each socket
     * @param retiredOn null while it is there
     */
    public record Charger(
            UUID id,
            UUID unitId,
            String unitName,
            VehicleApi.Place place,
            double power_kW,
            int sockets,
            boolean inService,
            LocalDate retiredOn,
            long version)
            implements Versioned {}
}

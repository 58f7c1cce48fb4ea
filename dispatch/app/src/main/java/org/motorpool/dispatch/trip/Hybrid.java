package org.motorpool.dispatch.trip;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plug-in hybrid with what it did in a year, and where it belongs. */
public record Hybrid(
        UUID vehicleId,
        String plate,
        boolean confidential,
        Home home,
        Running running,
        @Nullable Double nominal_l_per_100km,
        @Nullable Double nominal_kWh_per_100km) {

    /** Unit and province of the vehicle. */
    public record Home(UUID unitId, String unitCode, String unitName, String provinceCode, String provinceName) {}

    ElectricKilometres electric() {
        return ElectricKilometres.of(running, nominal_l_per_100km, nominal_kWh_per_100km);
    }
}

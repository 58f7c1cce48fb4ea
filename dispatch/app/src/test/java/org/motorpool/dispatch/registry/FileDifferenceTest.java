package org.motorpool.dispatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.VehicleHistory.Change;

class FileDifferenceTest {

    private static final Unit UNIT = new Unit(new UUID(0, 1), "T1", "单位", "COUNTY", "310115", null, "/T1/");

    @Test
    void namesWhatDiffersBeforeAndAfter() {
        VehicleFile before = Garage.vehicle(UNIT, "PHEV", VehicleParticulars.PLAIN);
        VehicleFile after = before.with(new VehicleParticulars(
                "BASE",
                "GENERAL",
                false,
                "ON_QUOTA",
                0,
                "浦东新区",
                null,
                null,
                1000L,
                null,
                null,
                null,
                null,
                null,
                420,
                null));
        assertThat(FileDifference.between(before, after))
                .isEqualTo(new Change(
                        "PARTICULARS",
                        "ownerName=, odometer_km=, electricRange_km=",
                        "ownerName=浦东新区, odometer_km=1000, electricRange_km=420"));
    }
}

package org.motorpool.dispatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.ChargerApi.Charger;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.Unit;

class ChargerFileTest {

    private static final Unit PUDONG =
            new Unit(new UUID(0, 1), "310115", "浦东", "COUNTY", "310115", null, "/100000/310000/310115/");
    private static final VehicleFile CAR = Garage.vehicle(PUDONG, "BEV", VehicleParticulars.PLAIN);

    @Test
    void servesItsOwnUnitAndThoseAboveAndBelow() {
        assertThat(charger("/100000/310000/310115/", "310115").serves(CAR)).isTrue();
        assertThat(charger("/100000/310000/", "310000").serves(CAR)).isTrue();
        assertThat(charger("/100000/310000/310115/31011501/", "310115").serves(CAR))
                .isTrue();
    }

    @Test
    void servesNobodyBesideItOrInAnotherCounty() {
        assertThat(charger("/100000/310000/310101/", "310101").serves(CAR)).isFalse();
        assertThat(charger("/100000/310000/310115/31011501/", "310101").serves(CAR))
                .isFalse();
        assertThat(charger("/100000/", "100000").serves(CAR)).isFalse();
    }

    private static ChargerFile charger(String path, String regionCode) {
        return new ChargerFile(
                new Charger(new UUID(0, 2), new UUID(0, 1), "单位", new Place("院", 31, 121), 60, 2, true, null, 0),
                path,
                regionCode);
    }
}

package org.motorpool.dispatch.trip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.ExpenseApi.ElectricShare;
import org.motorpool.dispatch.trip.ElectricKilometres.ByCharging;
import org.motorpool.dispatch.trip.ElectricKilometres.ByRefuelling;
import org.motorpool.dispatch.trip.ElectricKilometres.Unknown;
import org.motorpool.dispatch.trip.ElectricShareService.Level;

class ElectricKilometresTest {

    @Test
    void areThoseTheFuelIsNotGoodFor() {
        assertThat(ElectricKilometres.of(new Running(10_000, 200, 0), 5.0, null))
                .isEqualTo(new ByRefuelling(6_000));
    }

    @Test
    void areNeverLessThanNothingNorMoreThanAll() {
        assertThat(ElectricKilometres.of(new Running(1_000, 200, 0), 5.0, null)).isEqualTo(new ByRefuelling(0));
        assertThat(ElectricKilometres.of(new Running(1_000, 0, 900), 5.0, 15.0)).isEqualTo(new ByRefuelling(1_000));
        assertThat(ElectricKilometres.of(new Running(1_000, 0, 900), null, 15.0))
                .isEqualTo(new ByCharging(1_000));
    }

    @Test
    void areThoseTheChargeIsGoodForWithoutAFuelFigure() {
        assertThat(ElectricKilometres.of(new Running(10_000, 300, 600), null, 15.0))
                .isEqualTo(new ByCharging(4_000));
    }

    @Test
    void areUnknownWithoutRecords() {
        assertThat(ElectricKilometres.of(new Running(10_000, 0, 0), 5.0, 15.0)).isEqualTo(new Unknown());
        assertThat(ElectricKilometres.of(new Running(0, 50, 50), 5.0, 15.0)).isEqualTo(new Unknown());
        assertThat(ElectricKilometres.of(new Running(10_000, 300, 0), null, 15.0))
                .isEqualTo(new Unknown());
    }

    @Test
    void addUpOverTheVehiclesThatCouldBeAssessed() {
        Hybrid.Home home = new Hybrid.Home(new UUID(0, 1), "31011501", "财政局", "310000", "上海市");
        List<Hybrid> hybrids = List.of(
                hybrid(1, home, false, new Running(10_000, 450, 10)),
                hybrid(2, home, true, new Running(10_000, 500, 10)),
                hybrid(3, home, false, new Running(9_000, 0, 0)));
        assertThat(ElectricShareService.shares(hybrids, 2026, new Level.Provinces()))
                .extracting(ElectricShareService.Keyed::share)
                .containsExactly(new ElectricShare("PROVINCE", "310000", "上海市", 2026, 3, 2, 20_000, 1_000, 0.05, 2, 0));
        assertThat(ElectricShareService.shares(hybrids, 2026, new Level.Vehicles(home.unitId())))
                .extracting(keyed -> keyed.share().name())
                .containsExactly("沪A00001", "沪A00003");
    }

    private static Hybrid hybrid(int number, Hybrid.Home home, boolean confidential, Running running) {
        return new Hybrid(new UUID(0, number), "沪A0000" + number, confidential, home, running, 5.0, 15.0);
    }
}

package org.motorpool.dispatch.supervision.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.dispatch.supervision.detector.Cases.at;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Detectors of expenses and accounts: V16 to V26; each with a hit and a near miss. */
class ExpenseDetectorsTest {

    private static final Map<String, Double> NONE = Map.of();

    @Test
    void v16SeesAStationThatIsNotDesignated() {
        assertThat(Cases.usual()
                        .fuel("10:00", 40, 30_000)
                        .lastExpense("designated", false)
                        .leads("V16", NONE))
                .hasSize(1);
        assertThat(Cases.usual().fuel("10:00", 40, 30_000).leads("V16", NONE)).isEmpty();
    }

    @Test
    void v17SeesMoreThanTheTankHolds() {
        Map<String, Double> tank = Map.of("tank_factor", 1.05);
        assertThat(Cases.usual().fuel("10:00", 57.8, 45_000).leads("V17", tank))
                .singleElement()
                .satisfies(lead -> assertThat(lead.text().zh()).contains("57.8 升", "450.00 元", "55.0 升"));
        assertThat(Cases.usual().fuel("10:00", 57.7, 45_000).leads("V17", tank)).isEmpty();
    }

    @Test
    void v18SeesTwoFillsWithinTwoHours() {
        Map<String, Double> two = Map.of("hours", 2.0, "fills", 2.0);
        assertThat(Cases.usual()
                        .fuel("10:00", 20, 15_000)
                        .fuel("12:00", 20, 15_000)
                        .leads("V18", two))
                .singleElement()
                .satisfies(lead ->
                        assertThat((List<?>) lead.evidence().get("expenseIds")).hasSize(2));
        assertThat(Cases.usual()
                        .fuel("10:00", 20, 15_000)
                        .fuel("12:01", 20, 15_000)
                        .leads("V18", two))
                .isEmpty();
    }

    @Test
    void v19SeesAFillOnADayWithoutAnOrder() {
        Cases given = Cases.usual().fuel("10:00", 40, 30_000);
        assertThat(given.leads("V19", NONE)).hasSize(1);
        assertThat(given.order("15:00", "16:00", null, null).leads("V19", NONE)).isEmpty();
    }

    @Test
    void v20SeesSmallFillsAndFillsOnADayOff() {
        Map<String, Double> sixty = Map.of("min_amount_fen", 6000.0);
        assertThat(Cases.usual().fuel("10:00", 7, 5999).leads("V20", sixty)).hasSize(1);
        assertThat(Cases.usual().fuel("10:00", 7, 6000).leads("V20", sixty)).isEmpty();
        assertThat(Cases.usual()
                        .holiday("2026-11-25", "某节")
                        .fuel("10:00", 40, 30_000)
                        .leads("V20", sixty))
                .hasSize(1);
    }

    @Test
    void v21SeesAnotherFuelAndGoodsThatAreNone() {
        assertThat(product("95号汽油").leads("V21", NONE)).hasSize(1);
        assertThat(product("0号柴油").leads("V21", NONE)).hasSize(1);
        assertThat(product("玻璃水").leads("V21", NONE)).hasSize(1);
        assertThat(product("92号汽油").leads("V21", NONE)).isEmpty();
        assertThat(product("汽油").leads("V21", NONE)).isEmpty();
        assertThat(product(null).leads("V21", NONE)).isEmpty();
        assertThat(product("92号汽油")
                        .vehicle("fuel", null)
                        .vehicle("energyType", "BEV")
                        .leads("V21", NONE))
                .hasSize(1);
    }

    @Test
    void v22SeesAConsumptionOverTheNominalFigure() {
        assertThat(fills(10_000, 10_500, 52.1).leads("V22", v22()))
                .singleElement()
                .satisfies(lead -> {
                    assertThat(lead.text().zh()).contains("10.4");
                    assertThat(lead.episode()).endsWith("consumption:2026-11");
                });
        assertThat(fills(10_000, 10_500, 52.0).leads("V22", v22())).isEmpty();
    }

    @Test
    void v22ComparesWithTheModelWhereNoFigureIsOnFile() {
        Cases given = fills(10_000, 10_500, 52.5).vehicle("nominal_l_per_100km", null);
        assertThat(given.leads("V22", v22())).as("nothing to compare with").isEmpty();
        assertThat(given.peers(4, 8.0, 0.5).leads("V22", v22())).as("too few").isEmpty();
        assertThat(given.peers(5, 8.0, 0.5).leads("V22", v22())).hasSize(1);
        assertThat(given.peers(5, 9.0, 0.5).leads("V22", v22())).isEmpty();
    }

    @Test
    void v22DoesNotJudgeAFewKilometres() {
        assertThat(fills(10_000, 10_099, 52.5).leads("V22", v22())).isEmpty();
    }

    @Test
    void v23SeesAnOdometerTenPercentOff() {
        Map<String, Double> tenth = Map.of("difference", 0.1, "min_km", 3.0);
        Cases given = Cases.usual().order("09:00", "12:00", "09:00", "12:00").lastOrder("measured_m", 100_000);
        assertThat(given.lastOrder("odometerEnd_km", 12_111).leads("V23", tenth))
                .hasSize(1);
        assertThat(given.lastOrder("odometerEnd_km", 12_110).leads("V23", tenth))
                .isEmpty();
        given.lastOrder("measured_m", 10_000);
        assertThat(given.lastOrder("odometerEnd_km", 12_013).leads("V23", tenth))
                .as("whole kilometres")
                .isEmpty();
    }

    @Test
    void v24SeesATollWithoutAnOrder() {
        Cases given = Cases.usual().expense("TOLL", at("10:00"), null, 2500);
        assertThat(given.leads("V24", v24())).hasSize(1);
        assertThat(given.order("09:00", "11:00", "09:00", "11:00").leads("V24", v24()))
                .isEmpty();
    }

    @Test
    void v24SeesATollWhereTheVehicleWasNot() {
        Cases given = Cases.usual()
                .expense("TOLL", at("10:00"), null, 2500)
                .order("09:00", "11:00", "09:00", "11:00")
                .report("10:05", 0, 40);
        assertThat(given.lastExpense("place", place(2010)).leads("V24", v24())).hasSize(1);
        assertThat(given.lastExpense("place", place(1990)).leads("V24", v24())).isEmpty();
    }

    @Test
    void v25SeesMoreThanThreeRepairsInThirtyDays() {
        Map<String, Double> three = Map.of("repairs", 3.0, "days", 30.0);
        Cases given = Cases.usual();
        for (int days = 0; days < 3; days++) {
            given.expense("MAINTENANCE", at("10:00").minus(Duration.ofDays(days * 7L)), null, 50_000);
        }
        assertThat(given.leads("V25", three)).isEmpty();
        given.expense("MAINTENANCE", at("11:00"), null, 50_000);
        assertThat(given.leads("V25", three)).hasSize(1);
    }

    @Test
    void v26SeesAnInvoiceUsedTwice() {
        Cases given = Cases.usual().fuel("10:00", 40, 30_000).lastExpense("invoiceNumber", "25312000000012345678");
        assertThat(given.lastExpense("firstOfInvoice", UUID.randomUUID().toString())
                        .leads("V26", NONE))
                .singleElement()
                .satisfies(lead -> assertThat(lead.text().zh()).contains("25312000000012345678"));
        String own = given.expenses.getLast().id().toString();
        assertThat(given.lastExpense("firstOfInvoice", own).leads("V26", NONE)).isEmpty();
    }

    @Test
    void v26SeesAnExpenseAnotherUnitBears() {
        Cases given = Cases.usual().fuel("10:00", 40, 30_000);
        assertThat(given.leads("V26", NONE)).isEmpty();
        assertThat(given.lastExpense("unitId", UUID.randomUUID().toString()).leads("V26", NONE))
                .hasSize(1);
    }

    private static Cases product(String product) {
        return Cases.usual().fuel("10:00", 40, 30_000).lastExpense("product", product);
    }

    /** Filled up, driven, filled up again with so many litres today. */
    private static Cases fills(long first_km, long last_km, double litres) {
        return Cases.usual()
                .expense("FUEL", at("10:00").minus(Duration.ofDays(10)), 40.0, 30_000)
                .lastExpense("odometer_km", first_km)
                .fuel("10:00", litres, 40_000)
                .lastExpense("odometer_km", last_km);
    }

    private static Map<String, Double> v22() {
        return Map.of("nominal_factor", 1.3, "deviations", 3.0, "days", 90.0, "min_km", 100.0);
    }

    private static Map<String, Double> v24() {
        return Map.of("distance_m", 2000.0, "track_min", 10.0);
    }

    private static Map<String, Double> place(double north_m) {
        Place place = Cases.north_m(north_m);
        return Map.of("latitude", place.latitude(), "longitude", place.longitude());
    }
}

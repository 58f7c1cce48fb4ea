package org.motorpool.dispatch.supervision.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.dispatch.supervision.detector.Cases.at;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Circle;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Exemption;

/** Track detectors: V08 to V11, V13 to V15, V29; each with a hit and a near miss. */
class TrackDetectorsTest {

    private static final Map<String, Double> V08 = Map.of("distance_m", 50.0, "grace_min", 15.0);
    private static final Map<String, Double> V09 =
            Map.of("distance_m", 50.0, "work_start_h", 8.5, "work_end_h", 17.5, "emergency_h", 24.0);
    private static final Map<String, Double> V10 =
            Map.of("distance_m", 50.0, "work_start_h", 8.5, "work_end_h", 17.5, "grace_min", 30.0);
    private static final Map<String, Double> V11 = Map.of("curfew_h", 22.0, "radius_m", 200.0);
    private static final Map<String, Double> V13 =
            Map.of("detour_ratio", 1.5, "road_factor", 1.4, "corridor_m", 10_000.0, "min_km", 5.0);
    private static final Map<String, Double> V29 = Map.of("driving_min", 240.0, "rest_min", 20.0);

    @Test
    void v08SeesAVehicleDriveWithoutAnOrder() {
        Cases given = Cases.usual().report("09:59", 0, 0).drive("10:00", "10:30", 4000);
        assertThat(given.leads("V08", V08)).singleElement().satisfies(lead -> {
            assertThat(lead.from()).isEqualTo(at("10:00"));
            assertThat(lead.to()).isEqualTo(at("10:30"));
            assertThat(lead.evidence()).containsEntry("farthest_m", 4000L);
            assertThat(lead.text().zh()).contains("没有派车单", "4 公里");
        });
        assertThat(given.order("09:50", "10:40", "09:55", "10:35").leads("V08", V08))
                .isEmpty();
    }

    @Test
    void v08ToleratesAMoveWithinItsBayAndDrift() {
        assertThat(Cases.usual()
                        .report("10:00", 0, 0)
                        .report("10:01", 25, 8)
                        .report("10:02", 50, 8)
                        .leads("V08", V08))
                .isEmpty();
        assertThat(Cases.usual()
                        .report("10:00", 0, 0)
                        .report("10:01", 25, 8)
                        .report("10:02", 51, 8)
                        .leads("V08", V08))
                .hasSize(1);
        assertThat(Cases.usual().report("10:00", 0, 0).report("10:01", 120, 0).leads("V08", V08))
                .isEmpty();
    }

    @Test
    void v08SeesAVehicleThatWasMovedBetweenTwoReports() {
        assertThat(Cases.usual().report("10:00", 0, 0).report("14:00", 800, 0).leads("V08", V08))
                .hasSize(1);
    }

    @Test
    void v08SeesOnlyWhatLiesBeyondTheGraceOfAnOrder() {
        Cases given = Cases.usual().report("10:14", 0, 0).drive("10:15", "10:30", 3000);
        given.order("11:00", "12:00", "10:45", "12:00");
        assertThat(given.leads("V08", V08)).singleElement().satisfies(lead -> assertThat(lead.to())
                .isEqualTo(at("10:25")));
        given.lastOrder("departedAt", at("10:30").toString());
        assertThat(given.leads("V08", V08)).isEmpty();
    }

    @Test
    void v09SeesAVehicleDriveInASealingWindowWithAnOrderOrWithout() {
        Cases given = Cases.usual()
                .holiday("2026-11-25", "某节")
                .report("09:59", 0, 0)
                .drive("10:00", "10:30", 4000)
                .order("09:50", "10:40", "09:55", "10:35");
        assertThat(given.leads("V09", V09))
                .singleElement()
                .satisfies(lead -> assertThat(lead.text().zh()).contains("某节", "封存"));
        assertThat(given.leads("V08", V08)).isEmpty();
        given.exemptions.add(exemption("DUTY", "2026-11-24T08:00:00Z"));
        assertThat(given.leads("V09", V09)).isEmpty();
    }

    @Test
    void v09TakesADutyDeclaredAfterwardsForNone() {
        Cases given =
                Cases.usual().holiday("2026-11-25", "某节").report("09:59", 0, 0).drive("10:00", "10:30", 4000);
        given.exemptions.add(exemption("DUTY", "2026-11-25T03:00:00Z"));
        assertThat(given.leads("V09", V09)).hasSize(1);
        given.exemptions.set(0, exemption("EMERGENCY", "2026-11-26T01:59:00Z"));
        assertThat(given.leads("V09", V09)).isEmpty();
        given.exemptions.set(0, exemption("EMERGENCY", "2026-11-26T02:31:00Z"));
        assertThat(given.leads("V09", V09)).hasSize(1);
    }

    @Test
    void v10SeesAnOpenOrderDriveOnAtNight() {
        Cases given = Cases.usual()
                .order("14:00", "16:00", "14:05", null)
                .report("20:59", 0, 0)
                .drive("21:00", "21:30", 4000);
        assertThat(given.leads("V10", V10)).hasSize(1);
        assertThat(given.lastOrder("endsAt", at("21:05").toString()).leads("V10", V10))
                .isEmpty();
    }

    @Test
    void v10IsSilentInWorkHours() {
        Cases given = Cases.usual()
                .order("09:00", "10:00", "09:05", null)
                .report("16:59", 0, 0)
                .drive("17:00", "17:20", 4000);
        assertThat(given.leads("V10", V10)).isEmpty();
    }

    @Test
    void v11SeesAVehicleThatIsNotAtHomeAtCurfew() {
        Cases given =
                Cases.usual().report("18:00", 300, 0).report("21:55", 300, 0).report("23:59", 300, 0);
        assertThat(given.leads("V11", V11)).singleElement().satisfies(lead -> {
            assertThat(lead.from()).isEqualTo(at("18:00"));
            assertThat(lead.to()).isEqualTo(Instant.parse("2026-11-25T16:00:00Z"));
        });
        assertThat(given.order("17:00", "23:00", "17:00", null).leads("V11", V11))
                .isEmpty();
        assertThat(Cases.usual().report("18:00", 300, 0).report("21:55", 190, 0).leads("V11", V11))
                .isEmpty();
    }

    @Test
    void v13SeesATripMuchLongerThanItsRoute() {
        // home, pickup (at home), drop-off 10 km north, home: 20 km, times 1.4 is 28 km expected; 1.5 times that is 42
        // km
        Cases given = Cases.usual().order("09:00", "12:00", "09:00", "12:00");
        assertThat(given.lastOrder("measured_m", 42_100).leads("V13", V13)).hasSize(1);
        assertThat(given.lastOrder("measured_m", 41_900).leads("V13", V13)).isEmpty();
    }

    @Test
    void v13SeesATripThatLeavesItsCorridor() {
        Cases given = Cases.usual().order("09:00", "12:00", "09:00", "12:00").report("10:00", 20_100, 40);
        assertThat(given.leads("V13", V13)).hasSize(1);
        given.track.clear();
        assertThat(given.report("10:00", 19_900, 40).leads("V13", V13)).isEmpty();
    }

    @Test
    void v14SeesAVehicleOutsideItsRegion() {
        Map<String, Double> five = Map.of("minutes", 5.0);
        Cases given = Cases.usual().report("10:00", 31_000, 40).report("10:05", 32_000, 40);
        assertThat(given.leads("V14", five)).as("nobody drew the region").isEmpty();
        given.circles.add(new Circle(Cases.HOME.latitude(), Cases.HOME.longitude(), 30_000));
        assertThat(given.leads("V14", five)).hasSize(1);
        given.track.removeLast();
        assertThat(given.report("10:04", 32_000, 40).leads("V14", five)).isEmpty();
    }

    @Test
    void v14AllowsTheRegionOfTheOrder() {
        Cases given = Cases.usual()
                .report("10:00", 31_000, 40)
                .report("10:05", 32_000, 40)
                .order("09:00", "12:00", "09:00", null);
        given.circles.add(new Circle(Cases.HOME.latitude(), Cases.HOME.longitude(), 30_000));
        Place host = Cases.north_m(40_000);
        given.lastOrder(
                "circles",
                Set.of(Map.of("latitude", host.latitude(), "longitude", host.longitude(), "radius_m", 10_000)));
        assertThat(given.leads("V14", Map.of("minutes", 5.0))).isEmpty();
    }

    @Test
    void v15SeesAReturnMoreThanAnHourLate() {
        Map<String, Double> hour = Map.of("grace_h", 1.0);
        assertThat(Cases.usual().order("09:00", "12:00", "09:00", "13:01").leads("V15", hour))
                .hasSize(1);
        assertThat(Cases.usual().order("09:00", "12:00", "09:00", "13:00").leads("V15", hour))
                .isEmpty();
        assertThat(Cases.usual().order("09:00", "12:00", "09:00", null).leads("V15", hour))
                .hasSize(1);
        assertThat(Cases.usual().order("09:00", "12:00", null, null).leads("V15", hour))
                .isEmpty();
    }

    @Test
    void v29SeesFourHoursWithoutARest() {
        assertThat(Cases.usual()
                        .report("07:59", 0, 0)
                        .drive("08:00", "12:05", 200_000)
                        .leads("V29", V29))
                .singleElement()
                .satisfies(lead -> assertThat(lead.evidence()).containsEntry("driving_min", 245L));
        assertThat(Cases.usual()
                        .report("08:00", 0, 0)
                        .drive("08:00", "12:00", 200_000)
                        .leads("V29", V29))
                .isEmpty();
    }

    @Test
    void v29TakesTwentyMinutesForARest() {
        Cases given = Cases.usual().report("08:00", 0, 0).drive("08:00", "10:00", 100_000);
        assertThat(given.drive("10:20", "12:40", 200_000).leads("V29", V29)).isEmpty();
        given = Cases.usual().report("08:00", 0, 0).drive("08:00", "10:00", 100_000);
        assertThat(given.drive("10:15", "12:40", 200_000).leads("V29", V29)).hasSize(1);
    }

    @Test
    void namesAnEpisodeOverMidnightTheSameOnBothDays() {
        Cases today = Cases.usual().report("23:30", 0, 0).drive("23:30", "23:55", 4000);
        Case given = today.under("V08", V08);
        Day next = Day.of(
                Cases.DAY.plusDays(1),
                Instant.parse("2026-12-01T00:00:00Z"),
                given.day().calendar());
        Track longer = new Track(Stream.concat(
                        given.track().points().stream(),
                        Stream.of(Cases.with(given.track().points().get(4), "reportedAt", "2026-11-25T16:05:00Z")))
                .toList());
        assertThat(Stream.of(given, new Case(given.facts(), longer, next, given.rule()))
                        .flatMap(MovementDetectors::withoutOrder)
                        .map(Lead::episode)
                        .collect(Collectors.toSet()))
                .hasSize(1);
    }

    private static Exemption exemption(String kind, String declaredAt) {
        return new Exemption(
                kind,
                Instant.parse("2026-11-24T09:30:00Z"),
                Instant.parse("2026-11-26T00:30:00Z"),
                Instant.parse(declaredAt));
    }
}

package org.motorpool.dispatch.supervision;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.supervision.detector.Detector;
import org.motorpool.dispatch.supervision.detector.Detectors;
import org.motorpool.dispatch.supervision.detector.Threshold;

/** Rule rows of detectors: what is in force, who may add one, and what is refused. */
@QuarkusTest
class DetectorResourceTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Inject
    Organisations organisations;

    @Test
    void hasARowForEveryDetectorWithExactlyItsThresholds() {
        List<Map<String, Object>> rows = officer(organisations.pudong())
                .get("/api/v1/compliance/detectors?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        for (Detector detector : Detectors.list()) {
            Assertions.assertThat(rows)
                    .as(detector.code())
                    .filteredOn(row -> row.get("detector").equals(detector.code())
                            && row.get("jurisdiction").equals("100000"))
                    .singleElement()
                    .satisfies(row -> Assertions.assertThat(((Map<?, ?>) row.get("thresholds")).keySet())
                            .isEqualTo(names(detector)));
        }
    }

    private static Object names(Detector detector) {
        return detector.thresholds().stream().map(Threshold::name).collect(Collectors.toSet());
    }

    @Test
    void aNewRowTakesOverOnItsDay() {
        add(officer(organisations.nation()), "V34", "100000", Map.of("days", 45.0), TODAY.plusDays(10))
                .statusCode(201);
        at(TODAY.plusDays(9)).body("items.find { it.detector == 'V34' }.thresholds.days", equalTo(60.0f));
        at(TODAY.plusDays(10)).body("items.find { it.detector == 'V34' }.thresholds.days", equalTo(45.0f));
        add(officer(organisations.nation()), "V34", "100000", Map.of("days", 30.0), TODAY.plusDays(5))
                .statusCode(409)
                .body("code", equalTo("rule-overlaps"))
                .body("field", equalTo("effectiveFrom"));
    }

    @Test
    void aProvinceMayOnlyBeStricter() {
        add(officer(organisations.shanghai()), "V31", "310000", Map.of("hours", 48.0), TODAY.plusDays(1))
                .statusCode(422)
                .body("code", equalTo("rule-refused"))
                .body("violations.rule", hasItem("milder-than-national"))
                .body("violations.message", hasItem(containsString("hours=48.0")));
        add(officer(organisations.shanghai()), "V31", "310000", Map.of("hours", 12.0), TODAY.plusDays(1))
                .statusCode(201);
        at(TODAY.plusDays(1)).body("items.findAll { it.detector == 'V31' }.jurisdiction", hasItems("100000", "310000"));
    }

    @Test
    void aProvinceMayNotSwitchADetectorOff() {
        Map<String, Object> form = form("V33", "310000", Map.of("days", 30.0), TODAY.plusDays(1));
        form.put("enabled", false);
        form.put("severity", "INFO");
        form.put("deadlineDays", 90);
        officer(organisations.shanghai())
                .body(form)
                .post("/api/v1/compliance/detectors")
                .then()
                .statusCode(422)
                .body("violations.size()", equalTo(3));
    }

    @Test
    void onlyWhoStandsForAJurisdictionAddsItsRows() {
        add(officer(organisations.pudong()), "V31", "310000", Map.of("hours", 10.0), TODAY.plusDays(3))
                .statusCode(403);
        add(officer(organisations.shanghai()), "V31", "100000", Map.of("hours", 10.0), TODAY.plusDays(3))
                .statusCode(403);
        add(officer(organisations.shanghai()), "V31", "320000", Map.of("hours", 10.0), TODAY.plusDays(3))
                .statusCode(403);
        Callers.requester(organisations.nation())
                .body(form("V31", "100000", Map.of("hours", 10.0), TODAY.plusDays(3)))
                .post("/api/v1/compliance/detectors")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "detector,V99,detector",
        "detector,,detector",
        "jurisdiction,310115,jurisdiction",
        "severity,PINK,severity",
        "deadlineDays,0,deadlineDays",
        "clause,短,clause",
        "effectiveFrom,2020-01-01,effectiveFrom",
        "effectiveTo,2020-01-01,effectiveTo"
    })
    void namesTheBadField(String component, String value, String field) {
        Map<String, Object> form = form("V31", "100000", Map.of("hours", 10.0), TODAY.plusDays(3));
        form.put(component, value);
        officer(organisations.nation())
                .body(form)
                .post("/api/v1/compliance/detectors")
                .then()
                .statusCode(400)
                .body("field", equalTo(field));
    }

    @Test
    void takesExactlyTheThresholdsOfTheDetectorInTheirRange() {
        add(officer(organisations.nation()), "V31", "100000", Map.of("days", 1.0), TODAY.plusDays(3))
                .statusCode(400)
                .body("field", equalTo("thresholds"));
        add(officer(organisations.nation()), "V31", "100000", Map.of("hours", -1.0), TODAY.plusDays(3))
                .statusCode(400)
                .body("field", equalTo("thresholds.hours"));
    }

    @Test
    void aRegionIsACircleThatTheNationDraws() {
        Map<String, Object> circle = Map.of("latitude", 31.22, "longitude", 121.54, "radius_m", 40_000);
        RequestSpecification nation = officer(organisations.nation());
        nation.body(circle)
                .put("/api/v1/compliance/region-circles/310115")
                .then()
                .statusCode(200)
                .body("radius_m", equalTo(40_000));
        officer(organisations.pudong())
                .get("/api/v1/compliance/region-circles")
                .then()
                .body("items.regionCode", hasItem("310115"));
        nation.put("/api/v1/compliance/region-circles/999999").then().statusCode(404);
        nation.body(Map.of("latitude", 91, "longitude", 121.54, "radius_m", 40_000))
                .put("/api/v1/compliance/region-circles/310115")
                .then()
                .statusCode(400)
                .body("field", equalTo("latitude"));
        officer(organisations.shanghai())
                .body(circle)
                .put("/api/v1/compliance/region-circles/310115")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse at(LocalDate day) {
        return officer(organisations.pudong())
                .get("/api/v1/compliance/detectors?limit=1000&day=" + day)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse add(
            RequestSpecification caller,
            String detector,
            String jurisdiction,
            Map<String, Double> thresholds,
            LocalDate from) {
        return caller.body(form(detector, jurisdiction, thresholds, from))
                .post("/api/v1/compliance/detectors")
                .then();
    }

    private static Map<String, Object> form(
            String detector, String jurisdiction, Map<String, Double> thresholds, LocalDate from) {
        return new HashMap<>(Map.of(
                "detector",
                detector,
                "jurisdiction",
                jurisdiction,
                "thresholds",
                thresholds,
                "severity",
                "YELLOW",
                "deadlineDays",
                10,
                "enabled",
                true,
                "clause",
                "某办法第九条",
                "effectiveFrom",
                from.toString()));
    }

    private static RequestSpecification officer(Unit unit) {
        return Callers.somebody(unit, "officer-" + unit.code().toLowerCase(), "FLEET_OFFICER");
    }
}

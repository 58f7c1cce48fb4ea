package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.demo.Demo;
import org.motorpool.dispatch.demo.DemoProfile;

@QuarkusTest
@TestProfile(DemoProfile.class)
class AcquisitionResourceTest {

    private static final String OFFICER = "fleet-officer-310115";

    @Test
    void putsAnAllowedVehicleOnFileInTheUnitsScope() {
        String vehicleId = acquire("fleet-officer-310112", petrol("310112", "沪A77701", "LFPH4ACP0T1A77701", "YJBZ"))
                .statusCode(201)
                .body("outcome", equalTo("ACCEPTED"))
                .body("vehicleId", notNullValue())
                .extract()
                .path("vehicleId");
        Demo.as("fleet-officer-310112")
                .get("/api/v1/vehicles/" + vehicleId)
                .then()
                .statusCode(200)
                .body("plate", equalTo("沪A77701"))
                .body("state", equalTo("IDLE"))
                .body("home.name", containsString("闵行区"));
        Demo.as("fleet-officer-310101")
                .get("/api/v1/vehicles/" + vehicleId)
                .then()
                .statusCode(404);
    }

    @Test
    void answersARefusalWithItsClauseAndKeepsIt() {
        Map<String, Object> tooMany = petrol("31011501", "沪A77702", "LFPH4ACP0T1A77702", "QT");
        tooMany.put("price_fen", 19_990_000);
        acquire(OFFICER, tooMany)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("acquisition-refused"))
                .body("violations.rule", hasItems("quota-exceeded", "price-over-limit"))
                .body("violations.clause", hasItem(containsString("第六条")))
                .body("violations.message", hasItem(containsString("19.99 万元")));
        assertThat(Demo.all(OFFICER, "acquisitions")).anySatisfy(kept -> assertThat(kept)
                .containsEntry("plate", "沪A77702")
                .containsEntry("outcome", "REFUSED")
                .containsEntry("vehicleId", null));
        assertThat(Demo.all(OFFICER, "vehicles").stream().map(vehicle -> vehicle.get("plate")))
                .doesNotContain("沪A77702");
        assertThat(Demo.all("supervisor", "audit")).anySatisfy(noted -> assertThat(noted)
                .containsEntry("action", "acquisition-REFUSED")
                .containsEntry("subject", "31011501 沪A77702"));
    }

    @Test
    void renewsInTheQuotaPlaceOfTheVehicleItReplaces() {
        String department = Demo.unitId("fleet-officer", "31011504");
        Map<String, Object> old = Demo.all(OFFICER, "vehicles").stream()
                .filter(vehicle -> vehicle.get("unitId").equals(department))
                .findFirst()
                .orElseThrow();
        Map<String, Object> renewal = battery("31011504", "沪AD77703", "LGXCE4CB0T2877703", "ZFZQ");
        acquire(OFFICER, renewal).statusCode(422).body("violations.rule", equalTo(List.of("quota-exceeded")));
        renewal.put("kind", "RENEWAL");
        renewal.put("replacedVehicleId", old.get("id"));
        renewal.remove("indicatorId");
        acquire(OFFICER, renewal)
                .statusCode(422)
                .body("violations.rule", equalTo(List.of("renewal-too-early", "renewal-not-disposed")))
                .body("violations.clause", hasItem(containsString("第二十条")))
                .body("violations.clause", hasItem(containsString("处置一辆、更新一辆")));
        renewal.put("earlyRenewalDocument", "沪机管〔2026〕21号");
        approveDisposal((String) old.get("id"));
        acquire(OFFICER, renewal).statusCode(201);
        assertThat(Demo.all(OFFICER, "quotas"))
                .filteredOn(quota -> quota.get("unitId").equals(department))
                .allSatisfy(quota -> assertThat(quota.get("inUse")).isEqualTo(quota.get("number")));
    }

    private static void approveDisposal(String vehicleId) {
        String disposalId = Demo.as(OFFICER)
                .body(Map.of("vehicleId", vehicleId, "method", "SCRAPPING", "receiver", "报废回收企业", "reason", "更新"))
                .post("/api/v1/disposals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Demo.as("approver-310000")
                .body(Map.of("step", "APPROVE", "documentNumber", "沪机管处〔2026〕8号"))
                .post("/api/v1/disposals/" + disposalId + "/steps")
                .then()
                .statusCode(200);
    }

    @Test
    void looksAtTheYearEndWithAllIssuedIndicators() {
        // 四川 4 of 12: a petrol car makes 4 of 13 (30.8 %), with another permitted it is 4 of 14 (28.6 %)
        Map<String, Object> one = permits.permitted(petrol("510104", "川A77700", "LFPH4ACP0T1A77710", "YJBZ"));
        Map<String, Object> other = permits.permitted(petrol("510107", "川A77701", "LFPH4ACP0T1A77711", "YJBZ"));
        acquire("fleet-officer-510000", one)
                .statusCode(422)
                .body("violations.rule", equalTo(List.of("nev-share-below")))
                .body("violations[0].message", containsString("28.6%(4/14)"));
        Demo.as("fleet-officer-510000")
                .body(Map.of("reason", "改为新能源"))
                .post("/api/v1/indicators/" + other.get("indicatorId") + "/return")
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED"));
        acquire("fleet-officer-510000", other).statusCode(422).body("violations.rule", hasItem("indicator-not-open"));
        acquire("fleet-officer-510000", one).statusCode(201);
    }

    @Test
    void consumesAnIndicatorOnce() {
        Map<String, Object> first = permits.permitted(battery("330110", "浙AD77708", "LGXCE4CB0T2877708", "YJBZ"));
        String indicatorId = (String) first.get("indicatorId");
        String acquisitionId =
                acquire("fleet-officer-330110", first).statusCode(201).extract().path("id");
        Demo.as("fleet-officer-330110")
                .get("/api/v1/indicators/" + indicatorId)
                .then()
                .statusCode(200)
                .body("status", equalTo("CONSUMED"))
                .body("acquisitionId", equalTo(acquisitionId));
        Map<String, Object> second = battery("330110", "浙AD77709", "LGXCE4CB0T2877709", "YJBZ");
        second.put("indicatorId", indicatorId);
        acquire("fleet-officer-330110", second)
                .statusCode(422)
                .body("violations.rule", hasItem("indicator-consumed"))
                .body("violations.clause", hasItem(containsString("指标")));
    }

    @Test
    void refusesAnAcquisitionWithoutAnIndicatorWithItsClause() {
        Map<String, Object> form = battery("330110", "浙AD77710", "LGXCE4CB0T2877710", "QT");
        form.put("indicatorId", null);
        acquire("fleet-officer-330110", form)
                .statusCode(422)
                .body("violations.rule", hasItem("indicator-missing"))
                .body("violations.clause", hasItem(containsString("编制、指标、运行、处置")));
    }

    @Test
    void knowsNoIndicatorOutsideTheScope() {
        Map<String, Object> theirs = permits.permitted(battery("330106", "浙AD77711", "LGXCE4CB0T2877711", "QT"));
        theirs.put("unitId", Demo.unitId("fleet-officer", "330110"));
        acquire("fleet-officer-330110", theirs)
                .statusCode(404)
                .body("code", equalTo("indicator-unknown"))
                .body("field", equalTo("indicatorId"));
    }

    @Test
    void saysWhatWouldBeDecidedAndWritesNothing() {
        Map<String, Object> form = permits.permitted(petrol("340103", "皖A77712", "LFPH4ACP0T1A77712", "JYTX"));
        Demo.as("fleet-officer-340103")
                .body(form)
                .post("/api/v1/acquisitions/check")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REFUSED"))
                .body("violations.rule", hasItems("nev-use-class", "nev-share-below", "price-over-limit"))
                .body("shares.account", hasItems("PROVINCE", "CITY", "BUDGET_UNIT"));
        assertThat(Demo.all("fleet-officer-340103", "acquisitions").stream().map(kept -> kept.get("plate")))
                .doesNotContain("皖A77712");
        Demo.as("requester")
                .body(form)
                .post("/api/v1/acquisitions/check")
                .then()
                .statusCode(403);
    }

    @Test
    void refusesAPlateThatIsOnFileAnywhere() {
        String taken =
                (String) Demo.all("fleet-officer-310101", "vehicles").getFirst().get("vin");
        acquire(OFFICER, battery("310115", "沪AD77704", taken, "QT"))
                .statusCode(409)
                .body("code", equalTo("vehicle-on-file"))
                .body("field", equalTo("vin"));
        assertThat(Demo.all(OFFICER, "acquisitions").stream().map(kept -> kept.get("plate")))
                .doesNotContain("沪AD77704");
    }

    @Test
    void knowsNoUnitOutsideTheScope() {
        acquire(OFFICER, petrol("310101", "沪A77705", "LFPH4ACP0T1A77705", "QT"))
                .statusCode(404)
                .body("code", equalTo("unit-unknown"));
    }

    @Test
    void namesTheBadField() {
        Map<String, Object> form = petrol("310115", "沪A77706", "TOO-SHORT", "QT");
        acquire(OFFICER, form).statusCode(400).body("field", equalTo("vin"));
    }

    @Test
    void isForFleetOfficers() {
        acquire("requester", petrol("310115", "沪A77707", "LFPH4ACP0T1A77707", "QT"))
                .statusCode(403);
        Demo.as("requester").get("/api/v1/acquisitions").then().statusCode(403);
    }

    @Test
    void showsAnotherCountyNothing() {
        assertThat(Demo.all("fleet-officer-320583", "acquisitions").stream().map(kept -> kept.get("plate")))
                .containsExactly("苏EF88802");
    }

    @Inject
    Permits permits;

    /** With an indicator of its own, unless the form names one. */
    private ValidatableResponse acquire(String username, Map<String, Object> form) {
        if (!form.containsKey("indicatorId")) {
            permits.permitted(form);
        }
        return Demo.as(username).body(form).post("/api/v1/acquisitions").then();
    }

    private static Map<String, Object> battery(String unitCode, String plate, String vin, String category) {
        Map<String, Object> form = petrol(unitCode, plate, vin, category);
        form.putAll(Map.of("energyType", "BEV", "displacement_l", 0, "plateColour", "GREEN", "price_fen", 11_580_000));
        return form;
    }

    private static Map<String, Object> petrol(String unitCode, String plate, String vin, String category) {
        Map<String, Object> form = new HashMap<>();
        form.put("unitId", Demo.unitId("fleet-officer", unitCode));
        form.putAll(Map.of("kind", "NEW", "plate", plate, "plateColour", "BLUE", "vin", vin, "category", category));
        form.putAll(Map.of("tier", "BASE", "bodyType", "SEDAN", "energyType", "ICE", "brand", "红旗", "model", "H5"));
        form.putAll(Map.of("seats", 4, "price_fen", 15_980_000, "displacement_l", 1.5, "domestic", true));
        return form;
    }
}

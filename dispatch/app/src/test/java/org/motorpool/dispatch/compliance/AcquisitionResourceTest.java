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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.demo.Demo;
import org.motorpool.dispatch.demo.DemoProfile;

@QuarkusTest
@TestProfile(DemoProfile.class)
class AcquisitionResourceTest {

    private static final String OFFICER = "fleet-officer-310115";

    @Test
    void putsAnAllowedVehicleOnFileInTheUnitsScope() {
        String vehicleId = acquire(OFFICER, petrol("310115", "沪A77701", "LFPH4ACP0T1A77701", "YJBZ"))
                .statusCode(201)
                .body("outcome", equalTo("ACCEPTED"))
                .body("vehicleId", notNullValue())
                .extract()
                .path("vehicleId");
        Demo.as(OFFICER)
                .get("/api/v1/vehicles/" + vehicleId)
                .then()
                .statusCode(200)
                .body("plate", equalTo("沪A77701"))
                .body("state", equalTo("IDLE"))
                .body("home.name", containsString("浦东新区"));
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
        acquire(OFFICER, renewal).statusCode(201);
        assertThat(Demo.all(OFFICER, "vehicles").stream().map(vehicle -> vehicle.get("id")))
                .doesNotContain(old.get("id"));
        assertThat(Demo.all(OFFICER, "terminals").stream().map(terminal -> terminal.get("vehicleId")))
                .doesNotContain(old.get("id"));
    }

    @Test
    void letsOnlyOneOfTwoTakeTheLastPlaceUnderTheNevShare() {
        // 四川 4 of 12, plus this pair: one more petrol car makes 4 of 13 (30.8 %), two make 4 of 14 (28.6 %)
        List<Integer> answers = IntStream.range(0, 2)
                .mapToObj(n -> petrol(n == 0 ? "510104" : "510107", "川A7770" + n, "LFPH4ACP0T1A7771" + n, "YJBZ"))
                .map(form -> CompletableFuture.supplyAsync(
                        () -> acquire("fleet-officer-510000", form).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(201, 422);
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

    private static ValidatableResponse acquire(String username, Map<String, Object> form) {
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

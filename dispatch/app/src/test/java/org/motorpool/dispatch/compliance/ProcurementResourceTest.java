package org.motorpool.dispatch.compliance;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.demo.Demo;
import org.motorpool.dispatch.demo.DemoProfile;

@QuarkusTest
@TestProfile(DemoProfile.class)
class ProcurementResourceTest {

    private static final String OFFICER = "fleet-officer-320102";
    private static final String ABOVE = "fleet-officer-320000";
    private static final int YEAR = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();

    @Test
    void goesFromThePlanOverTheIndicatorToTheVehicle() {
        Map<String, Object> form = plan("320102", item("YJBZ", true, 1), 15_000_000, 1);
        String planId = path(post(OFFICER, "procurement-plans", form).statusCode(201), "id");
        String itemId = path(get(OFFICER, "procurement-plans/" + planId).statusCode(200), "items[0].id");
        issue(itemId).statusCode(422).body("violations.rule", equalTo(List.of("plan-not-approved")));
        post(OFFICER, "procurement-plans/" + planId + "/submit", Map.of())
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
        Map<String, Object> approval = Map.of("decision", "APPROVE", "documentNumber", "苏机管〔2026〕30号");
        post(OFFICER, "procurement-plans/" + planId + "/decisions", approval).statusCode(403);
        post(ABOVE, "procurement-plans/" + planId + "/decisions", approval)
                .statusCode(200)
                .body("status", equalTo("APPROVED"));
        String indicatorId = path(
                issue(itemId)
                        .statusCode(201)
                        .body("status", equalTo("ISSUED"))
                        .body("number", startsWith("ZB-320102-" + YEAR))
                        .body("displacementMax_l", equalTo(1.8f))
                        .body("idle", notNullValue()),
                "id");
        issue(itemId).statusCode(422).body("violations.rule", hasItems("plan-exceeded", "quota-exceeded"));
        post(OFFICER, "indicators/" + indicatorId + "/reserve", Map.of())
                .statusCode(200)
                .body("reservedBy", equalTo(OFFICER));
        post(ABOVE, "indicators/" + indicatorId + "/reserve", Map.of()).statusCode(409);
        Map<String, Object> vehicle = vehicle(indicatorId);
        post(ABOVE, "acquisitions/check", vehicle).body("violations.rule", equalTo(List.of("indicator-reserved")));
        post(OFFICER, "acquisitions", vehicle).statusCode(201).body("indicatorId", equalTo(indicatorId));
        post(OFFICER, "procurement-plans", form)
                .statusCode(409)
                .body("code", equalTo("plan-of-year"))
                .body("field", equalTo("year"));
    }

    @Test
    void refusesAPlanThatBreaksRulesAndNamesAllOfThem() {
        Map<String, Object> form = plan("320106", item("QT", false, 4), 1_000_000, 3);
        String planId = path(post("fleet-officer-320106", "procurement-plans", form), "id");
        post("fleet-officer-320106", "procurement-plans/" + planId + "/submit", Map.of())
                .statusCode(422)
                .body("code", equalTo("plan-refused"))
                .body("violations.rule", hasItems("quota-exceeded", "plan-budget", "plan-new-energy"));
        get("fleet-officer-320106", "procurement-plans/" + planId).body("status", equalTo("DRAFT"));
    }

    @Test
    void showsNothingToAnotherUnit() {
        Map<String, Object> form = plan("330106", item("QT", true, 1), 15_000_000, 1);
        String planId = path(post("fleet-officer-330106", "procurement-plans", form), "id");
        get("fleet-officer-330110", "procurement-plans/" + planId)
                .statusCode(404)
                .body("code", equalTo("plan-unknown"));
        post("fleet-officer-330110", "procurement-plans/" + planId + "/submit", Map.of())
                .statusCode(404);
        post("fleet-officer-330110", "procurement-plans", form).statusCode(404).body("code", equalTo("unit-unknown"));
        post("requester", "procurement-plans", form).statusCode(403);
    }

    @Test
    void namesTheBadField() {
        bad("year", form -> form.put("year", YEAR + 2));
        bad("budget_fen", form -> form.put("budget_fen", -1));
        bad("items", form -> form.put("items", List.of()));
        bad("newEnergy", form -> form.remove("newEnergy"));
        bad("items[0].count", form -> form.put("items", List.of(item("QT", true, 0))));
        bad("items[0].category", form -> form.put("items", List.of(item("小车", true, 1))));
    }

    private static void bad(String field, Consumer<Map<String, Object>> mistake) {
        Map<String, Object> form = plan("320106", item("QT", true, 1), 15_000_000, 1);
        mistake.accept(form);
        post("fleet-officer-320106", "procurement-plans", form).statusCode(400).body("field", equalTo(field));
    }

    private static ValidatableResponse issue(String itemId) {
        return post(OFFICER, "indicators", Map.of("planItemId", itemId));
    }

    private static ValidatableResponse post(String username, String path, Map<String, Object> body) {
        return Demo.as(username).body(body).post("/api/v1/" + path).then();
    }

    private static ValidatableResponse get(String username, String path) {
        return Demo.as(username).get("/api/v1/" + path).then();
    }

    private static String path(ValidatableResponse response, String path) {
        return response.extract().path(path);
    }

    private static Map<String, Object> plan(String unit, Map<String, Object> item, long budget_fen, int newEnergy) {
        Map<String, Object> form = new HashMap<>(Map.of("year", YEAR, "budget_fen", budget_fen));
        form.put("unitId", Demo.unitId("fleet-officer", unit));
        form.put("newEnergy", newEnergy);
        form.put("items", new ArrayList<>(List.of(item)));
        return form;
    }

    private static Map<String, Object> item(String category, boolean newEnergy, int count) {
        Map<String, Object> item = new HashMap<>(Map.of("category", category, "tier", "BASE", "kind", "NEW"));
        item.putAll(Map.of("newEnergy", newEnergy, "count", count, "priceMax_fen", 15_000_000));
        return item;
    }

    private static Map<String, Object> vehicle(String indicatorId) {
        Map<String, Object> form = new HashMap<>(Map.of("kind", "NEW", "plate", "苏AD77901", "plateColour", "GREEN"));
        form.put("unitId", Demo.unitId("fleet-officer", "320102"));
        form.putAll(Map.of("vin", "LGXCE4CB0T2877901", "category", "YJBZ", "tier", "BASE", "bodyType", "SEDAN"));
        form.putAll(Map.of("energyType", "BEV", "brand", "比亚迪", "model", "秦", "seats", 4, "domestic", true));
        form.putAll(Map.of("price_fen", 11_580_000, "displacement_l", 0, "indicatorId", indicatorId));
        return form;
    }
}

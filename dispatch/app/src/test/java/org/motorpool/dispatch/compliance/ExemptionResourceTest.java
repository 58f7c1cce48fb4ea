package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
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
class ExemptionResourceTest {

    private static final String OFFICER = "fleet-officer-320505";

    @Inject
    Permits permits;

    @Test
    void takesAVehicleOutOfTheNetShareOnce() {
        Map<String, Object> form = permits.permitted(confidential("苏E77921", "LFPH4ACP0T1A77921"));
        acquire(form).statusCode(422).body("violations.rule", equalTo(List.of("nev-use-class")));
        form.put("exemptionId", exempt(exemption()).statusCode(201).extract().path("id"));
        acquire(form).statusCode(201).body("exemptionId", notNullValue());
        assertThat(share("320000"))
                .satisfies(share -> assertThat((int) share.get("exempted")).isPositive())
                .satisfies(
                        share -> assertThat((double) share.get("netShare")).isGreaterThan((double) share.get("share")));

        Map<String, Object> another = permits.permitted(confidential("苏E77922", "LFPH4ACP0T1A77922"));
        another.put("exemptionId", form.get("exemptionId"));
        acquire(another).statusCode(409).body("code", equalTo("exemption-used")).body("field", equalTo("exemptionId"));
    }

    @Test
    void looksAheadToTheYearEndForEveryAccount() {
        assertThat(Demo.all("fleet-officer-340111", "compliance/nev-outlook"))
                .anySatisfy(outlook ->
                        assertThat(outlook).containsEntry("code", "340000").containsEntry("mustBeNewEnergy", 1));
        assertThat(Demo.all("supervisor", "compliance/nev-outlook?account=CITY").stream()
                        .map(outlook -> outlook.get("code")))
                .contains("340100", "510100", "320500");
        assertThat(Demo.all(OFFICER, "compliance/nev-outlook?account=BUDGET_UNIT"))
                .hasSize(1);
        Demo.as(OFFICER)
                .get("/api/v1/compliance/nev-outlook?account=VILLAGE")
                .then()
                .statusCode(400)
                .body("field", equalTo("account"));
    }

    @Test
    void isNoneWithoutDocumentAndApprover() {
        for (String field : List.of("reason", "documentNumber", "approvedBy", "explanation", "unitId")) {
            Map<String, Object> form = exemption();
            form.remove(field);
            exempt(form).statusCode(400).body("field", equalTo(field));
        }
    }

    @Test
    void isShownToItsOwnScopeOnly() {
        String id = exempt(exemption()).statusCode(201).extract().path("id");
        assertThat(Demo.all("fleet-officer-320500", "compliance/exemptions").stream()
                        .map(one -> one.get("id")))
                .contains(id);
        assertThat(Demo.all("fleet-officer-320583", "compliance/exemptions").stream()
                        .map(one -> one.get("id")))
                .doesNotContain(id);
        Demo.as("fleet-officer-320583")
                .body(exemption())
                .post("/api/v1/compliance/exemptions")
                .then()
                .statusCode(404);
    }

    private static Map<String, Object> share(String region) {
        return Demo.all(OFFICER, "compliance/nev-share").stream()
                .filter(share -> share.get("regionCode").equals(region))
                .findFirst()
                .orElseThrow();
    }

    private static ValidatableResponse acquire(Map<String, Object> form) {
        return Demo.as(OFFICER).body(form).post("/api/v1/acquisitions").then();
    }

    private static ValidatableResponse exempt(Map<String, Object> form) {
        return Demo.as(OFFICER).body(form).post("/api/v1/compliance/exemptions").then();
    }

    private static Map<String, Object> exemption() {
        Map<String, Object> form = new HashMap<>(Map.of("reason", "NO_SUITABLE_MODEL", "explanation", "山区保密线路"));
        form.put("unitId", Demo.unitId("fleet-officer", "320505"));
        form.putAll(Map.of("documentNumber", "苏机管〔2026〕77号", "approvedBy", "苏州市机关事务管理局"));
        return form;
    }

    private static Map<String, Object> confidential(String plate, String vin) {
        Map<String, Object> form = new HashMap<>(Map.of("kind", "NEW", "plate", plate, "plateColour", "BLUE"));
        form.put("unitId", Demo.unitId("fleet-officer", "320505"));
        form.putAll(Map.of("vin", vin, "category", "JYTX", "tier", "BASE", "bodyType", "SEDAN", "seats", 4));
        form.putAll(Map.of("energyType", "ICE", "brand", "红旗", "model", "H5", "domestic", true));
        form.putAll(Map.of("price_fen", 11_980_000, "displacement_l", 1.5));
        return form;
    }
}

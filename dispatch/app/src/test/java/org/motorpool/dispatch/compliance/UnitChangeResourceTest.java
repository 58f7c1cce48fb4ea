package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.ChargerApi.NewCharger;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.demo.Demo;
import org.motorpool.dispatch.demo.DemoProfile;

/** Units of 鄞州区 330212. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class UnitChangeResourceTest {

    private static final String OFFICER = "fleet-officer-330212";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Inject
    Permits permits;

    @Test
    void splitsAndMergesWithQuotasVehiclesAndIndicators() {
        String unitId = Demo.unitId(OFFICER, "33021201");
        Map<String, Object> vehicle = vehicleOf(unitId);
        String madeId = act(unitId, "split", split("33021291", 1, List.of(vehicle.get("id"))))
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .extract()
                .path("createdIds[0]");
        assertThat(vehicleOf(madeId)).containsEntry("id", vehicle.get("id"));
        assertThat(quotas(madeId)).containsExactly(1);
        assertThat(quotas(unitId)).containsExactly(0);
        IndicatorFile.Terms terms =
                new IndicatorFile.Terms("QT", "BASE", "NEW", true, "GENERAL", 15_000_000, null, null);
        String indicatorId =
                permits.issue(java.util.UUID.fromString(madeId), terms).toString();

        String charger = Demo.as(OFFICER)
                .body(new NewCharger(java.util.UUID.fromString(madeId), new Place("院内", 29.8, 121.5), 60.0, 2, true))
                .post("/api/v1/chargers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        act(madeId, "merge", Map.of("successorId", unitId, "effectiveOn", TODAY + "", "documentNumber", "鄞编〔2026〕2号"))
                .statusCode(200)
                .body("status", equalTo("MERGED"))
                .body("successorId", equalTo(unitId));
        assertThat(vehicleOf(unitId)).containsEntry("id", vehicle.get("id"));
        assertThat(quotas(unitId)).containsExactly(1);
        assertThat(quotas(madeId)).isEmpty();
        Demo.as(OFFICER).get("/api/v1/indicators/" + indicatorId).then().body("unitId", equalTo(unitId));
        act(madeId, "abolish", Map.of("effectiveOn", TODAY + "", "documentNumber", "鄞编〔2026〕3号"))
                .statusCode(409)
                .body("code", equalTo("unit-ended"));
        Demo.as(OFFICER)
                .get("/api/v1/vehicles/" + vehicle.get("id"))
                .then()
                .statusCode(200)
                .body("unitId", equalTo(unitId));
        Demo.as(OFFICER).get("/api/v1/chargers/" + charger).then().body("unitId", equalTo(unitId));
    }

    @Test
    void abolishesAUnitOnceItsVehiclesAreGone() {
        String unitId = Demo.unitId(OFFICER, "33021203");
        Map<String, Object> form = Map.of("effectiveOn", TODAY + "", "documentNumber", "鄞编〔2026〕4号");
        act(unitId, "abolish", form).statusCode(409).body("code", equalTo("unit-has-vehicles"));
        Map<String, Object> empty = split("33021293", 0, List.of());
        String madeId = act(unitId, "split", empty).statusCode(200).extract().path("createdIds[0]");
        act(madeId, "abolish", form).statusCode(200).body("status", equalTo("ABOLISHED"));
        act(Demo.unitId(OFFICER, "330212"), "abolish", form).statusCode(409).body("code", equalTo("unit-has-subunits"));
    }

    @Test
    void writesNothingOfASplitThatCannotBe() {
        String unitId = Demo.unitId(OFFICER, "33021204");
        act(unitId, "split", split("33021294", 50, List.of()))
                .statusCode(400)
                .body("field", equalTo("parts[0].quotas.number"));
        act(unitId, "split", split("33021294", 0, List.of(new java.util.UUID(0, 9))))
                .statusCode(400)
                .body("field", equalTo("parts[0].vehicleIds"));
        assertThat(Demo.all(OFFICER, "units").stream().map(unit -> unit.get("code")))
                .doesNotContain("33021294");
        act(unitId, "abolish", Map.of("effectiveOn", TODAY.plusDays(1) + "", "documentNumber", "鄞编〔2026〕5号"))
                .statusCode(400)
                .body("field", equalTo("effectiveOn"));
    }

    @Test
    void isNoBusinessOfAnotherUnit() {
        String unitId = Demo.unitId(OFFICER, "33021201");
        Demo.as("fleet-officer-330203")
                .body(Map.of("staffCount", 12))
                .patch("/api/v1/units/" + unitId)
                .then()
                .statusCode(404);
        Demo.as(OFFICER)
                .body(Map.of("staffCount", 12, "mainBudget", true))
                .patch("/api/v1/units/" + unitId)
                .then()
                .statusCode(200)
                .body("staffCount", equalTo(12))
                .body("mainBudget", equalTo(true));
    }

    private static ValidatableResponse act(String unitId, String act, Map<String, Object> form) {
        return Demo.as(OFFICER)
                .body(form)
                .post("/api/v1/units/" + unitId + "/" + act)
                .then();
    }

    private static Map<String, Object> split(String code, int quota, List<Object> vehicleIds) {
        List<Object> quotas = quota == 0 ? List.of() : List.of(Map.of("category", "QT", "number", quota));
        return Map.of(
                "effectiveOn",
                TODAY.minusDays(1) + "",
                "documentNumber",
                "鄞编〔2026〕1号",
                "parts",
                List.of(Map.of("code", code, "name", "新设单位", "quotas", quotas, "vehicleIds", vehicleIds)));
    }

    private static Map<String, Object> vehicleOf(String unitId) {
        return Demo.all(OFFICER, "vehicles").stream()
                .filter(vehicle -> vehicle.get("unitId").equals(unitId))
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> quotas(String unitId) {
        return Demo.all(OFFICER, "quotas").stream()
                .filter(quota -> quota.get("unitId").equals(unitId))
                .map(quota -> quota.get("number"))
                .toList();
    }
}

package org.motorpool.dispatch.trip;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.contract.OrderApi.Progress;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.Garage;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.Callers;

/** Correcting and cancelling expenses, invoices, and the odometer log. */
@QuarkusTest
class ExpenseChangingTest {

    private static final int YEAR = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();

    @Inject
    Organisations organisations;

    @Inject
    Garage garage;

    @Inject
    Fleet fleet;

    private Unit unit;
    private VehicleFile car;

    @BeforeEach
    void aCar() {
        unit = garage.unit(organisations.pudong());
        car = garage.hybrid(unit);
    }

    @Test
    void correctsWithAReasonAndKeepsWhatWas() {
        String id = recorded(toll());
        Map<String, Object> right = toll();
        right.put("amount_fen", 2_600);
        correct(id, "\"0\"", right, "金额录错")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("amount_fen", equalTo(2_600))
                .body("status", equalTo("CORRECTED"))
                .body("changeReason", equalTo("金额录错"));
        correct(id, "\"0\"", right, "再改").statusCode(412).body("code", equalTo("version-stale"));
        correct(id, null, right, " ").statusCode(400).body("field", equalTo("reason"));
        Callers.somebody(organisations.shanghai(), "auditor", "SUPERVISOR")
                .get("/api/v1/audit?limit=1000")
                .then()
                .body("items.action", hasItem("expense-corrected"));
    }

    @Test
    void changesNeitherTheVehicleNorTheReading() {
        String id = recorded(toll());
        Map<String, Object> other = toll();
        other.put("vehicleId", garage.hybrid(unit).id());
        correct(id, null, other, "换车").statusCode(400).body("field", equalTo("vehicleId"));
        Map<String, Object> reading = toll();
        reading.put("odometer_km", 5);
        correct(id, null, reading, "里程").statusCode(400).body("field", equalTo("odometer_km"));
    }

    @Test
    void aCancelledExpenseStaysAndCountsNowhere() {
        Map<String, Object> toll = toll();
        toll.put("invoiceNumber", "INV" + UUID.randomUUID());
        String id = recorded(toll);
        post(toll).statusCode(409).body("code", equalTo("invoice-duplicate")).body("field", equalTo("invoiceNumber"));
        cancel(id, "k1-" + id).statusCode(200).body("status", equalTo("CANCELLED"));
        cancel(id, "k1-" + id).statusCode(200).body("status", equalTo("CANCELLED"));
        cancel(id, "k2-" + id).statusCode(409).body("code", equalTo("expense-cancelled"));
        costs().body("total_fen", equalTo(0));
        officer()
                .get("/api/v1/expenses?vehicleId=" + car.id())
                .then()
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("CANCELLED"));
        post(toll).statusCode(201);
        costs().body("total_fen", equalTo(2_500));
    }

    @Test
    void recordsOncePerKey() {
        Map<String, Object> toll = toll();
        String key = "key-" + UUID.randomUUID();
        String first = post(toll, key).statusCode(201).extract().path("id");
        post(toll, key).statusCode(201).body("id", equalTo(first));
        toll.put("amount_fen", 1);
        post(toll, key).statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void isUnknownToAnotherUnit() {
        String id = recorded(toll());
        stranger()
                .body(Map.of("reason", "x"))
                .post("/api/v1/expenses/" + id + "/cancel")
                .then()
                .statusCode(404)
                .body("code", equalTo("expense-unknown"));
        stranger()
                .body(Map.of("expense", toll(), "reason", "x"))
                .put("/api/v1/expenses/" + id)
                .then()
                .statusCode(404);
        stranger()
                .get("/api/v1/vehicles/" + car.id() + "/odometer")
                .then()
                .statusCode(404)
                .body("code", equalTo("vehicle-unknown"));
    }

    @Test
    void logsReadingsThatGoForwardUnlessCorrected() {
        Map<String, Object> toll = toll();
        toll.put("odometer_km", 5_000);
        recorded(toll);
        read("INSPECTION", 4_999, null)
                .statusCode(400)
                .body("code", equalTo("odometer-reversed"))
                .body("detail", containsString("5000"));
        read("INSPECTION", 5_100, null).statusCode(201);
        read("CORRECTION", 4_000, null).statusCode(400).body("field", equalTo("reason"));
        read("CORRECTION", 4_000, "更换仪表").statusCode(201).body("reason", equalTo("更换仪表"));
        read("INSPECTION", 4_010, null).statusCode(201);
        read("DRIVER", 4_020, null).statusCode(400).body("field", equalTo("source"));
        officer()
                .get("/api/v1/vehicles/" + car.id() + "/odometer?limit=3")
                .then()
                .body("items.odometer_km", equalTo(List.of(4_010, 4_000, 5_100)))
                .body("items.source", equalTo(List.of("INSPECTION", "CORRECTION", "INSPECTION")));
    }

    @Test
    void anOdometerIsExchangedWhileTheVehicleStands() {
        Fleet.Crew crew = fleet.car(unit);
        car = crew.vehicle();
        String order = Workflow.assign(unit, Workflow.approved(unit), crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        report(crew, order, "ACCEPT", null);
        report(crew, order, "DEPART", 100L);

        read("CORRECTION", 5_000, "更换仪表").statusCode(409).body("code", equalTo("vehicle-on-the-road"));

        report(crew, order, "ARRIVE", null);
        report(crew, order, "RETURN", 130L);
        read("CORRECTION", 5_000, "更换仪表").statusCode(201);
    }

    private void report(Fleet.Crew crew, String order, String step, Long odometer_km) {
        Callers.driver(unit, crew.driver().username())
                .body(new Progress(Ids.next(), step, Instant.now(), odometer_km))
                .post("/api/v1/orders/" + order + "/progress")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse read(String source, long odometer_km, String reason) {
        Map<String, Object> form = new HashMap<>();
        form.put("readAt", Instant.now().toString());
        form.put("odometer_km", odometer_km);
        form.put("source", source);
        form.put("reason", reason);
        return officer()
                .body(form)
                .post("/api/v1/vehicles/" + car.id() + "/odometer")
                .then();
    }

    private ValidatableResponse correct(String id, String ifMatch, Map<String, Object> expense, String reason) {
        RequestSpecification caller = officer();
        if (ifMatch != null) {
            caller.header("If-Match", ifMatch);
        }
        return caller.body(Map.of("expense", expense, "reason", reason))
                .put("/api/v1/expenses/" + id)
                .then();
    }

    private ValidatableResponse cancel(String id, String key) {
        return officer()
                .header("Idempotency-Key", key)
                .body(Map.of("reason", "重复登记"))
                .post("/api/v1/expenses/" + id + "/cancel")
                .then();
    }

    private ValidatableResponse costs() {
        return officer()
                .get("/api/v1/vehicles/" + car.id() + "/costs?year=" + YEAR)
                .then()
                .statusCode(200);
    }

    private String recorded(Map<String, Object> form) {
        return post(form).statusCode(201).extract().path("id");
    }

    private ValidatableResponse post(Map<String, Object> form) {
        return officer().body(form).post("/api/v1/expenses").then();
    }

    private ValidatableResponse post(Map<String, Object> form, String key) {
        return officer()
                .header("Idempotency-Key", key)
                .body(form)
                .post("/api/v1/expenses")
                .then();
    }

    private RequestSpecification officer() {
        return Callers.somebody(unit, "officer", "FLEET_OFFICER");
    }

    private RequestSpecification stranger() {
        return Callers.somebody(organisations.huangpu(), "stranger", "FLEET_OFFICER");
    }

    private Map<String, Object> toll() {
        Map<String, Object> form = new HashMap<>();
        form.put("vehicleId", car.id());
        form.put("noOrderReason", "测试");
        form.put("kind", "TOLL");
        form.put("incurredAt", Instant.now().minusSeconds(60).toString());
        form.put("amount_fen", 2_500);
        form.put("supplier", "高速公司");
        form.put("designated", true);
        return form;
    }
}

package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.Garage;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.Callers;

@QuarkusTest
class DisposalResourceTest {

    @Inject
    Organisations organisations;

    @Inject
    Garage garage;

    @Inject
    Fleet fleet;

    private Unit pudong;
    private Unit unit;
    private VehicleFile car;

    @BeforeEach
    void aCarOfAUnit() {
        pudong = organisations.pudong();
        unit = garage.unit(pudong);
        garage.quota(unit, "QT", 1);
        car = garage.petrol(unit);
    }

    @Test
    void scrapsFromApplicationToClosingAndFreesTheQuotaOnlyOffTheRegister() {
        String id = applied(Map.of("method", "SCRAPPING", "receiver", "回收企业"));
        approve(id).statusCode(200).body("status", equalTo("APPROVED")).body("next", contains("EXECUTE", "CANCEL"));
        assertThat(state()).isEqualTo("OUT_OF_SERVICE");
        step(id, Map.of("step", "EXECUTE", "on", today())).body("status", equalTo("EXECUTED"));
        step(id, Map.of("step", "POST_INCOME", "income_fen", 300_000, "treasuryReceipt", "国库1号", "on", today()))
                .body("status", equalTo("INCOME_POSTED"));
        quotaInUse(1);
        step(id, Map.of("step", "DEREGISTER", "deregistrationNumber", "注销1号", "on", today()))
                .body("status", equalTo("DEREGISTERED"));
        quotaInUse(0);
        step(id, Map.of("step", "CLOSE")).body("status", equalTo("CLOSED")).body("next", hasSize(0));
        officer()
                .get("/api/v1/disposals/" + id + "/steps")
                .then()
                .body("items.step", contains("APPLY", "APPROVE", "EXECUTE", "POST_INCOME", "DEREGISTER", "CLOSE"))
                .body("items.by", hasItems("officer", "approver"));
        officer().get("/api/v1/vehicles/" + car.id() + "/history").then().body("items.aspect", hasItem("DISPOSAL"));
        assertThat(plates()).doesNotContain(car.plate());
    }

    @Test
    void numbersApplicationsByRegionAndDay() {
        officer()
                .body(application(Map.of("method", "LOSS")))
                .post("/api/v1/disposals")
                .then()
                .statusCode(201)
                .body("number", matchesPattern("CZ-310115-[0-9]{8}-[0-9]{4}"));
    }

    @Test
    void movesAVehicleWithItsFileToAUnitWithAVacantPlace() {
        Unit receiver = garage.unit(pudong);
        apply(Map.of("method", "TRANSFER", "receiverUnitId", receiver.id()))
                .statusCode(422)
                .body("code", equalTo("disposal-refused"))
                .body("violations.rule", contains("quota-exceeded"))
                .body("violations.clause", contains(org.hamcrest.Matchers.containsString("第六条")));
        garage.quota(receiver, "QT", 1);
        above().body(Map.of("markedOn", "2025-06-10"))
                .put("/api/v1/vehicles/" + car.id() + "/marking")
                .then()
                .statusCode(200);
        String id = applied(Map.of("method", "TRANSFER", "receiverUnitId", receiver.id()));
        approve(id);
        step(id, Map.of("step", "EXECUTE", "on", today()));
        step(id, Map.of("step", "DEREGISTER", "deregistrationNumber", "过户1号", "on", today()))
                .statusCode(200);
        above().get("/api/v1/vehicles/" + car.id())
                .then()
                .body("unitId", equalTo(receiver.id().toString()))
                .body("unitName", equalTo(receiver.name()))
                .body("state", equalTo("IDLE"))
                .body("home.name", equalTo("停车场" + receiver.code()));
        above().get("/api/v1/vehicles/" + car.id() + "/file")
                .then()
                .body("marking.markedOn", equalTo("2025-06-10"))
                .body("changes.aspect", hasItem("UNIT"));
        Callers.somebody(unit, "old", "FLEET_OFFICER")
                .get("/api/v1/vehicles/" + car.id() + "/file")
                .then()
                .statusCode(404);
        Callers.somebody(receiver, "new", "FLEET_OFFICER")
                .get("/api/v1/vehicles/" + car.id() + "/file")
                .then()
                .statusCode(200);
        quotaInUse(0);
    }

    @Test
    void keepsTheApplicantFromDeciding() {
        String id = applied(Map.of("method", "LOSS"));
        both().body(Map.of("step", "APPRAISE", "appraised_fen", 1, "appraisedBy", "评估所"))
                .post(steps(id))
                .then()
                .statusCode(200);
        both().body(Map.of("step", "APPROVE", "documentNumber", "1号"))
                .post(steps(id))
                .then()
                .statusCode(403);
        Callers.somebody(pudong, "clerk", "FLEET_OFFICER")
                .body(Map.of("step", "APPROVE", "documentNumber", "1号"))
                .post(steps(id))
                .then()
                .statusCode(403);
        approver()
                .body(Map.of("step", "EXECUTE", "on", today()))
                .post(steps(id))
                .then()
                .statusCode(403);
        approver()
                .body(Map.of("step", "REJECT", "reason", "尚可使用"))
                .post(steps(id))
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"));
    }

    @Test
    void namesTheStepsThatAreNext() {
        String id = applied(Map.of("method", "AUCTION"));
        step(id, Map.of("step", "EXECUTE", "on", today()))
                .statusCode(409)
                .body("code", equalTo("disposal-step"))
                .body("detail", org.hamcrest.Matchers.containsString("APPRAISE"));
        step(id, Map.of("step", "APPRAISE", "appraised_fen", 2_000_000, "appraisedBy", "评估所"))
                .statusCode(200);
        approve(id);
        step(id, Map.of("step", "EXECUTE", "on", today()))
                .statusCode(422)
                .body("violations.rule", contains("notice-missing"));
        LocalDate from = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        step(
                        id,
                        Map.of(
                                "step",
                                "NOTICE",
                                "from",
                                from.toString(),
                                "to",
                                from.plusDays(3).toString()))
                .statusCode(422)
                .body("violations.rule", contains("notice-too-short"));
        step(
                        id,
                        Map.of(
                                "step",
                                "NOTICE",
                                "from",
                                from.toString(),
                                "to",
                                from.plusDays(6).toString()))
                .statusCode(200);
        step(id, Map.of("step", "EXECUTE", "on", today()))
                .statusCode(422)
                .body("violations.rule", contains("notice-running"));
    }

    @Test
    void opensOneDisposalOfAVehicleAtATime() {
        String id = applied(Map.of("method", "LOSS"));
        apply(Map.of("method", "LOSS")).statusCode(409).body("code", equalTo("disposal-open"));
        step(id, Map.of("step", "CANCEL", "reason", "找回")).body("status", equalTo("CANCELLED"));
        applied(Map.of("method", "LOSS"));
    }

    @Test
    void refusesAVehicleThatAnOrderHolds() {
        Fleet.Crew busy = fleet.car(unit);
        Workflow.ordered(unit, busy);
        Map<String, Object> form = application(Map.of("method", "LOSS"));
        form.put("vehicleId", busy.vehicle().id());
        officer().body(form).post("/api/v1/disposals").then().statusCode(409).body("code", equalTo("vehicle-busy"));
    }

    @ParameterizedTest
    @CsvSource({
        "method, GIFT, method",
        "reason, ' ', reason",
        "receiver, 某人, receiver",
        "receiverUnitId, 018f0000-0000-7000-8000-000000000000, receiverUnitId"
    })
    void namesTheBadField(String field, String value, String named) {
        Map<String, Object> form = application(Map.of("method", "AUCTION"));
        form.put(field, value);
        officer().body(form).post("/api/v1/disposals").then().statusCode(400).body("field", equalTo(named));
    }

    @Test
    void namesTheBadFieldOfAStep() {
        String id = applied(Map.of("method", "SCRAPPING", "receiver", "回收企业"));
        step(id, Map.of("step", "SELL")).statusCode(400).body("field", equalTo("step"));
        step(id, Map.of("step", "APPRAISE", "appraised_fen", -1, "appraisedBy", "评估所"))
                .statusCode(400)
                .body("field", equalTo("appraised_fen"));
        approve(id);
        step(id, Map.of("step", "EXECUTE", "on", "2099-01-01")).statusCode(400).body("field", equalTo("on"));
        step(id, Map.of("step", "EXECUTE", "on", "2001-01-01")).statusCode(400).body("field", equalTo("on"));
        step(id, Map.of("step", "EXECUTE")).statusCode(400).body("field", equalTo("on"));
    }

    @Test
    void isUnknownToAnotherUnit() {
        String id = applied(Map.of("method", "LOSS"));
        RequestSpecification stranger = stranger();
        stranger.get("/api/v1/disposals/" + id).then().statusCode(404);
        stranger().get("/api/v1/disposals/" + id + "/steps").then().statusCode(404);
        stranger()
                .body(Map.of("step", "CANCEL", "reason", "无"))
                .post(steps(id))
                .then()
                .statusCode(404);
        stranger()
                .body(application(Map.of("method", "LOSS")))
                .post("/api/v1/disposals")
                .then()
                .statusCode(404);
        stranger().get("/api/v1/disposals").then().body("items.id", not(hasItem(id)));
        officer().get("/api/v1/disposals?vehicleId=" + car.id()).then().body("items.id", contains(id));
        Callers.requester(unit).get("/api/v1/disposals").then().statusCode(403);
        String query = "select id from disposal where id = ?";
        assertThat(garage.seen(organisations.huangpu().path(), query, UUID.fromString(id)))
                .isEmpty();
        assertThat(garage.seen(unit.path(), query, UUID.fromString(id))).containsExactly(id);
        assertThat(garage.seen(
                        organisations.huangpu().path(),
                        "select id from disposal_step where disposal_id = ?",
                        UUID.fromString(id)))
                .isEmpty();
    }

    @Test
    void gaveNoVehicleToAUnitOutsideTheScope() {
        officer()
                .body(application(Map.of(
                        "method",
                        "TRANSFER",
                        "receiverUnitId",
                        organisations.huangpu().id())))
                .post("/api/v1/disposals")
                .then()
                .statusCode(404)
                .body("code", equalTo("unit-unknown"));
    }

    private String applied(Map<String, Object> wanted) {
        return apply(wanted)
                .statusCode(201)
                .body("status", equalTo("APPLIED"))
                .extract()
                .path("id");
    }

    private ValidatableResponse apply(Map<String, Object> wanted) {
        return both().body(application(wanted)).post("/api/v1/disposals").then();
    }

    private Map<String, Object> application(Map<String, Object> wanted) {
        Map<String, Object> form = new HashMap<>(Map.of("vehicleId", car.id(), "reason", "使用满八年"));
        form.putAll(wanted);
        return form;
    }

    private ValidatableResponse approve(String id) {
        return approver()
                .body(Map.of("step", "APPROVE", "documentNumber", "批复1号"))
                .post(steps(id))
                .then();
    }

    private ValidatableResponse step(String id, Map<String, Object> step) {
        return both().body(step).post(steps(id)).then();
    }

    private static String steps(String id) {
        return "/api/v1/disposals/" + id + "/steps";
    }

    private void quotaInUse(int count) {
        officer()
                .get("/api/v1/quotas")
                .then()
                .body("items.find { it.unitId == '%s' }.inUse".formatted(unit.id()), equalTo(count));
    }

    private String state() {
        return officer().get("/api/v1/vehicles/" + car.id()).then().extract().path("state");
    }

    private List<String> plates() {
        return officer().get("/api/v1/vehicles").then().extract().path("items.plate");
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    private RequestSpecification officer() {
        return Callers.somebody(unit, "officer", "FLEET_OFFICER");
    }

    /** Of the authority above both units, with every role; it applies as {@code officer}. */
    private RequestSpecification both() {
        return Callers.somebody(pudong, "officer", "FLEET_OFFICER", "APPROVER");
    }

    private RequestSpecification above() {
        return Callers.somebody(pudong, "above", "FLEET_OFFICER");
    }

    private RequestSpecification approver() {
        return Callers.somebody(pudong, "approver", "APPROVER");
    }

    private RequestSpecification stranger() {
        return Callers.somebody(organisations.huangpu(), "stranger", "FLEET_OFFICER", "APPROVER");
    }
}

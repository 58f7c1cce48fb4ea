package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.VehicleState;
import org.motorpool.dispatch.request.Callers;

/** What dispatchers do with orders that have not departed: reassign, cancel, many at once. */
@QuarkusTest
class OrderActsTest {

    private static final String ORDERS = "/api/v1/orders";

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    private Unit pudong;
    private Unit huangpu;

    @BeforeEach
    void units() {
        pudong = organisations.pudong();
        huangpu = organisations.huangpu();
    }

    @Test
    void givesAnOrderAnotherVehicleAndDriver() {
        Fleet.Crew first = fleet.car(pudong);
        Fleet.Crew second = fleet.car(pudong);
        UUID request = Workflow.approved(pudong);
        String order = Workflow.assign(pudong, request, first).path("id");
        reassign(order, second)
                .then()
                .statusCode(200)
                .body("id", equalTo(order))
                .body("plate", equalTo(second.vehicle().plate()))
                .body("driverUsername", equalTo(second.driver().username()))
                .body("status", equalTo("ASSIGNED"))
                .body("course.revision", equalTo(1));
        assertThat(fleet.stateOf(first)).isEqualTo(VehicleState.IDLE);
        assertThat(fleet.stateOf(second)).isEqualTo(VehicleState.ASSIGNED);
        Callers.requester(pudong)
                .get("/api/v1/requests/" + request)
                .then()
                .body("status", equalTo("ASSIGNED"))
                .body("order.plate", equalTo(second.vehicle().plate()));
        Workflow.assign(pudong, Workflow.approved(pudong), first).then().statusCode(201);
    }

    @Test
    void keepsThePromiseWhenTheOtherVehicleIsTaken() {
        Fleet.Crew first = fleet.car(pudong);
        Fleet.Crew taken = fleet.car(pudong);
        Workflow.ordered(pudong, taken);
        String order = Workflow.ordered(pudong, first);
        reassign(order, Map.of("vehicleId", taken.vehicle().id(), "reason", "换车"))
                .then()
                .statusCode(409)
                .body("code", equalTo("vehicle-already-booked"));
        Callers.dispatcher(pudong)
                .get(ORDERS + "/" + order)
                .then()
                .body("plate", equalTo(first.vehicle().plate()))
                .body("course.revision", equalTo(0));
    }

    @Test
    void changesTheDriverOnly() {
        Fleet.Crew crew = fleet.car(pudong);
        String order = Workflow.ordered(pudong, crew);
        UUID spare = fleet.spareDriver(pudong).id();
        reassign(order, Map.of("driverId", spare, "reason", "驾驶员病假"))
                .then()
                .statusCode(200)
                .body("plate", equalTo(crew.vehicle().plate()))
                .body("driverId", equalTo(spare.toString()));
    }

    @Test
    void namesWhatIsWrongWithAReassignment() {
        String order = Workflow.ordered(pudong, fleet.car(pudong));
        reassign(order, Map.of("reason", "换车")).then().statusCode(400).body("field", equalTo("vehicleId"));
        reassign(order, Map.of("driverId", UUID.randomUUID()))
                .then()
                .statusCode(400)
                .body("field", equalTo("reason"));
        reassign(order, fleet.car(huangpu)).then().statusCode(404).body("code", equalTo("vehicle-unknown"));
        Callers.dispatcher(huangpu)
                .body(body(fleet.car(huangpu)))
                .post(ORDERS + "/" + order + "/reassign")
                .then()
                .statusCode(404)
                .body("code", equalTo("order-unknown"));
    }

    @Test
    void refusesToReassignWhatHasDeparted() {
        Fleet.Crew crew = fleet.car(pudong);
        String order = Workflow.ordered(pudong, crew);
        Driving.depart(pudong, crew, order, 100);
        reassign(order, fleet.car(pudong)).then().statusCode(409).body("code", equalTo("order-state"));
    }

    @Test
    void refusesWhoReadAnOlderVersion() {
        String order = Workflow.ordered(pudong, fleet.car(pudong));
        String tag = Callers.dispatcher(pudong).get(ORDERS + "/" + order).header("ETag");
        reassign(order, fleet.car(pudong)).then().statusCode(200);
        Callers.dispatcher(pudong)
                .header("If-Match", tag)
                .body(body(fleet.car(pudong)))
                .post(ORDERS + "/" + order + "/reassign")
                .then()
                .statusCode(412)
                .body("code", equalTo("version-stale"));
        Callers.dispatcher(pudong)
                .header("If-Match", tag)
                .body(Map.of("reason", "会议取消"))
                .post(ORDERS + "/" + order + "/cancel")
                .then()
                .statusCode(412);
    }

    @Test
    void actsOncePerKey() {
        Fleet.Crew crew = fleet.car(pudong);
        UUID request = Workflow.approved(pudong);
        Map<String, Object> wanted = Map.of(
                "requestId",
                request,
                "vehicleId",
                crew.vehicle().id(),
                "driverId",
                crew.driver().id());
        String created = UUID.randomUUID().toString();
        String order = keyed(created)
                .body(wanted)
                .post(ORDERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        keyed(created).body(wanted).post(ORDERS).then().statusCode(201).body("id", equalTo(order));
        String cancelled = UUID.randomUUID().toString();
        String cancel = ORDERS + "/" + order + "/cancel";
        keyed(cancelled).body(Map.of("reason", "会议取消")).post(cancel).then().statusCode(200);
        keyed(cancelled)
                .body(Map.of("reason", "会议取消"))
                .post(cancel)
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        keyed(cancelled)
                .body(Map.of("reason", "另一理由"))
                .post(cancel)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void keepsWhyAnOrderWasCancelled() {
        String order = Workflow.ordered(pudong, fleet.car(pudong));
        String cancel = ORDERS + "/" + order + "/cancel";
        Callers.dispatcher(pudong)
                .body(Map.of("reason", "暴雨", "reasonCode", "RAIN"))
                .post(cancel)
                .then()
                .statusCode(400)
                .body("field", equalTo("reasonCode"));
        Callers.dispatcher(pudong)
                .body(Map.of("reason", "暴雨", "reasonCode", "WEATHER"))
                .post(cancel)
                .then()
                .statusCode(200)
                .body("course.reason", equalTo("暴雨"))
                .body("course.reasonCode", equalTo("WEATHER"));
    }

    @Test
    void answersABulkItemByItem() {
        String cancelled = Workflow.ordered(pudong, fleet.car(pudong));
        Fleet.Crew crew = fleet.car(pudong);
        UUID request = Workflow.approved(pudong);
        Map<String, Object> good = Map.of(
                "requestId",
                request,
                "vehicleId",
                crew.vehicle().id(),
                "driverId",
                crew.driver().id());
        Map<String, Object> second = Map.of(
                "requestId",
                Workflow.approved(pudong),
                "vehicleId",
                crew.vehicle().id(),
                "driverId",
                fleet.spareDriver(pudong).id());
        Map<String, Object> wanted = Map.of(
                "assign",
                List.of(good, second),
                "cancel",
                List.of(
                        Map.of("id", cancelled, "reason", "会议取消"),
                        Map.of("id", UUID.randomUUID(), "reason", "会议取消"),
                        Map.of("id", cancelled, "reason", "")));
        Callers.dispatcher(pudong)
                .body(wanted)
                .post(ORDERS + "/bulk")
                .then()
                .statusCode(200)
                .body(
                        "outcome",
                        equalTo(List.of("OK", "order-unknown", "invalid-input", "OK", "vehicle-already-booked")))
                .body("[3].order.plate", equalTo(crew.vehicle().plate()))
                .body("[4].problem", notNullValue());
        Callers.dispatcher(pudong).body(Map.of()).post(ORDERS + "/bulk").then().statusCode(400);
    }

    @Test
    void carriesOutABulkOncePerKey() {
        Fleet.Crew crew = fleet.car(pudong);
        UUID request = Workflow.approved(pudong);
        Map<String, Object> wanted = Map.of(
                "assign",
                List.of(Map.of(
                        "requestId",
                        request,
                        "vehicleId",
                        crew.vehicle().id(),
                        "driverId",
                        crew.driver().id())));
        String key = "bulk-" + UUID.randomUUID();
        String order =
                bulk(key, wanted).body("[0].outcome", equalTo("OK")).extract().path("[0].order.id");
        bulk(key, wanted).body("[0].outcome", equalTo("OK")).body("[0].order.id", equalTo(order));
        bulk(key + "-2", wanted).body("[0].outcome", equalTo("request-state"));
        Fleet.Crew other = fleet.car(pudong);
        bulk(
                        key,
                        Map.of(
                                "assign",
                                List.of(Map.of(
                                        "requestId",
                                        request,
                                        "vehicleId",
                                        other.vehicle().id(),
                                        "driverId",
                                        other.driver().id()))))
                .body("[0].outcome", equalTo("idempotency-key-reused"));
    }

    private ValidatableResponse bulk(String key, Map<String, Object> wanted) {
        return Callers.dispatcher(pudong)
                .header("Idempotency-Key", key)
                .body(wanted)
                .post(ORDERS + "/bulk")
                .then()
                .statusCode(200);
    }

    @Test
    void tellsTheAuditTrailBeforeAndAfter() {
        Fleet.Crew first = fleet.car(pudong);
        Fleet.Crew second = fleet.car(pudong);
        String order = Workflow.ordered(pudong, first);
        reassign(order, second).then().statusCode(200);
        List<Map<String, Object>> entries = Callers.somebody(pudong, "auditor", "SUPERVISOR")
                .get("/api/v1/audit?limit=1000")
                .path("items");
        assertThat(entries)
                .filteredOn(entry -> order.equals(entry.get("subjectId")))
                .extracting(entry -> entry.get("action"))
                .containsExactly("order-reassigned", "order-assigned");
        assertThat(entries)
                .filteredOn(
                        entry -> "order-reassigned".equals(entry.get("action")) && order.equals(entry.get("subjectId")))
                .singleElement()
                .satisfies(entry -> {
                    assertThat((String) entry.get("before"))
                            .contains(first.vehicle().plate());
                    assertThat((String) entry.get("after"))
                            .contains(second.vehicle().plate(), "车辆保养");
                });
    }

    @Test
    void listsNothingInConflictWhenAllIsWell() {
        String order = Workflow.ordered(pudong, fleet.car(pudong));
        List<String> ids = Callers.dispatcher(pudong)
                .get(ORDERS + "?conflict=true&limit=1000")
                .path("items.id");
        assertThat(ids).doesNotContain(order);
        List<String> all =
                Callers.dispatcher(pudong).get(ORDERS + "?limit=1000").path("items.id");
        assertThat(all).contains(order);
    }

    private Response reassign(String order, Fleet.Crew crew) {
        return reassign(order, body(crew));
    }

    private static Map<String, Object> body(Fleet.Crew crew) {
        return Map.of(
                "vehicleId", crew.vehicle().id(), "driverId", crew.driver().id(), "reason", "车辆保养");
    }

    private Response reassign(String order, Map<String, Object> body) {
        return Callers.dispatcher(pudong).body(body).post(ORDERS + "/" + order + "/reassign");
    }

    private RequestSpecification keyed(String key) {
        return Callers.dispatcher(pudong).header("Idempotency-Key", key);
    }
}

package org.motorpool.dispatch.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.motorpool.dispatch.request.NewRequests.TOMORROW;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Driving;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.VehicleState;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;

/** Orders that end other than by the driver's return: swapped after a breakdown, without their passengers, late. */
@QuarkusTest
class OrderEndTest {

    private static final String ORDERS = "/api/v1/orders/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    DataSource database;

    private Unit pudong;
    private Unit huangpu;
    private Fleet.Crew crew;
    private UUID request;
    private String order;

    @BeforeEach
    void anOrder() {
        pudong = organisations.pudong();
        huangpu = organisations.huangpu();
        crew = fleet.car(pudong);
        Instant soon = Instant.now().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);
        request = Workflow.approved(
                pudong, NewRequests.during(NewRequests.of(pudong), soon, soon.plus(Duration.ofHours(4))));
        order = Workflow.assign(pudong, request, crew).path("id");
    }

    @Test
    void continuesWithAnotherVehicle() {
        Driving.depart(pudong, crew, order, 1000);
        Fleet.Crew rescue = fleet.car(pudong);
        String next = swap(rescue, 1012L)
                .then()
                .statusCode(201)
                .body("status", equalTo("ASSIGNED"))
                .body("course.continuesOrderId", equalTo(order))
                .body("plate", equalTo(rescue.vehicle().plate()))
                .body("pickup.name", equalTo("延安高架"))
                .extract()
                .path("id");
        get(order).then().body("status", equalTo("RETURNED")).body("course.continuedById", equalTo(next));
        assertThat(fleet.stateOf(crew)).isEqualTo(VehicleState.OUT_OF_SERVICE);
        assertThat(fleet.stateOf(rescue)).isEqualTo(VehicleState.ASSIGNED);
        Driving.depart(pudong, rescue, next, 500);
        Driving.comeBack(pudong, rescue, next, 530);
        Callers.requester(pudong)
                .get("/api/v1/requests/" + request)
                .then()
                .body("status", equalTo("UNDERWAY"))
                .body("order.id", equalTo(next))
                .body("order.status", equalTo("RETURNED"));
    }

    @Test
    void keepsEverythingWhenTheOtherVehicleIsTaken() {
        Driving.depart(pudong, crew, order, 1000);
        Fleet.Crew taken = fleet.car(pudong);
        Instant soon = Instant.now().plus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.SECONDS);
        UUID other = Workflow.approved(
                pudong, NewRequests.during(NewRequests.of(pudong), soon, soon.plus(Duration.ofHours(4))));
        Workflow.assign(pudong, other, taken).then().statusCode(201);
        swap(taken, 1012L).then().statusCode(409).body("code", equalTo("vehicle-already-booked"));
        get(order).then().body("status", equalTo("DEPARTED"));
        assertThat(fleet.stateOf(crew)).isEqualTo(VehicleState.ON_TRIP);
    }

    @Test
    void listsTheOrdersABrokenVehicleCannotServe() {
        Instant later = TOMORROW.plus(Duration.ofHours(2));
        UUID next = Workflow.approved(
                pudong, NewRequests.during(NewRequests.of(pudong), later, later.plus(Duration.ofHours(4))));
        String waiting = Workflow.assign(pudong, next, crew).path("id");
        Driving.depart(pudong, crew, order, 1000);
        swap(fleet.car(pudong), 1012L).then().statusCode(201);
        get(waiting)
                .then()
                .body("course.conflict", equalTo("VEHICLE_OUT_OF_SERVICE"))
                .body("course.conflictWithId", equalTo(order));
        List<String> ids = Callers.dispatcher(pudong)
                .get("/api/v1/orders?conflict=true&limit=1000")
                .path("items.id");
        assertThat(ids).contains(waiting).doesNotContain(order);
    }

    @Test
    void swapsOnTheRoadOnlyWithReasonAndReading() {
        Fleet.Crew rescue = fleet.car(pudong);
        swap(rescue, 1012L).then().statusCode(409).body("code", equalTo("order-state"));
        Driving.depart(pudong, crew, order, 1000);
        swap(rescue, null).then().statusCode(400).body("field", equalTo("odometer_km"));
        swap(rescue, 900L).then().statusCode(400).body("code", equalTo("odometer-reversed"));
        Map<String, Object> silent = swapBody(rescue, 1012L);
        silent.put("reason", " ");
        post("swap", silent).then().statusCode(400).body("field", equalTo("reason"));
        Map<String, Object> early = swapBody(rescue, 1012L);
        early.put("at", Instant.now().minus(Duration.ofHours(5)).toString());
        post("swap", early).then().statusCode(400).body("code", equalTo("time-reversed"));
        Callers.dispatcher(huangpu)
                .body(swapBody(rescue, 1012L))
                .post(ORDERS + order + "/swap")
                .then()
                .statusCode(404)
                .body("code", equalTo("order-unknown"));
    }

    @Test
    void swapsOncePerKey() {
        Driving.depart(pudong, crew, order, 1000);
        Map<String, Object> body = swapBody(fleet.car(pudong), 1012L);
        String key = UUID.randomUUID().toString();
        String next = Callers.dispatcher(pudong)
                .header("Idempotency-Key", key)
                .body(body)
                .post(ORDERS + order + "/swap")
                .path("id");
        Callers.dispatcher(pudong)
                .header("Idempotency-Key", key)
                .body(body)
                .post(ORDERS + order + "/swap")
                .then()
                .statusCode(201)
                .body("id", equalTo(next));
    }

    @Test
    void waitsBeforeItGivesUp() {
        noShow(null).then().statusCode(422).body("code", equalTo("no-show-too-early"));
    }

    @Test
    void endsWithoutItsPassengersBeforeDeparture() throws SQLException {
        shift("starts_at = starts_at - interval '1 hour'");
        noShow(null)
                .then()
                .statusCode(200)
                .body("status", equalTo("NO_SHOW"))
                .body("course.reasonCode", equalTo("REQUESTER"));
        assertThat(fleet.stateOf(crew)).isEqualTo(VehicleState.IDLE);
        Callers.requester(pudong)
                .get("/api/v1/requests/" + request)
                .then()
                .body("status", equalTo("CLOSED"))
                .body("order.status", equalTo("NO_SHOW"));
        noShow(null).then().statusCode(409).body("code", equalTo("order-state"));
    }

    @Test
    void recordsWhatWasDrivenInVain() throws SQLException {
        Driving.depart(pudong, crew, order, 1000);
        shift("starts_at = starts_at - interval '1 hour'");
        noShow(null).then().statusCode(400).body("field", equalTo("odometer_km"));
        Callers.driver(pudong, "somebody-else")
                .body(noShowBody(1008L))
                .post(ORDERS + order + "/no-show")
                .then()
                .statusCode(404);
        Callers.driver(pudong, crew.driver().username())
                .body(noShowBody(1008L))
                .post(ORDERS + order + "/no-show")
                .then()
                .statusCode(200)
                .body("status", equalTo("NO_SHOW"));
        List<Map<String, Object>> trips =
                Callers.dispatcher(pudong).get("/api/v1/trips?limit=1000").path("items");
        assertThat(trips)
                .filteredOn(trip -> order.equals(trip.get("orderId")))
                .singleElement()
                .satisfies(trip ->
                        assertThat(trip).containsEntry("odometerStart_km", 1000).containsEntry("odometerEnd_km", 1008));
    }

    @Test
    void extendsAnOverdueOrderAndTellsTheNext() throws SQLException {
        Driving.depart(pudong, crew, order, 1000);
        shift("ends_at = now() + interval '1 minute', starts_at = now() - interval '5 hours'");
        Instant soon = Instant.now().plus(Duration.ofMinutes(12)).truncatedTo(ChronoUnit.SECONDS);
        UUID wanted = Workflow.approved(
                pudong, NewRequests.during(NewRequests.of(pudong), soon, soon.plus(Duration.ofHours(2))));
        String next = Workflow.assign(pudong, wanted, crew).path("id");
        shift("ends_at = now() - interval '1 minute'");
        await().atMost(PATIENCE).until(() -> get(next).path("course.conflict") != null);
        get(next).then().body("course.conflict", equalTo("LATE_RETURN")).body("course.conflictWithId", equalTo(order));
        get(order).then().body("course.overdue", equalTo(true)).body("to", equalTo(soon.toString()));
        Driving.comeBack(pudong, crew, order, 1030);
        assertThat(get(next).<String>path("course.conflict")).isNull();
    }

    private Response swap(Fleet.Crew rescue, Long odometer_km) {
        return post("swap", swapBody(rescue, odometer_km));
    }

    private static Map<String, Object> swapBody(Fleet.Crew rescue, Long odometer_km) {
        Map<String, Object> body = new HashMap<>();
        body.put("vehicleId", rescue.vehicle().id());
        body.put("driverId", rescue.driver().id());
        body.put("place", Map.of("name", "延安高架", "latitude", 31.22, "longitude", 121.43));
        body.put("at", Instant.now().toString());
        body.put("odometer_km", odometer_km);
        body.put("reason", "爆胎");
        return body;
    }

    private Response noShow(Long odometer_km) {
        return post("no-show", noShowBody(odometer_km));
    }

    private static Map<String, Object> noShowBody(Long odometer_km) {
        Map<String, Object> body = new HashMap<>();
        body.put("occurredAt", Instant.now().toString());
        body.put("odometer_km", odometer_km);
        return body;
    }

    private Response post(String act, Map<String, Object> body) {
        return Callers.dispatcher(pudong).body(body).post(ORDERS + order + "/" + act);
    }

    private Response get(String id) {
        return Callers.dispatcher(pudong).get(ORDERS + id);
    }

    /** Time passes for the order. */
    private void shift(String change) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement scope =
                        connection.prepareStatement("select set_config('motorpool.scope', '/', false)");
                PreparedStatement update =
                        connection.prepareStatement("update vehicle_order set " + change + " where id = ?")) {
            scope.execute();
            update.setObject(1, UUID.fromString(order));
            assertThat(update.executeUpdate()).isOne();
        }
    }
}

package org.motorpool.dispatch.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.Driving;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.contract.OrderApi.Progress;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.VehicleState;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;

/** A trip from acceptance to closing, with telematics as another system behind HTTP. */
@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class TripFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private Unit pudong;
    private Fleet.Crew crew;
    private UUID request;
    private String order;

    @BeforeEach
    void anOrder() {
        FakeTelematics.reset();
        pudong = organisations.pudong();
        crew = fleet.car(pudong);
        request = Workflow.approved(pudong, soon());
        order = Workflow.assign(pudong, request, crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void drivesMeasuresAndCloses() {
        report("ACCEPT", null).statusCode(200).body("status", equalTo("ACCEPTED"));
        report("DEPART", 1000L).statusCode(200).body("status", equalTo("DEPARTED"));
        assertThat(fleet.stateOf(crew)).isEqualTo(VehicleState.ON_TRIP);
        requestShows("UNDERWAY", "DEPARTED");
        report("ARRIVE", null).statusCode(200).body("status", equalTo("ARRIVED"));
        report("RETURN", 1013L).statusCode(200).body("status", equalTo("RETURNED"));
        assertThat(fleet.stateOf(crew)).isEqualTo(VehicleState.IDLE);

        awaitOrder("CLOSED");
        requestShows("CLOSED", "CLOSED");
        assertThat(trip())
                .containsEntry("status", "CLOSED")
                .containsEntry("odometerStart_km", 1000)
                .containsEntry("odometerEnd_km", 1013)
                .containsEntry("measured_m", 12_345);
        assertThat(FakeTelematics.CALLS).anySatisfy(call -> assertThat(call)
                .contains(crew.vehicle().id() + "/mileage?from=")
                .contains(" Bearer "));
    }

    @Test
    void closesTheLegOfABrokenVehicleBeforeItsRequest() {
        report("ACCEPT", null).statusCode(200);
        report("DEPART", 1000L).statusCode(200);
        Fleet.Crew rescue = fleet.car(pudong);
        String next = Callers.dispatcher(pudong)
                .body(Map.of(
                        "vehicleId", rescue.vehicle().id(),
                        "driverId", rescue.driver().id(),
                        "place", Map.of("name", "延安高架", "latitude", 31.22, "longitude", 121.43),
                        "at", Instant.now().toString(),
                        "odometer_km", 1012,
                        "reason", "爆胎"))
                .post("/api/v1/orders/" + order + "/swap")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        awaitOrder("CLOSED");
        assertThat(trip()).containsEntry("odometerEnd_km", 1012).containsEntry("measured_m", 12_345);
        requestShows("UNDERWAY", "ASSIGNED");
        Driving.depart(pudong, rescue, next, 500);
        Driving.comeBack(pudong, rescue, next, 512);
        order = next;
        awaitOrder("CLOSED");
        requestShows("CLOSED", "CLOSED");
    }

    @Test
    void tellsTheStoryOfTheRequestInOrder() {
        driveAndReturn();
        List<JsonPath> story = Story.of(request, 5, servers);
        assertThat(story)
                .extracting(event -> event.getString("type"))
                .containsExactly(
                        "request-submitted", "request-approved", "vehicle-assigned", "trip-started", "trip-completed");
        assertThat(story.getLast().getMap(""))
                .containsEntry("orderId", order)
                .containsEntry("vehicleId", crew.vehicle().id().toString())
                .containsEntry("odometer_km", 1013)
                .containsEntry("measured_m", 12_345);
    }

    @Test
    void keepsAReturnedTripUntilTelematicsAnswers() {
        FakeTelematics.FAILURES.set(2);
        driveAndReturn();
        await().atMost(PATIENCE).until(() -> FakeTelematics.CALLS.size() >= 2);
        awaitOrder("CLOSED");
        assertThat(trip()).containsEntry("measured_m", 12_345);
        assertThat(FakeTelematics.CALLS).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void closesATripWithoutATrackUnmeasured() {
        FakeTelematics.positions = 0;
        FakeTelematics.track_m = 0;
        driveAndReturn();
        awaitOrder("CLOSED");
        assertThat(trip()).containsEntry("status", "CLOSED").containsEntry("measured_m", null);
    }

    @Test
    void asksForAnExplanationWhenOdometerAndTrackDisagree() {
        FakeTelematics.track_m = 2_000;
        driveAndReturn();
        awaitOrder("CLOSED");
        assertThat(JsonPath.from(Callers.dispatcher(pudong)
                                .get("/api/v1/trips?limit=1000")
                                .asString())
                        .getBoolean("items.find { it.orderId == '%s' }.mileageDeviation.explanationNeeded"
                                .formatted(order)))
                .isTrue();
        explain(Callers.dispatcher(pudong), "施工绕行")
                .statusCode(200)
                .body("mileageDeviation.explanation", equalTo("施工绕行"));
        explain(Callers.dispatcher(pudong), " ").statusCode(400).body("field", equalTo("reason"));
        explain(Callers.dispatcher(organisations.huangpu()), "x")
                .statusCode(404)
                .body("code", equalTo("trip-unknown"));
        explain(Callers.dispatcher(pudong).header("If-Match", "\"0\""), "x").statusCode(412);
    }

    @Test
    void hasNothingToExplainWhenTheyAgree() {
        driveAndReturn();
        awaitOrder("CLOSED");
        assertThat(trip()).extractingByKey("mileageDeviation").isNotNull();
        explain(Callers.dispatcher(pudong), "x").statusCode(409).body("code", equalTo("nothing-to-explain"));
    }

    @Test
    void refusesAnOdometerBehindThatOfTheOrderBefore() {
        driveAndReturn();
        awaitOrder("CLOSED");
        Instant now = Instant.now();
        UUID next = Workflow.approved(
                pudong,
                NewRequests.during(
                        NewRequests.of(pudong), now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(2))));
        order = Workflow.assign(pudong, next, crew).then().extract().path("id");
        report("ACCEPT", null).statusCode(200);
        report("DEPART", 1012L).statusCode(400).body("code", equalTo("odometer-reversed"));
        report("DEPART", 1013L).statusCode(200);
    }

    /** Found by random steps: on the road for two orders at once, a vehicle's kilometres would count twice. */
    @Test
    void isOnTheRoadForOneOrderAtATime() {
        report("ACCEPT", null).statusCode(200);
        report("DEPART", 1000L).statusCode(200);
        Instant later = Instant.now().plus(Duration.ofHours(20));
        UUID next = Workflow.approved(
                pudong, NewRequests.during(NewRequests.of(pudong), later, later.plus(Duration.ofHours(1))));
        order = Workflow.assign(pudong, next, crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        report("ACCEPT", null).statusCode(200);
        report("DEPART", 1001L).statusCode(409).body("code", equalTo("vehicle-on-the-road"));
    }

    private ValidatableResponse explain(RequestSpecification caller, String reason) {
        return caller.body(Map.of("reason", reason))
                .post("/api/v1/trips/" + trip().get("id") + "/explanation")
                .then();
    }

    @Test
    void freesTheVehicleWhenItIsBackEarly() {
        driveAndReturn();
        Instant now = Instant.now();
        UUID next = Workflow.approved(
                pudong,
                NewRequests.during(
                        NewRequests.of(pudong), now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(2))));
        Workflow.assign(pudong, next, crew).then().statusCode(201);
    }

    @Test
    void answersTheSameEventLikeTheFirstTime() {
        Progress accept = new Progress(Ids.next(), "ACCEPT", Instant.now(), null);
        String first = post(accept).then().statusCode(200).extract().asString();
        String second = post(accept).then().statusCode(200).extract().asString();
        assertThat(second).isEqualTo(first);
        post(new Progress(accept.eventId(), "DEPART", Instant.now(), 5L))
                .then()
                .statusCode(422)
                .body("code", equalTo("event-id-reused"));
    }

    @Test
    void refusesToSkipAStep() {
        report("DEPART", 1L).statusCode(409).body("code", equalTo("order-state"));
        report("ACCEPT", null).statusCode(200);
        report("RETURN", 1L).statusCode(409).body("code", equalTo("order-state"));
    }

    @Test
    void refusesAnOdometerThatRunsBackAndChangesNothing() {
        report("ACCEPT", null).statusCode(200);
        report("DEPART", 1000L).statusCode(200);
        report("ARRIVE", null).statusCode(200);
        report("RETURN", 999L)
                .statusCode(400)
                .body("code", equalTo("odometer-reversed"))
                .body("field", equalTo("odometer_km"));
        report("RETURN", 1000L).statusCode(200);
    }

    @Test
    void refusesATimeThatRunsBackAndChangesNothing() {
        Instant now = Instant.now();
        post(new Progress(Ids.next(), "ACCEPT", now.minus(Duration.ofMinutes(10)), null))
                .then()
                .statusCode(400)
                .body("code", equalTo("time-reversed"))
                .body("field", equalTo("occurredAt"));
        post(new Progress(Ids.next(), "ACCEPT", now, null)).then().statusCode(200);
        post(new Progress(Ids.next(), "DEPART", now.minusSeconds(1), 1000L))
                .then()
                .statusCode(400)
                .body("code", equalTo("time-reversed"))
                .body("field", equalTo("occurredAt"));
        post(new Progress(Ids.next(), "DEPART", now, 1000L)).then().statusCode(200);
    }

    /** A report that comes in late must not make two trips of one vehicle overlap. */
    @Test
    void departsOnlyAfterTheVehicleCameBack() {
        driveAndReturn();
        NewRequest later = NewRequests.during(
                NewRequests.of(pudong), NewRequests.TOMORROW, NewRequests.TOMORROW.plus(Duration.ofHours(1)));
        order = Workflow.assign(pudong, Workflow.approved(pudong, later), crew).path("id");
        Instant underway = Instant.now().minusSeconds(60);
        post(new Progress(Ids.next(), "ACCEPT", underway, null)).then().statusCode(200);
        post(new Progress(Ids.next(), "DEPART", underway, 1000L))
                .then()
                .statusCode(400)
                .body("code", equalTo("time-reversed"))
                .body("field", equalTo("occurredAt"));
        report("DEPART", 1013L).statusCode(200);
    }

    @Test
    void letsTheOrdersDriverOnlyReport() {
        Fleet.Crew other = fleet.car(pudong);
        Callers.driver(pudong, other.driver().username())
                .body(new Progress(Ids.next(), "ACCEPT", Instant.now(), null))
                .post("/api/v1/orders/" + order + "/progress")
                .then()
                .statusCode(404)
                .body("code", equalTo("order-unknown"));
        Callers.dispatcher(pudong)
                .body(new Progress(Ids.next(), "ACCEPT", Instant.now(), null))
                .post("/api/v1/orders/" + order + "/progress")
                .then()
                .statusCode(403);
    }

    @Test
    void cannotCancelWhatHasDeparted() {
        report("ACCEPT", null).statusCode(200);
        report("DEPART", 1000L).statusCode(200);
        Callers.dispatcher(pudong)
                .body(Map.of("reason", "太晚"))
                .post("/api/v1/orders/" + order + "/cancel")
                .then()
                .statusCode(409)
                .body("code", equalTo("order-state"));
    }

    @Test
    void hidesTripsFromOtherCounties() {
        report("ACCEPT", null).statusCode(200);
        report("DEPART", 1000L).statusCode(200);
        List<String> seen = Callers.dispatcher(organisations.huangpu())
                .get("/api/v1/trips?limit=1000")
                .path("items.orderId");
        assertThat(seen).doesNotContain(order);
    }

    private void driveAndReturn() {
        report("ACCEPT", null).statusCode(200);
        report("DEPART", 1000L).statusCode(200);
        report("ARRIVE", null).statusCode(200);
        report("RETURN", 1013L).statusCode(200);
    }

    private ValidatableResponse report(String step, Long odometer_km) {
        return post(new Progress(Ids.next(), step, Instant.now(), odometer_km)).then();
    }

    private Response post(Progress progress) {
        return Callers.driver(pudong, crew.driver().username())
                .body(progress)
                .post("/api/v1/orders/" + order + "/progress");
    }

    private void requestShows(String status, String orderStatus) {
        Callers.requester(pudong)
                .get("/api/v1/requests/" + request)
                .then()
                .body("status", equalTo(status))
                .body("order.status", equalTo(orderStatus));
    }

    private void awaitOrder(String status) {
        await().atMost(PATIENCE).until(() -> Callers.dispatcher(pudong)
                .get("/api/v1/orders/" + order)
                .path("status")
                .equals(status));
    }

    private Map<String, Object> trip() {
        List<Map<String, Object>> trips =
                Callers.dispatcher(pudong).get("/api/v1/trips?limit=1000").path("items");
        return trips.stream()
                .filter(trip -> order.equals(trip.get("orderId")))
                .findFirst()
                .orElseThrow();
    }

    private NewRequest soon() {
        Instant now = Instant.now();
        return NewRequests.during(
                NewRequests.of(pudong), now.plus(Duration.ofMinutes(1)), now.plus(Duration.ofHours(4)));
    }
}

package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.OrderApi.NewOrder;
import org.motorpool.dispatch.contract.RequestApi.NewDecision;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.VehicleState;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;

@QuarkusTest
class OrderResourceTest {

    private static final String ORDERS = "/api/v1/orders";
    private static final int CONTENDERS = 50;

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    private Unit shanghai;
    private Unit pudong;
    private Unit huangpu;

    @BeforeEach
    void units() {
        shanghai = organisations.shanghai();
        pudong = organisations.pudong();
        huangpu = organisations.huangpu();
    }

    @Test
    void assignsAVehicleOfTheOwnUnit() {
        Fleet.Crew crew = fleet.car(pudong);
        UUID request = Workflow.approved(pudong);
        String order = Workflow.assign(pudong, request, crew)
                .then()
                .statusCode(201)
                .body("number", matchesPattern("PC-310115-\\d{8}-\\d{4}"))
                .body("status", equalTo("ASSIGNED"))
                .body("sharing", equalTo("OWN_UNIT"))
                .body("plate", equalTo(crew.vehicle().plate()))
                .body("driverUsername", equalTo(crew.driver().username()))
                .body("from", equalTo(NewRequests.TOMORROW.toString()))
                .extract()
                .path("id");
        Callers.requester(pudong)
                .get("/api/v1/requests/" + request)
                .then()
                .body("status", equalTo("ASSIGNED"))
                .body("sharing", equalTo("OWN_UNIT"))
                .body("order.id", equalTo(order))
                .body("order.plate", equalTo(crew.vehicle().plate()));
        assertThat(fleet.stateOf(crew)).isEqualTo(VehicleState.ASSIGNED);
    }

    @Test
    void showsALentVehiclesOrderToBothUnits() {
        Fleet.Crew crew = fleet.car(huangpu);
        UUID request = Workflow.approved(pudong);
        Callers.dispatcher(huangpu).get("/api/v1/requests/" + request).then().statusCode(404);
        String order = Workflow.assign(shanghai, request, crew)
                .then()
                .statusCode(201)
                .body("sharing", equalTo("CROSS_DEPARTMENT"))
                .extract()
                .path("id");
        Callers.dispatcher(pudong).get(ORDERS + "/" + order).then().statusCode(200);
        Callers.dispatcher(huangpu).get(ORDERS + "/" + order).then().statusCode(200);
        Callers.dispatcher(huangpu).get("/api/v1/requests/" + request).then().statusCode(200);
    }

    @Test
    void hidesOrdersFromOtherCounties() {
        String order = Workflow.ordered(pudong, fleet.car(pudong));
        Callers.dispatcher(huangpu)
                .get(ORDERS + "/" + order)
                .then()
                .statusCode(404)
                .body("code", equalTo("order-unknown"));
        cancel(huangpu, order, "不是我的").then().statusCode(404);
        List<String> ids =
                Callers.dispatcher(huangpu).get(ORDERS + "?limit=1000").path("items.id");
        assertThat(ids).doesNotContain(order);
    }

    @Test
    void refusesAVehicleOutsideTheScope() {
        Workflow.assign(pudong, Workflow.approved(pudong), fleet.car(huangpu))
                .then()
                .statusCode(404)
                .body("code", equalTo("vehicle-unknown"));
    }

    @Test
    void refusesToBookAVehicleTwice() {
        Fleet.Crew crew = fleet.car(pudong);
        Workflow.ordered(pudong, crew);
        NewOrder second = new NewOrder(
                Workflow.approved(pudong),
                crew.vehicle().id(),
                fleet.spareDriver(pudong).id());
        Workflow.assign(pudong, second)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("vehicle-already-booked"));
    }

    @Test
    void refusesToBookADriverTwice() {
        Fleet.Crew crew = fleet.car(pudong);
        Workflow.ordered(pudong, crew);
        NewOrder second = new NewOrder(
                Workflow.approved(pudong),
                fleet.car(pudong).vehicle().id(),
                crew.driver().id());
        Workflow.assign(pudong, second).then().statusCode(409).body("code", equalTo("driver-already-booked"));
    }

    @Test
    void booksTheNextPeriodFromTheMomentTheFirstEnds() {
        Fleet.Crew crew = fleet.car(pudong);
        Workflow.ordered(pudong, crew);
        Instant end = NewRequests.TOMORROW.plus(Duration.ofHours(4));
        UUID next = Workflow.approved(
                pudong, NewRequests.during(NewRequests.of(pudong), end, end.plus(Duration.ofHours(1))));
        Workflow.assign(pudong, next, crew).then().statusCode(201);
    }

    @Test
    void givesOneOfFiftyContendersTheVehicle() throws Exception {
        Fleet.Crew crew = fleet.car(pudong);
        List<UUID> requests = Stream.generate(() -> Workflow.approved(pudong))
                .limit(CONTENDERS)
                .toList();
        List<Integer> statuses = atOnce(requests, crew);
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(CONTENDERS - 1);
    }

    private static List<Integer> atOnce(List<UUID> requests, Fleet.Crew crew) throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(CONTENDERS)) {
            List<Future<Integer>> answers = people.invokeAll(requests.stream()
                    .<Callable<Integer>>map(request ->
                            () -> Workflow.assign(crewUnit(crew), request, crew).statusCode())
                    .toList());
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    private static Unit crewUnit(Fleet.Crew crew) {
        return new Unit(
                crew.vehicle().unitId(),
                "T310115",
                crew.vehicle().unitName(),
                "COUNTY",
                crew.vehicle().regionCode(),
                null,
                crew.vehicle().unitPath());
    }

    @Test
    void assignsARequestOnce() {
        UUID request = Workflow.approved(pudong);
        Workflow.assign(pudong, request, fleet.car(pudong)).then().statusCode(201);
        Workflow.assign(pudong, request, fleet.car(pudong))
                .then()
                .statusCode(409)
                .body("code", equalTo("request-state"));
    }

    /** Found by random steps: approved once more, the request would have waited for a vehicle while it had one. */
    @Test
    void decidesNoMoreOnARequestThatHasAVehicle() {
        UUID request = Workflow.approved(pudong);
        Workflow.assign(pudong, request, fleet.car(pudong)).then().statusCode(201);
        Callers.approver(pudong)
                .body(new NewDecision("APPROVE", null))
                .post("/api/v1/requests/" + request + "/decisions")
                .then()
                .statusCode(409)
                .body("code", equalTo("request-state"));
    }

    @Test
    void saysWhichRuleRefusesAVehicle() {
        UUID request = Workflow.approved(pudong, NewRequests.withPassengers(NewRequests.of(pudong), 5));
        Workflow.assign(pudong, request, fleet.car(pudong))
                .then()
                .statusCode(422)
                .body("code", equalTo("seats-insufficient"))
                .body("violations[0].clause", equalTo("《道路交通安全法》第四十九条"));
    }

    @Test
    void takesAVehicleOfTheHostRegion() {
        Unit nation = organisations.nation();
        fleet.nanjing();
        UUID request = Workflow.approved(pudong, NewRequests.hostedBy(NewRequests.of(pudong), "320000"));
        Workflow.assign(nation, request, fleet.car(pudong))
                .then()
                .statusCode(422)
                .body("code", equalTo("region-not-serving"));
        Workflow.assign(nation, request, fleet.car(fleet.nanjing()))
                .then()
                .statusCode(201)
                .body("sharing", equalTo("CROSS_REGION"));
    }

    @Test
    void freesVehicleAndRequestOnCancellation() {
        Fleet.Crew crew = fleet.car(pudong);
        UUID request = Workflow.approved(pudong);
        String order = Workflow.assign(pudong, request, crew).path("id");
        cancel(pudong, order, "").then().statusCode(400).body("field", equalTo("reason"));
        cancel(pudong, order, "会议取消").then().statusCode(200).body("status", equalTo("CANCELLED"));
        Callers.requester(pudong)
                .get("/api/v1/requests/" + request)
                .then()
                .body("status", equalTo("APPROVED"))
                .body("order", nullValue());
        assertThat(fleet.stateOf(crew)).isEqualTo(VehicleState.IDLE);
        Workflow.assign(pudong, request, crew).then().statusCode(201);
    }

    @Test
    void cancelsOnce() {
        String order = Workflow.ordered(pudong, fleet.car(pudong));
        cancel(pudong, order, "会议取消").then().statusCode(200);
        cancel(pudong, order, "会议取消").then().statusCode(409).body("code", equalTo("order-state"));
    }

    @Test
    void showsADriverTheirOwnOrdersOnly() {
        Fleet.Crew mine = fleet.car(pudong);
        String order = Workflow.ordered(pudong, mine);
        String others = Workflow.ordered(pudong, fleet.car(pudong));
        Response own = Callers.driver(pudong, mine.driver().username()).get(ORDERS + "?driver=me");
        assertThat(own.<List<String>>path("items.id")).containsExactly(order);
        Response all = Callers.driver(pudong, mine.driver().username()).get(ORDERS);
        assertThat(all.<List<String>>path("items.id")).containsExactly(order).doesNotContain(others);
    }

    @Test
    void namesWhatIsMissing() {
        Callers.dispatcher(pudong)
                .body(Map.of("requestId", UUID.randomUUID()))
                .post(ORDERS)
                .then()
                .statusCode(400)
                .body("field", equalTo("vehicleId"));
    }

    private static Response cancel(Unit unit, String order, String reason) {
        return Callers.dispatcher(unit).body(Map.of("reason", reason)).post(ORDERS + "/" + order + "/cancel");
    }
}

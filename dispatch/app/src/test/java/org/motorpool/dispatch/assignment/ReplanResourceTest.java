package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.motorpool.dispatch.assignment.ReplanCalls.commitAs;
import static org.motorpool.dispatch.assignment.ReplanCalls.get;
import static org.motorpool.dispatch.assignment.ReplanCalls.plateOf;
import static org.motorpool.dispatch.assignment.ReplanCalls.post;
import static org.motorpool.dispatch.assignment.ReplanCalls.proposeAs;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.OrderActApi;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.VehicleState;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;
import org.motorpool.planner.contract.DayApi;

/** What a dispatcher does about a breakdown or a late request; the planner is another system behind HTTP. */
@QuarkusTest
@QuarkusTestResource(value = FakePlanner.class, restrictToAnnotatedClass = true)
class ReplanResourceTest {

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    ReplanOffers offers;

    private static int units = 0;

    /** Each test has a unit of its own, and knows all of its vehicles. */
    private Unit unit;

    private Instant soon;

    @BeforeEach
    void aUnit() {
        FakePlanner.fail(0);
        unit = organisations.county("TR%05d".formatted(++units));
        soon = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES);
    }

    @Test
    void movesTheOrdersOfAVehicleThatBrokeDown() {
        Fleet.Crew broken = fleet.car(unit);
        Fleet.Crew other = fleet.car(unit);
        String order = order(broken);
        String id = breakdown(broken)
                .statusCode(201)
                .body("state", equalTo("OFFERED"))
                .body("subject", equalTo(broken.vehicle().plate()))
                .body("moved_fen", equalTo(3000))
                .body("costBefore_fen", equalTo(5000))
                .body("costAfter_fen", equalTo(3000))
                .body("unserved", empty())
                .body("moves", hasSize(1))
                .body("moves[0].orderId", equalTo(order))
                .body("moves[0].forced", equalTo(true))
                .body("moves[0].from.plate", equalTo(broken.vehicle().plate()))
                .body("moves[0].from.cost_fen", equalTo(800))
                .body("moves[0].to.plate", equalTo(other.vehicle().plate()))
                .body("moves[0].to.driverName", equalTo(other.driver().name()))
                .body("moves[0].to.startsAt", equalTo(soon.toString()))
                .extract()
                .path("id");
        plateOf(unit, order, broken);

        commit(id).statusCode(200).body("state", equalTo("COMMITTED")).body("closedBy", notNullValue());

        plateOf(unit, order, other);
        assertThat(fleet.stateOf(broken)).isEqualTo(VehicleState.OUT_OF_SERVICE);
        assertThat(fleet.stateOf(other)).isEqualTo(VehicleState.ASSIGNED);
        commit(id).statusCode(409).body("code", equalTo("replan-state"));
    }

    @Test
    void givesThePlannerWhatMayMoveAndWhatMayNot() {
        Fleet.Crew broken = fleet.car(unit);
        Fleet.Crew driving = fleet.car(unit);
        Fleet.Crew waiting = fleet.car(unit);
        order(broken);
        String begun = order(driving);
        Driving.depart(unit, driving, begun, 100);
        order(waiting);

        breakdown(broken).statusCode(201);

        DayApi.Facts before = FakePlanner.facts(unit.id(), "before");
        assertThat(before.rides())
                .hasSize(3)
                .filteredOn(ride -> ride.promised().pinned())
                .singleElement()
                .satisfies(ride -> assertThat(ride.promised().vehicle())
                        .isEqualTo(driving.vehicle().id().toString()));
        assertThat(before.units()).allMatch(each -> each.weights().moved_fen() == 3000);
        assertThat(FakePlanner.facts(unit.id(), "replan").vehicles())
                .extracting(DayApi.Vehicle::id)
                .doesNotContain(broken.vehicle().id().toString());
    }

    @Test
    void tellsWhatStaysUnservedAndWhatWouldHelp() {
        Fleet.Crew broken = fleet.car(unit);
        Fleet.Crew busy = fleet.car(unit);
        order(busy);
        String order = order(broken);
        String id = breakdown(broken)
                .statusCode(201)
                .body("moves", empty())
                .body("unserved.orderId", contains(order))
                .body("unserved[0].code", equalTo("time"))
                .body("unserved[0].binding[0].vehicles", equalTo(7))
                .body("unserved[0].relaxations[0].text", containsString("15 minutes later"))
                .extract()
                .path("id");
        commit(id).statusCode(409).body("code", equalTo("replan-empty"));
    }

    @Test
    void changesNothingWhenAnOrderChangedMeanwhile() {
        Fleet.Crew broken = fleet.car(unit);
        Fleet.Crew next = fleet.car(unit);
        Fleet.Crew spare = fleet.car(unit);
        String kept = order(broken);
        String changed = orderLater(broken);
        String id = breakdown(broken)
                .statusCode(201)
                .body("moves", hasSize(2))
                .extract()
                .path("id");
        Callers.dispatcher(unit)
                .body(Map.of(
                        "vehicleId",
                        spare.vehicle().id(),
                        "driverId",
                        spare.driver().id(),
                        "reason",
                        "人工改派"))
                .post(ReplanCalls.ORDERS + "/" + changed + "/reassign")
                .then()
                .statusCode(200);

        commit(id).statusCode(409).body("code", equalTo("replan-stale"));

        plateOf(unit, kept, broken);
        plateOf(unit, changed, spare);
        assertThat(fleet.stateOf(next)).isEqualTo(VehicleState.IDLE);
        assertThat(fleet.stateOf(broken)).isEqualTo(VehicleState.ASSIGNED);
        get(unit, id).body("state", equalTo("STALE")).body("refusal", equalTo("replan-stale"));
    }

    @Test
    void movesAllOrNothingWhenOneVehicleIsTakenMeanwhile() {
        Fleet.Crew broken = fleet.car(unit);
        Fleet.Crew first = fleet.car(unit);
        Fleet.Crew second = fleet.car(unit);
        String one = order(broken);
        String two = orderLater(broken);
        String id = breakdown(broken)
                .statusCode(201)
                .body("moves[0].to.plate", equalTo(first.vehicle().plate()))
                .body("moves[1].to.plate", equalTo(second.vehicle().plate()))
                .extract()
                .path("id");
        orderLater(second);

        commit(id).statusCode(409).body("code", containsString("already-booked"));

        plateOf(unit, one, broken);
        plateOf(unit, two, broken);
        get(unit, id).body("state", equalTo("STALE")).body("refusal", containsString("already-booked"));
    }

    @Test
    void givesALateRequestAVehicle() {
        Fleet.Crew free = fleet.car(unit);
        UUID request = request(soon);
        String id = propose(Map.of("kind", "REQUEST", "requestId", request))
                .statusCode(201)
                .body("moves[0].orderId", nullValue())
                .body("moves[0].from", nullValue())
                .body("moves[0].to.plate", equalTo(free.vehicle().plate()))
                .extract()
                .path("id");
        commit(id).statusCode(200);
        Callers.requester(unit)
                .get("/api/v1/requests/" + request)
                .then()
                .body("status", equalTo("ASSIGNED"))
                .body("order.plate", equalTo(free.vehicle().plate()));
        propose(Map.of("kind", "REQUEST", "requestId", request)).statusCode(409).body("code", equalTo("request-state"));
    }

    @Test
    void movesTheOrdersThatALateOneLeavesNoTimeFor() {
        Fleet.Crew late = fleet.car(unit);
        Fleet.Crew other = fleet.car(unit);
        String driving = order(late);
        String next = orderLater(late);
        Instant until = soon.plus(Duration.ofHours(4));
        propose(Map.of("kind", "DELAY", "orderId", driving, "until", until))
                .statusCode(409)
                .body("code", equalTo("order-state"));
        Driving.depart(unit, late, driving, 100);
        String id = propose(Map.of("kind", "DELAY", "orderId", driving, "until", until))
                .statusCode(201)
                .body("moves.orderId", contains(next))
                .extract()
                .path("id");
        commit(id).statusCode(200);
        plateOf(unit, next, other);
        Callers.dispatcher(unit)
                .get(ReplanCalls.ORDERS + "/" + driving)
                .then()
                .body("to", equalTo(until.toString()))
                .body("course.overdue", equalTo(false));
    }

    @Test
    void movesTheOrdersOfADriverWhoIsIll() {
        Fleet.Crew ill = fleet.car(unit);
        Fleet.Crew other = fleet.car(unit);
        String order = order(ill);
        propose(Map.of("kind", "DRIVER_ABSENT", "driverId", ill.driver().id()))
                .statusCode(201)
                .body("subject", equalTo(ill.driver().name()))
                .body("moves.orderId", contains(order))
                .body("moves[0].to.driverId", equalTo(other.driver().id().toString()));
    }

    @Test
    void isDecidedOnceAndByWhoDispatchesTheUnit() {
        Fleet.Crew broken = fleet.car(unit);
        fleet.car(unit);
        order(broken);
        String id = breakdown(broken).statusCode(201).extract().path("id");
        Unit elsewhere = organisations.huangpu();
        get(elsewhere, id).statusCode(404).body("code", equalTo("replan-unknown"));
        post(elsewhere, id, "commit").statusCode(404).body("code", equalTo("replan-unknown"));
        post(elsewhere, id, "discard").statusCode(404);
        Callers.dispatcher(elsewhere)
                .body(Map.of("kind", "BREAKDOWN", "vehicleId", broken.vehicle().id()))
                .post(ReplanCalls.REPLANS)
                .then()
                .statusCode(404)
                .body("code", equalTo("vehicle-unknown"));
        Callers.requester(unit).get(ReplanCalls.REPLANS).then().statusCode(403);
        Callers.dispatcher(unit)
                .get(ReplanCalls.REPLANS + "?status=OFFERED")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        Callers.dispatcher(elsewhere).get(ReplanCalls.REPLANS).then().body("items.id", not(hasItem(id)));

        post(unit, id, "discard").statusCode(200).body("state", equalTo("DISCARDED"));
        commit(id).statusCode(409).body("code", equalTo("replan-state"));
        post(unit, id, "discard").statusCode(409).body("code", equalTo("replan-state"));
    }

    @Test
    void answersAKeyAsTheFirstTime() {
        Fleet.Crew broken = fleet.car(unit);
        Fleet.Crew other = fleet.car(unit);
        String order = order(broken);
        Map<String, Object> event =
                Map.of("kind", "BREAKDOWN", "vehicleId", broken.vehicle().id());
        String key = "replan-" + unit.code();
        String id = proposeAs(unit, key, event).statusCode(201).extract().path("id");
        proposeAs(unit, key, event).statusCode(201).body("id", equalTo(id));
        proposeAs(
                        unit,
                        key,
                        Map.of("kind", "BREAKDOWN", "vehicleId", other.vehicle().id()))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        commitAs(unit, key + "-commit", "\"0\"", id).statusCode(200);
        commitAs(unit, key + "-commit", "\"0\"", id).statusCode(200).body("state", equalTo("COMMITTED"));
        plateOf(unit, order, other);
    }

    @Test
    void replacesWhatWasOfferedForTheSameCause() {
        Fleet.Crew broken = fleet.car(unit);
        fleet.car(unit);
        order(broken);
        String first = breakdown(broken).statusCode(201).extract().path("id");
        String second = breakdown(broken).statusCode(201).extract().path("id");
        get(unit, first).body("state", equalTo("STALE")).body("refusal", nullValue());
        commitAs(unit, null, "\"7\"", second).statusCode(412).body("code", equalTo("version-stale"));
        get(unit, second).body("state", equalTo("OFFERED"));
    }

    @Test
    void offersARePlanItselfWhenAVehicleBrokeDownOnTheRoad() throws Throwable {
        Fleet.Crew broken = fleet.car(unit);
        Fleet.Crew rescuer = fleet.car(unit);
        Fleet.Crew free = fleet.car(unit);
        String driving = order(broken);
        String waiting = orderLater(broken);
        Driving.depart(unit, broken, driving, 100);
        Callers.dispatcher(unit)
                .body(new OrderActApi.Swap(
                        rescuer.vehicle().id(), rescuer.driver().id(), NewRequests.PICKUP, Instant.now(), 101L, "爆胎"))
                .post(ReplanCalls.ORDERS + "/" + driving + "/swap")
                .then()
                .statusCode(201);

        VertxContextSupport.subscribeAndAwait(offers::offer);
        VertxContextSupport.subscribeAndAwait(offers::offer);

        Callers.dispatcher(unit)
                .get(ReplanCalls.REPLANS + "?status=OFFERED")
                .then()
                .body("items", hasSize(1))
                .body("items[0].createdBy", equalTo("system"))
                .body("items[0].event.kind", equalTo("BREAKDOWN"))
                .body("items[0].moves.orderId", contains(waiting))
                .body("items[0].moves[0].to.plate", equalTo(free.vehicle().plate()));
    }

    @Test
    void namesWhatIsWrongWithAnEvent() {
        propose(Map.of()).statusCode(400).body("field", equalTo("kind"));
        propose(Map.of("kind", "STORM")).statusCode(400).body("field", equalTo("kind"));
        propose(Map.of("kind", "BREAKDOWN")).statusCode(400).body("field", equalTo("vehicleId"));
        propose(Map.of("kind", "DELAY", "orderId", UUID.randomUUID()))
                .statusCode(400)
                .body("field", equalTo("until"));
        propose(Map.of("kind", "DELAY", "orderId", UUID.randomUUID(), "until", Instant.EPOCH))
                .statusCode(400)
                .body("field", equalTo("until"));
        propose(Map.of("kind", "CANCELLED", "orderId", UUID.randomUUID()))
                .statusCode(404)
                .body("code", equalTo("order-unknown"));
        propose(Map.of("kind", "CANCELLED", "orderId", order(fleet.car(unit))))
                .statusCode(409)
                .body("code", equalTo("order-state"));
        FakePlanner.fail(1);
        breakdown(fleet.car(unit)).statusCode(503).body("code", equalTo("planner-unavailable"));
    }

    private UUID request(Instant from) {
        return Workflow.approved(unit, NewRequests.during(NewRequests.of(unit), from, from.plus(Duration.ofHours(2))));
    }

    private String order(Fleet.Crew crew) {
        return orderAt(crew, soon);
    }

    private String orderLater(Fleet.Crew crew) {
        return orderAt(crew, soon.plus(Duration.ofHours(3)));
    }

    private String orderAt(Fleet.Crew crew, Instant from) {
        return Workflow.assign(unit, request(from), crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse breakdown(Fleet.Crew crew) {
        return propose(Map.of("kind", "BREAKDOWN", "vehicleId", crew.vehicle().id()));
    }

    private ValidatableResponse propose(Map<String, Object> event) {
        return ReplanCalls.propose(unit, event);
    }

    private ValidatableResponse commit(String id) {
        return post(unit, id, "commit");
    }
}

package org.motorpool.dispatch.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.contract.OperationApi.EventPlan;
import org.motorpool.dispatch.contract.OperationApi.Mobilisation;
import org.motorpool.dispatch.contract.OperationApi.Need;
import org.motorpool.dispatch.contract.OperationApi.NewOperation;
import org.motorpool.dispatch.contract.OperationApi.PlanChange;
import org.motorpool.dispatch.contract.OrderApi.NewOrder;
import org.motorpool.dispatch.contract.OrderApi.Progress;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.Garage;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;

/** A conference from its plan to its orders, and an emergency that takes vehicles and gives them back. */
@QuarkusTest
class OperationResourceTest {

    private static final Instant TOMORROW = NewRequests.TOMORROW;

    @Inject
    Organisations organisations;

    @Inject
    Garage garage;

    @Inject
    Fleet fleet;

    @Inject
    Releasing releasing;

    private Unit unit;

    @BeforeEach
    void aUnit() {
        unit = garage.unit(organisations.pudong());
    }

    @Test
    void previewsWithoutWritingAndCommitsEachItemOnce() {
        String id = event(Plans.of(Plans.transfer("T1", TOMORROW, null)));
        act(dispatcher(), id, "preview", null).statusCode(200).body("requests.change", contains("NEW", "NEW", "NEW"));
        board(id).body("slots", hasSize(0));
        commit(id).body("items.outcome", contains("OK", "OK", "OK")).body("operation.status", equalTo("COMMITTED"));
        commit(id).body("items", hasSize(0));
        board(id)
                .body("slots", hasSize(1))
                .body("slots[0].requests", equalTo(3))
                .body("slots[0].waiting", equalTo(3))
                .body("slots[0].passengers", equalTo(10));
    }

    @Test
    void isApprovedAsOneBySomebodyElse() {
        String id = event(Plans.of(Plans.transfer("T1", TOMORROW, null)));
        String request = commit(id).extract().path("items[0].requestId");
        decide(Callers.somebody(unit, "dispatcher-" + unit.code(), "APPROVER"), id, "APPROVE", null)
                .statusCode(403)
                .body("code", equalTo("self-approval"));
        decide(approver(), id, "REJECT", " ").statusCode(400).body("field", equalTo("reason"));
        decide(approver(), id, "APPROVE", null).statusCode(200).body("status", equalTo("APPROVED"));
        status(request).body("status", equalTo("APPROVED"));
        decide(approver(), id, "APPROVE", null).statusCode(409).body("code", equalTo("operation-state"));
        Fleet.Crew crew = fleet.car(unit);
        Workflow.assign(unit, UUID.fromString(request), crew).then().statusCode(201);
        board(id).body("slots[0].assigned", equalTo(1)).body("slots[0].waiting", equalTo(2));
    }

    @Test
    void isRejectedAsOne() {
        String id = event(Plans.of(Plans.transfer("T1", TOMORROW, null)));
        String request = commit(id).extract().path("items[0].requestId");
        decide(approver(), id, "REJECT", "经费不足").statusCode(200).body("status", equalTo("DRAFT"));
        status(request).body("status", equalTo("CANCELLED"));
    }

    @Test
    void reExpandsOnlyWhatChanged() {
        String id = event(Plans.of(Plans.transfer("T1", TOMORROW, null), Plans.transfer("T2", TOMORROW, null)));
        String kept = commit(id).extract().path("items.find { it.id == 'T/T1/1' }.requestId");
        decide(approver(), id, "APPROVE", null).statusCode(200);
        EventPlan later =
                Plans.of(Plans.transfer("T1", TOMORROW, null), Plans.transfer("T2", TOMORROW.plusSeconds(3600), null));
        dispatcher()
                .header("If-Match", "\"0\"")
                .body(new PlanChange(later))
                .put("/api/v1/operations/" + id)
                .then()
                .statusCode(412)
                .body("code", equalTo("version-stale"));
        dispatcher()
                .body(new PlanChange(later))
                .put("/api/v1/operations/" + id)
                .then()
                .statusCode(200);
        commit(id)
                .body("items.id", contains("T/T2/1", "T/T2/2", "T/T2/3"))
                .body("items.outcome", everyItem(equalTo("OK")))
                .body("operation.status", equalTo("COMMITTED"));
        status(kept).body("status", equalTo("APPROVED"));
    }

    @Test
    void cancelsWhatHasNotDeparted() {
        String id = event(Plans.of(Plans.transfer("T1", TOMORROW, null)));
        List<String> requests = commit(id).extract().path("items.requestId");
        decide(approver(), id, "APPROVE", null).statusCode(200);
        Fleet.Crew assigned = fleet.car(unit);
        Workflow.assign(unit, UUID.fromString(requests.get(0)), assigned).then().statusCode(201);
        Fleet.Crew departed = fleet.car(unit);
        String order = Workflow.assign(unit, UUID.fromString(requests.get(1)), departed)
                .then()
                .extract()
                .path("id");
        depart(departed, order);
        act(dispatcher(), id, "cancel", Map.of("reason", " ")).statusCode(400).body("field", equalTo("reason"));
        act(dispatcher(), id, "cancel", Map.of("reason", "活动取消"))
                .statusCode(200)
                .body("operation.status", equalTo("CANCELLED"))
                .body("items.outcome", contains("OK", "item-departed", "OK"));
        status(requests.get(0)).body("status", equalTo("CANCELLED"));
        status(requests.get(1)).body("status", equalTo("UNDERWAY"));
        act(dispatcher(), id, "commit", null).statusCode(409).body("code", equalTo("operation-state"));
    }

    @Test
    void anEmergencyTakesFreeVehiclesThenPreemptsAndGivesBack() {
        Fleet.Crew busy = fleet.car(unit);
        UUID ordinary = Workflow.approved(unit);
        String order = Workflow.assign(unit, ordinary, busy)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Fleet.Crew free = fleet.car(unit);
        String id = mobilisation(2);
        act(officer(), id, "preview", null)
                .statusCode(200)
                .body(
                        "candidates.plate",
                        contains(free.vehicle().plate(), busy.vehicle().plate()))
                .body("candidates[1].preempts[0].orderId", equalTo(order))
                .body("missing", equalTo(0));
        String taken = act(officer(), id, "commit", null)
                .statusCode(200)
                .body("items.outcome", contains("OK", "OK"))
                .extract()
                .path("items[0].requestId");
        status(taken).body("emergency", equalTo(true)).body("paperState", equalTo("DUE"));
        status(ordinary.toString()).body("status", equalTo("APPROVED"));
        Callers.dispatcher(unit).get("/api/v1/orders/" + order).then().body("status", equalTo("CANCELLED"));
        board(id)
                .body("slots[0].assigned", equalTo(2))
                .body("preempted.orderId", contains(order))
                .body("preempted[0].outcome", equalTo(null));
        act(officer(), id, "release", Map.of("reason", "险情解除"))
                .statusCode(200)
                .body("operation.status", equalTo("RELEASED"))
                .body("items.outcome", hasItem("RESTORED"));
        status(ordinary.toString())
                .body("status", equalTo("ASSIGNED"))
                .body("order.plate", equalTo(busy.vehicle().plate()));
        act(officer(), id, "release", Map.of("reason", "再次")).statusCode(409).body("code", equalTo("operation-state"));
        Callers.somebody(organisations.shanghai(), "auditor", "SUPERVISOR")
                .get("/api/v1/audit?limit=1000")
                .then()
                .body("items.action", hasItem("preemption-settled"))
                .body("items.action", hasItem("operation-released"));
    }

    /** 合乘: the lead and who rides with it lose their vehicle together, and get it back together. */
    @Test
    void anEmergencyTakesAllWhoRideTogether() {
        Fleet.Crew busy = fleet.car(unit);
        UUID leaders = Workflow.approved(unit, NewRequests.shared(NewRequests.of(unit)));
        UUID lead = UUID.fromString(Workflow.assign(unit, leaders, busy)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        UUID riders = Workflow.approved(unit, NewRequests.shared(NewRequests.of(unit)));
        Workflow.assign(unit, new NewOrder(riders, null, null, lead)).then().statusCode(201);
        String id = mobilisation(1);
        act(officer(), id, "commit", null).statusCode(200).body("items.outcome", contains("OK"));
        status(leaders.toString()).body("status", equalTo("APPROVED"));
        status(riders.toString()).body("status", equalTo("APPROVED"));
        act(officer(), id, "release", Map.of("reason", "险情解除")).statusCode(200);
        String again = status(leaders.toString())
                .body("order.plate", equalTo(busy.vehicle().plate()))
                .extract()
                .path("order.id");
        String rider = status(riders.toString())
                .body("order.plate", equalTo(busy.vehicle().plate()))
                .extract()
                .path("order.id");
        Callers.dispatcher(unit).get("/api/v1/orders/" + rider).then().body("course.ridesWithId", equalTo(again));
    }

    @Test
    void aReleaseThatWasCutShortIsFinished() throws Throwable {
        Fleet.Crew busy = fleet.car(unit);
        UUID ordinary = Workflow.approved(unit);
        Workflow.assign(unit, ordinary, busy).then().statusCode(201);
        String id = mobilisation(1);
        String taken = act(officer(), id, "commit", null).extract().path("items[0].requestId");
        garage.sql("update operation set status = 'RELEASED', ended_reason = '险情解除' where id = ?", UUID.fromString(id));

        VertxContextSupport.subscribeAndAwait(releasing::finish);

        status(taken).body("status", equalTo("CANCELLED"));
        status(ordinary.toString())
                .body("status", equalTo("ASSIGNED"))
                .body("order.plate", equalTo(busy.vehicle().plate()));
        board(id).body("preempted[0].outcome", equalTo("RESTORED"));
    }

    @Test
    void aPreemptedRequestWaitsFirstWhenItsVehicleIsGone() {
        Fleet.Crew busy = fleet.car(unit);
        UUID ordinary = Workflow.approved(unit);
        Workflow.assign(unit, ordinary, busy).then().statusCode(201);
        String id = mobilisation(1);
        act(officer(), id, "commit", null).statusCode(200).body("items.outcome", contains("OK"));
        garage.sql(
                "update vehicle set state = 'OUT_OF_SERVICE' where id = ?",
                busy.vehicle().id());
        act(officer(), id, "release", Map.of("reason", "解除")).body("items.outcome", hasItem("QUEUED"));
        status(ordinary.toString()).body("status", equalTo("APPROVED"));
        assertThat(garage.seen(unit.path(), "select queue_first from use_request where id = ?", ordinary))
                .containsExactly("t");
    }

    @Test
    void neverTakesWhatHasDepartedNorWhatServesAnotherEmergency() {
        Fleet.Crew departed = fleet.car(unit);
        depart(departed, Workflow.ordered(unit, departed));
        String first = mobilisation(1);
        act(officer(), first, "preview", null).body("candidates", hasSize(0)).body("missing", equalTo(1));
        fleet.car(unit);
        act(officer(), first, "commit", null).body("items.outcome", contains("OK"));
        act(officer(), mobilisation(1), "preview", null)
                .body("candidates", hasSize(0))
                .body("missing", equalTo(1));
    }

    @Test
    void neverTakesConfidentialCommunication() {
        Fleet.Crew car = fleet.car(unit);
        garage.sql(
                "update vehicle set category = 'JYTX' where id = ?",
                car.vehicle().id());
        act(officer(), mobilisation(1), "preview", null).body("candidates", hasSize(0));
    }

    @Test
    void draftsOncePerKey() {
        NewOperation form = new NewOperation(unit.id(), "论坛", Plans.of(Plans.transfer("T1", TOMORROW, null)), null);
        String key = "op-" + UUID.randomUUID();
        String first = draft(dispatcher().header("Idempotency-Key", key), form)
                .statusCode(201)
                .extract()
                .path("id");
        draft(dispatcher().header("Idempotency-Key", key), form).statusCode(201).body("id", equalTo(first));
        NewOperation other = new NewOperation(unit.id(), "另一论坛", form.plan(), null);
        draft(dispatcher().header("Idempotency-Key", key), other).statusCode(422);
    }

    @Test
    void namesWhatIsWrong() {
        draft(dispatcher(), new NewOperation(null, "论坛", null, null))
                .statusCode(400)
                .body("field", equalTo("unitId"));
        draft(dispatcher(), new NewOperation(unit.id(), "论坛", null, null))
                .statusCode(400)
                .body("field", equalTo("plan"));
        draft(dispatcher(), new NewOperation(unit.id(), "论坛", Plans.of(Plans.transfer("T1", TOMORROW, 1)), null))
                .statusCode(422)
                .body("code", equalTo("slot-over-capacity"));
        draft(dispatcher(), emergency(1, TOMORROW)).statusCode(403).body("code", equalTo("forbidden"));
        draft(officer(), emergency(1, TOMORROW.minusSeconds(400_000)))
                .statusCode(400)
                .body("field", equalTo("mobilisation.from"));
        draft(officer(), emergency(0, TOMORROW)).statusCode(400).body("field", equalTo("mobilisation.needs.vehicles"));
    }

    @Test
    void isUnknownToAnotherUnit() {
        String id = event(Plans.of(Plans.transfer("T1", TOMORROW, null)));
        RequestSpecification stranger = Callers.somebody(organisations.huangpu(), "stranger", "DISPATCHER");
        stranger.get("/api/v1/operations/" + id).then().statusCode(404).body("code", equalTo("operation-unknown"));
        act(Callers.dispatcher(organisations.huangpu()), id, "commit", null).statusCode(404);
        Callers.requester(unit).get("/api/v1/operations").then().statusCode(403);
        dispatcher().get("/api/v1/operations").then().body("items.number", hasItem(startsWith("HD-310115-")));
    }

    private String event(EventPlan plan) {
        return draft(dispatcher(), new NewOperation(unit.id(), "浦东论坛", plan, null))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String mobilisation(int vehicles) {
        return draft(officer(), emergency(vehicles, TOMORROW.plusSeconds(3600)))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private NewOperation emergency(int vehicles, Instant from) {
        Mobilisation mobilisation = new Mobilisation(
                "防汛抢险",
                new Place("区应急中心", 31.22, 121.54),
                50.0,
                List.of(new Need("N1", 4, vehicles)),
                from,
                from.plusSeconds(7200));
        return new NewOperation(unit.id(), "防汛征调", null, mobilisation);
    }

    private static ValidatableResponse draft(RequestSpecification caller, NewOperation form) {
        return caller.body(form).post("/api/v1/operations").then();
    }

    private ValidatableResponse commit(String id) {
        return act(dispatcher(), id, "commit", null).statusCode(200);
    }

    private static ValidatableResponse decide(RequestSpecification caller, String id, String decision, String reason) {
        Map<String, Object> form = new HashMap<>();
        form.put("decision", decision);
        form.put("reason", reason);
        return act(caller, id, "decision", form);
    }

    private static ValidatableResponse act(RequestSpecification caller, String id, String act, Object body) {
        RequestSpecification given = body == null ? caller : caller.body(body);
        return given.post("/api/v1/operations/" + id + "/" + act).then();
    }

    private ValidatableResponse board(String id) {
        return dispatcher().get("/api/v1/operations/" + id).then().statusCode(200);
    }

    private ValidatableResponse status(String request) {
        return Callers.requester(unit).get("/api/v1/requests/" + request).then().statusCode(200);
    }

    private void depart(Fleet.Crew crew, String order) {
        report(crew, order, "ACCEPT", null);
        report(crew, order, "DEPART", 100L);
    }

    private void report(Fleet.Crew crew, String order, String step, Long odometer_km) {
        Callers.driver(unit, crew.driver().username())
                .body(new Progress(Ids.next(), step, Instant.now(), odometer_km))
                .post("/api/v1/orders/" + order + "/progress")
                .then()
                .statusCode(200);
    }

    private RequestSpecification dispatcher() {
        return Callers.somebody(unit, "dispatcher-" + unit.code(), "DISPATCHER");
    }

    private RequestSpecification approver() {
        return Callers.approver(unit);
    }

    private RequestSpecification officer() {
        return Callers.somebody(unit, "officer-" + unit.code(), "FLEET_OFFICER");
    }
}

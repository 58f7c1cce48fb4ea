package org.motorpool.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.contract.OrderApi.Progress;
import org.motorpool.dispatch.contract.RequestApi.NewDecision;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.RequestDetailApi.Stop;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.Garage;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;

/**
 * Bad input from a request to its settlement, each with its stable code, and nothing half-written. What an expired agreement says is in
 * {@code LendingResourceTest}.
 */
@QuarkusTest
class BadInputTest {

    private static final String REQUESTS = "/api/v1/requests";

    @Inject
    Organisations organisations;

    @Inject
    Garage garage;

    @Inject
    Fleet fleet;

    private Unit unit;

    @BeforeEach
    void aUnit() {
        unit = garage.unit(organisations.pudong());
    }

    @Test
    void aPeriodThatEndsBeforeItStarts() {
        Instant begin = NewRequests.TOMORROW;
        submit(NewRequests.during(NewRequests.of(unit), begin, begin.minusSeconds(1800)))
                .statusCode(400)
                .body("code", equalTo("period-reversed"))
                .body("field", equalTo("returnAt"));
        assertThat(requests()).isEmpty();
    }

    @Test
    void legsThatOverlap() {
        Instant arrive = NewRequests.TOMORROW.plus(Duration.ofMinutes(40));
        Instant again = NewRequests.TOMORROW.plus(Duration.ofMinutes(20));
        submit(NewRequests.via(
                        NewRequests.of(unit),
                        "MULTI_STOP",
                        new Stop(NewRequests.DROPOFF, arrive, arrive.plusSeconds(60)),
                        new Stop(NewRequests.PICKUP, again, again.plusSeconds(60))))
                .statusCode(400)
                .body("code", equalTo("legs-overlap"))
                .body("field", startsWith("itinerary.stops[1]"));
        assertThat(requests()).isEmpty();
    }

    @Test
    void anApproverOfTheirOwnRequest() {
        String id = Callers.somebody(unit, "both", "REQUESTER", "APPROVER")
                .body(NewRequests.of(unit))
                .post(REQUESTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Callers.somebody(unit, "both", "REQUESTER", "APPROVER")
                .body(new NewDecision("APPROVE", null))
                .post(REQUESTS + "/" + id + "/decisions")
                .then()
                .statusCode(403)
                .body("code", equalTo("self-approval"));
        Callers.requester(unit).get(REQUESTS + "/" + id).then().body("status", equalTo("SUBMITTED"));
    }

    @Test
    void aStaleETag() {
        String id = submit(NewRequests.of(unit)).statusCode(201).extract().path("id");
        Callers.approver(unit)
                .header("If-Match", "\"99\"")
                .body(new NewDecision("APPROVE", null))
                .post(REQUESTS + "/" + id + "/decisions")
                .then()
                .statusCode(412)
                .body("code", equalTo("version-stale"));
        Callers.requester(unit).get(REQUESTS + "/" + id).then().body("status", equalTo("SUBMITTED"));
    }

    @Test
    void aKeyThatComesAgainWithAnotherBody() {
        String key = "bad-" + UUID.randomUUID();
        submit(key, NewRequests.of(unit)).statusCode(201);
        submit(key, NewRequests.withPurpose(NewRequests.of(unit), "另一事由"))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void anOdometerThatGoesBackwards() {
        Fleet.Crew crew = fleet.car(unit);
        String order = Workflow.ordered(unit, crew);
        report(crew, order, "ACCEPT", null).statusCode(200);
        report(crew, order, "DEPART", 1000L).statusCode(200);
        report(crew, order, "ARRIVE", null).statusCode(200);
        report(crew, order, "RETURN", 999L)
                .statusCode(400)
                .body("code", equalTo("odometer-reversed"))
                .body("field", equalTo("odometer_km"));
        Callers.dispatcher(unit).get("/api/v1/orders/" + order).then().body("status", equalTo("ARRIVED"));
        assertThat(garage.seen(
                        unit.path(),
                        "select id from odometer_reading where vehicle_id = ?",
                        crew.vehicle().id()))
                .hasSize(1);
    }

    @Test
    void anExpenseInTheFuture() {
        Fleet.Crew crew = fleet.car(unit);
        Map<String, Object> expense = new HashMap<>(Map.of(
                "vehicleId",
                crew.vehicle().id(),
                "noOrderReason",
                "年检",
                "kind",
                "INSPECTION",
                "incurredAt",
                Instant.now().plus(Duration.ofDays(1)).toString(),
                "amount_fen",
                100,
                "supplier",
                "检测站",
                "designated",
                true));
        Callers.dispatcher(unit)
                .body(expense)
                .post("/api/v1/expenses")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-input"))
                .body("field", equalTo("incurredAt"));
        assertThat(garage.seen(
                        unit.path(),
                        "select id from expense where vehicle_id = ?",
                        crew.vehicle().id()))
                .isEmpty();
    }

    @Test
    void aRequestAcrossRegionsWithoutAnAgreement() {
        garage.sql("""
                insert into region (code, name, level, parent_code) values ('110000', '北京市', 'PROVINCE', '100000')
                on conflict do nothing""");
        UUID request = Workflow.approved(unit, NewRequests.hostedBy(NewRequests.of(unit), "110000"));
        Callers.dispatcher(unit)
                .body(Map.of("requestId", request, "contact", "张三"))
                .post("/api/v1/cross-region-services")
                .then()
                .statusCode(422)
                .body("code", equalTo("agreement-missing"));
        assertThat(garage.seen(unit.path(), "select id from service_case where request_id = ?", request))
                .isEmpty();
        Callers.requester(unit).get(REQUESTS + "/" + request).then().body("status", equalTo("APPROVED"));
    }

    private ValidatableResponse submit(NewRequest request) {
        return Callers.requester(unit).body(request).post(REQUESTS).then();
    }

    private ValidatableResponse submit(String key, NewRequest request) {
        return Callers.requester(unit)
                .header("Idempotency-Key", key)
                .body(request)
                .post(REQUESTS)
                .then();
    }

    private List<String> requests() {
        return garage.seen(unit.path(), "select id from use_request where unit_id = ?", unit.id());
    }

    private ValidatableResponse report(Fleet.Crew crew, String order, String step, Long odometer_km) {
        return Callers.driver(unit, crew.driver().username())
                .body(new Progress(Ids.next(), step, Instant.now(), odometer_km))
                .post("/api/v1/orders/" + order + "/progress")
                .then();
    }
}

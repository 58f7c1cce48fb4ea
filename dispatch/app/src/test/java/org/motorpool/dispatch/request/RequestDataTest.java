package org.motorpool.dispatch.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.contract.HoldRuleApi.NewHoldRule;
import org.motorpool.dispatch.contract.RequestApi.NewDecision;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.RequestDetailApi.Stop;
import org.motorpool.dispatch.contract.RequestSeriesApi.NewSeries;
import org.motorpool.dispatch.contract.RequestSeriesApi.WeeklyRule;
import org.motorpool.dispatch.contract.RequestTemplateApi.FromTemplate;
import org.motorpool.dispatch.contract.RequestTemplateApi.NewTemplate;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;

@QuarkusTest
class RequestDataTest {

    private static final String REQUESTS = "/api/v1/requests";
    private static final Instant TOMORROW = NewRequests.TOMORROW;

    @Inject
    Organisations organisations;

    @Inject
    Offices offices;

    @Inject
    Fleet fleet;

    @Inject
    Deadlines deadlines;

    private Unit huangpu;
    private Unit office;

    @BeforeEach
    void units() {
        huangpu = organisations.huangpu();
        office = offices.department();
    }

    @Test
    void keepsTheItinerary() {
        Stop stop = new Stop(NewRequests.DROPOFF, TOMORROW.plusSeconds(3600), TOMORROW.plusSeconds(7200));
        String id = submit(NewRequests.via(NewRequests.of(office), "RETURN_WITH_WAIT", stop))
                .statusCode(201)
                .extract()
                .path("id");
        Callers.requester(office)
                .get(REQUESTS + "/" + id)
                .then()
                .body("details.itinerary.kind", equalTo("RETURN_WITH_WAIT"))
                .body(
                        "details.itinerary.stops[0].arriveAt",
                        equalTo(stop.arriveAt().toString()))
                .body("details.estimatedDistance_km", notNullValue());
    }

    @Test
    void refusesLegsThatOverlap() {
        Stop one = new Stop(NewRequests.DROPOFF, TOMORROW.plusSeconds(3600), TOMORROW.plusSeconds(7200));
        submit(NewRequests.via(NewRequests.of(office), "MULTI_STOP", one, one))
                .statusCode(400)
                .body("code", equalTo("legs-overlap"))
                .body("field", equalTo("itinerary.stops[1].arriveAt"));
    }

    @Test
    void checksWithoutWriting() {
        NewRequest misuse =
                NewRequests.withPurposeClass(NewRequests.withCategory(NewRequests.of(office), "JYTX"), "MEETING");
        Callers.requester(office)
                .body(misuse)
                .post(REQUESTS + "/check")
                .then()
                .statusCode(200)
                .body("findings.find { it.rule == 'CATEGORY_PURPOSE' }.severity", equalTo("REFUSE"))
                .body("findings.find { it.rule == 'CATEGORY_PURPOSE' }.clause", notNullValue())
                .body("capacity", nullValue());
        Callers.requester(office).get(REQUESTS).then().body("items", hasSize(0));
        submit(misuse)
                .statusCode(422)
                .body("code", equalTo("request-refused"))
                .body("violations.rule", hasItem("CATEGORY_PURPOSE"));
        Callers.requester(huangpu)
                .body(misuse)
                .post(REQUESTS + "/check")
                .then()
                .statusCode(404)
                .body("code", equalTo("unit-unknown"));
    }

    @Test
    void refusesAPurposeNobodyKnows() {
        submit(NewRequests.withPurposeClass(NewRequests.of(office), "HOLIDAY_TRIP"))
                .statusCode(400)
                .body("field", equalTo("purposeClass"));
    }

    @Test
    void holdsTheLastVehicleUntilItsTimeIsOver() {
        offices.hold(office);
        fleet.car(office);
        String first = submit(NewRequests.justified(NewRequests.of(office), "特殊工作需要"))
                .statusCode(201)
                .body("heldUntil", notNullValue())
                .body("holdExpiry", equalTo("LAPSE"))
                .extract()
                .path("id");
        submit(NewRequests.of(office))
                .statusCode(422)
                .body("code", equalTo("justification-required"))
                .body("field", equalTo("justification"))
                .body("violations.rule", hasItem("CAPACITY"));
        String second = submit(NewRequests.justified(NewRequests.of(office), "可改用租赁车辆"))
                .statusCode(201)
                .body("heldUntil", nullValue())
                .body("details.findings.rule", hasItem("CAPACITY"))
                .extract()
                .path("id");
        Callers.requester(office)
                .body(NewRequests.of(office))
                .post(REQUESTS + "/check")
                .then()
                .body("capacity.vehicles", equalTo(1))
                .body("capacity.held", equalTo(1))
                .body("capacity.remaining", equalTo(0));
        Offices.await(deadlines.run(Instant.now().plus(Duration.ofHours(25))));
        status(first).body("status", equalTo("REJECTED"));
        status(second).body("status", equalTo("SUBMITTED"));
    }

    @Test
    void letsOneOfManyHoldTheLastVehicle() throws InterruptedException {
        offices.hold(office);
        fleet.car(office);
        NewRequest wanted = NewRequests.justified(NewRequests.of(office), "可改用租赁车辆");
        List<Callable<Boolean>> attempts = Collections.nCopies(
                8, () -> submit(wanted).statusCode(201).extract().path("heldUntil") != null);
        try (ExecutorService together = Executors.newFixedThreadPool(8)) {
            long held = together.invokeAll(attempts).stream()
                    .filter(RequestDataTest::outcome)
                    .count();
            assertThat(held).isEqualTo(1);
        }
    }

    private static boolean outcome(Future<Boolean> attempt) {
        try {
            return attempt.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void tellsOfAnotherProvinceWithoutAnAgreement() {
        NewRequest abroad = NewRequests.hostedBy(NewRequests.of(office), "100000");
        Callers.requester(office)
                .body(abroad)
                .post(REQUESTS + "/check")
                .then()
                .statusCode(200)
                .body("findings.find { it.rule == 'agreement-missing' }.clause", notNullValue());
        submit(NewRequests.justified(abroad, "协议正在签订"))
                .statusCode(201)
                .body("details.findings.rule", hasItem("agreement-missing"));
    }

    @Test
    void keepsHoldRulesToTheirUnit() {
        LocalDate today = Days.today(Clock.systemUTC());
        NewHoldRule wanted = new NewHoldRule(office.id(), 48, "KEEP", "INFO", "占用规则", today, null);
        String id = Callers.somebody(office, "fleet", "FLEET_OFFICER")
                .body(wanted)
                .post(REQUESTS + "/hold-rules")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Callers.somebody(office, "fleet", "FLEET_OFFICER")
                .body(wanted)
                .post(REQUESTS + "/hold-rules")
                .then()
                .statusCode(409)
                .body("code", equalTo("hold-rule-overlap"));
        Callers.somebody(huangpu, "fleet", "FLEET_OFFICER")
                .body(wanted)
                .post(REQUESTS + "/hold-rules")
                .then()
                .statusCode(404);
        Callers.requester(office).get(REQUESTS + "/hold-rules").then().body("items.id", hasItem(id));
        Callers.requester(huangpu).get(REQUESTS + "/hold-rules").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void makesOneLinkedRequestPerDayAndDecidesThemAsOne() {
        NewSeries wanted = new NewSeries(
                NewRequests.justified(NewRequests.of(office), "节前例会"), new WeeklyRule(null, null, null, 3, null));
        String id = Callers.requester(office)
                .body(wanted)
                .post(REQUESTS + "/series")
                .then()
                .statusCode(201)
                .body("requests", hasSize(3))
                .body(
                        "requests[1].departAt",
                        equalTo(TOMORROW.plus(Duration.ofDays(7)).toString()))
                .extract()
                .path("id");
        Callers.requester(huangpu).get(REQUESTS + "/series/" + id).then().statusCode(404);
        Callers.approver(office)
                .body(new NewDecision("APPROVE", null))
                .post(REQUESTS + "/series/" + id + "/decisions")
                .then()
                .statusCode(200)
                .body("requests.status", everyItem(is("APPROVED")))
                .body("requests.seriesId", everyItem(is(id)));
        Callers.requester(office)
                .post(REQUESTS + "/series/" + id + "/cancel")
                .then()
                .statusCode(200)
                .body("requests.status", everyItem(is("CANCELLED")));
    }

    @Test
    void refusesASeriesThatRunsIntoItself() {
        NewRequest long_ = NewRequests.during(NewRequests.of(office), TOMORROW, TOMORROW.plus(Duration.ofDays(8)));
        Callers.requester(office)
                .body(new NewSeries(NewRequests.justified(long_, "驻点"), new WeeklyRule(null, null, null, 2, null)))
                .post(REQUESTS + "/series")
                .then()
                .statusCode(400)
                .body("code", equalTo("legs-overlap"));
    }

    @Test
    void turnsATemplateIntoARequestInOneCall() {
        String owner = "owner-" + office.code().toLowerCase();
        String template = Callers.somebody(office, owner, "REQUESTER")
                .body(new NewTemplate("例会", NewRequests.of(office)))
                .post(REQUESTS + "/templates")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Callers.somebody(office, owner, "REQUESTER")
                .body(new NewTemplate("例会", NewRequests.of(office)))
                .post(REQUESTS + "/templates")
                .then()
                .statusCode(409)
                .body("code", equalTo("template-exists"));
        Instant departAt = TOMORROW.plus(Duration.ofDays(2));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            Callers.somebody(office, owner, "REQUESTER")
                    .header("Idempotency-Key", key)
                    .body(new FromTemplate(departAt, departAt.plusSeconds(3600), "专题会", null, "特殊需要"))
                    .post(REQUESTS + "/templates/" + template + "/requests")
                    .then()
                    .statusCode(201)
                    .body("purpose", equalTo("专题会"))
                    .body("departAt", equalTo(departAt.toString()));
        }
        Callers.somebody(office, owner, "REQUESTER").get(REQUESTS).then().body("items", hasSize(1));
        Callers.requester(office)
                .get(REQUESTS + "/templates/" + template)
                .then()
                .statusCode(404);
        Callers.somebody(office, owner, "REQUESTER")
                .header("If-Match", "\"7\"")
                .body(new NewTemplate("周会", NewRequests.of(office)))
                .put(REQUESTS + "/templates/" + template)
                .then()
                .statusCode(412);
        Callers.somebody(office, owner, "REQUESTER")
                .delete(REQUESTS + "/templates/" + template)
                .then()
                .statusCode(204);
    }

    @Test
    void remembersFrequentPlaces() {
        String owner = "traveller-" + office.code().toLowerCase();
        String kept = Callers.somebody(office, owner, "REQUESTER")
                .body(NewRequests.DROPOFF)
                .post(REQUESTS + "/places")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Callers.somebody(office, owner, "REQUESTER")
                .body(NewRequests.justified(NewRequests.of(office), "特殊需要"))
                .post(REQUESTS)
                .then()
                .statusCode(201);
        Callers.somebody(office, owner, "REQUESTER")
                .get(REQUESTS + "/places")
                .then()
                .statusCode(200)
                .body("items.place.name", contains(NewRequests.DROPOFF.name(), NewRequests.PICKUP.name()))
                .body("items.uses", contains(1, 1))
                .body("items[0].id", equalTo(kept));
        Callers.requester(office).delete(REQUESTS + "/places/" + kept).then().statusCode(404);
        Callers.somebody(office, owner, "REQUESTER")
                .delete(REQUESTS + "/places/" + kept)
                .then()
                .statusCode(204);
    }

    private ValidatableResponse submit(NewRequest request) {
        return Callers.requester(office).body(request).post(REQUESTS).then();
    }

    private ValidatableResponse status(String id) {
        return Callers.requester(office).get(REQUESTS + "/" + id).then().statusCode(200);
    }
}

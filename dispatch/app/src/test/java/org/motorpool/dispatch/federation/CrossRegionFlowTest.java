package org.motorpool.dispatch.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.contract.OrderApi.Progress;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;
import org.motorpool.dispatch.tracking.TrackingService;
import org.motorpool.dispatch.trip.FakeTelematics;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;

/** Somebody of Pudong is driven in Nanjing: inquiry, offer, booking, execution, settlement; also over a bad line. */
@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class CrossRegionFlowTest {

    private static final String ROOT = "/api/v1/cross-region-services/";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Pacts pacts;

    @Inject
    UnreliablePeer line;

    @Inject
    TrackingService tracking;

    private Unit pudong;
    private Unit nanjing;

    @BeforeEach
    void anAgreement() {
        pudong = organisations.pudong();
        nanjing = fleet.nanjing();
        pacts.between(organisations.shanghai(), nanjing, LONG_AGO, LocalDate.of(2099, 1, 1));
    }

    @AfterEach
    void aGoodLine() {
        line.turnBad(false);
    }

    @Test
    void goesFromInquiryToSettlementAndBothLedgersAgree() {
        drive();
    }

    @Test
    void goesTheSameWayOverALineThatLosesDoublesAndReorders() {
        line.turnBad(true);
        drive();
    }

    private void drive() {
        UUID request = approved();
        String home = inquired(request);
        String host = hostOf(home);
        at(nanjing, host)
                .body("role", equalTo("HOST"))
                .body("inquiry.purpose", nullValue())
                .body("inquiry.passengers", equalTo(2));
        at(pudong, home + "/position").statusCode(404).body("code", equalTo("position-unavailable"));
        act(nanjing, host, "offer", offer()).statusCode(200);
        until(pudong, home, "OFFERED");
        act(pudong, home, "book", null).statusCode(200).body("status", equalTo("BOOKING"));
        until(pudong, home, "BOOKED");
        Fleet.Crew crew = fleet.car(nanjing);
        String order = Workflow.assign(nanjing, UUID.fromString(path(nanjing, host, "requestId")), crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        until(pudong, home, "ASSIGNED");
        requestOf(request)
                .body("order.plate", equalTo(crew.vehicle().plate()))
                .body("sharing", equalTo("CROSS_REGION"));
        report(crew, order, "ACCEPT", null);
        report(crew, order, "DEPART", 1000L);
        until(pudong, home, "UNDERWAY");
        seen(crew);
        await().atMost(PATIENCE)
                .until(() -> dispatcher(pudong).get(ROOT + home + "/position").statusCode() == 200);
        report(crew, order, "ARRIVE", null);
        report(crew, order, "RETURN", 1030L);
        until(pudong, home, "COMPLETED");
        at(pudong, home + "/position").statusCode(404);
        await().atMost(PATIENCE).until(() -> path(pudong, home, "evidence.odometerEnd_km") != null);
        act(pudong, home, "confirm-use", null).statusCode(200);
        until(pudong, home, "BILLED");
        settle(home, host);
        requestOf(request).body("status", equalTo("CLOSED"));
    }

    /** 12.345 km at 1.80 CNY are 22.22 CNY. */
    private void settle(String home, String host) {
        at(pudong, home).body("bill_fen", equalTo(2222)).body("billDiffers", equalTo(false));
        officerActs(pudong, home, "confirm-bill", Map.of("total_fen", 2221))
                .statusCode(409)
                .body("code", equalTo("bill-differs"));
        officerActs(pudong, home, "dispute", Map.of("position", 1, "reason", "里程不符"))
                .statusCode(200);
        officerActs(pudong, home, "dispute", Map.of("position", 1, "reason", "里程不符"))
                .statusCode(409)
                .body("code", equalTo("dispute-exists"));
        until(nanjing, host, "DISPUTED");
        officerActs(nanjing, host, "answer-dispute", Map.of("position", 1, "credit_fen", 2223, "resolution", "认可"))
                .statusCode(422)
                .body("code", equalTo("credit-exceeds-line"));
        officerActs(nanjing, host, "answer-dispute", Map.of("position", 1, "credit_fen", 222, "resolution", "认可"))
                .statusCode(200);
        until(pudong, home, "CONFIRMED");
        until(nanjing, host, "CONFIRMED");
        officerActs(nanjing, host, "settle", Map.of("voucherNumber", "记-9")).statusCode(200);
        until(pudong, home, "SETTLED");
        at(pudong, home).body("bill_fen", equalTo(2000)).body("settled.voucherNumber", equalTo("记-9"));
        officer(pudong).post(ROOT + home + "/reconciliation").then().statusCode(202);
        await().atMost(PATIENCE)
                .until(() ->
                        officer(pudong).get(ROOT + home + "/reconciliation").path("agrees") != null);
        officer(pudong)
                .get(ROOT + home + "/reconciliation")
                .then()
                .body("agrees", equalTo(true))
                .body("own_fen", equalTo(2000))
                .body("peer_fen", equalTo(2000));
    }

    @Test
    void cancelsABookingAndTheRequestWaitsAgain() {
        UUID request = approved();
        String home = booked(request);
        act(pudong, home, "cancel", Map.of("reason", "会议改期")).statusCode(200).body("status", equalTo("CANCELLING"));
        until(pudong, home, "CANCELLED");
        requestOf(request).body("status", equalTo("APPROVED")).body("order", nullValue());
        until(nanjing, hostOf(home), "CANCELLED");
        act(pudong, home, "book", null).statusCode(409).body("code", equalTo("case-state"));
    }

    @Test
    void asksOneAuthorityAtATimeAndNobodyElseAssignsABookedRequest() {
        UUID request = approved();
        String home = booked(request);
        dispatcher(pudong)
                .body(Map.of("requestId", request, "contact", "张三 139"))
                .post(ROOT)
                .then()
                .statusCode(409)
                .body("code", equalTo("request-state"));
        Workflow.assign(pudong, request, fleet.car(pudong))
                .then()
                .statusCode(409)
                .body("code", equalTo("request-state"));
        UUID other = approved();
        inquired(other);
        dispatcher(pudong)
                .body(Map.of("requestId", other, "contact", "李四 139"))
                .post(ROOT)
                .then()
                .statusCode(409)
                .body("code", equalTo("case-open"));
        assertThat(home).isNotEmpty();
    }

    @Test
    void declinesWithAReasonAndIsKnownToItsOwnSideOnly() {
        String home = inquired(approved());
        String host = hostOf(home);
        act(pudong, home, "decline", Map.of("reason", "无车")).statusCode(409).body("code", equalTo("case-role"));
        act(nanjing, home, "decline", Map.of("reason", "无车")).statusCode(404).body("code", equalTo("case-unknown"));
        at(pudong, host).statusCode(404).body("code", equalTo("case-unknown"));
        at(organisations.huangpu(), home).statusCode(404);
        act(nanjing, host, "decline", Map.of()).statusCode(400).body("field", equalTo("reason"));
        act(nanjing, host, "decline", Map.of("reason", "无车")).statusCode(200);
        until(pudong, home, "DECLINED");
        at(pudong, home).body("reason", equalTo("无车"));
        act(nanjing, host, "offer", offer()).statusCode(409).body("code", equalTo("case-state"));
    }

    @Test
    void namesWhatIsWrong() {
        String home = inquired(approved());
        String host = hostOf(home);
        act(nanjing, host, "offer", Map.of("estimate_fen", 1, "expiresAt", "2020-01-01T00:00:00Z"))
                .statusCode(400)
                .body("field", equalTo("expiresAt"));
        act(
                        nanjing,
                        host,
                        "offer",
                        Map.of(
                                "estimate_fen",
                                -1,
                                "expiresAt",
                                Instant.now().plusSeconds(60).toString()))
                .statusCode(400)
                .body("field", equalTo("estimate_fen"));
        act(pudong, home, "book", null).statusCode(409).body("code", equalTo("case-state"));
        dispatcher(pudong)
                .header("If-Match", "\"99\"")
                .body(Map.of("reason", "x"))
                .post(ROOT + home + "/cancel")
                .then()
                .statusCode(412)
                .body("code", equalTo("version-stale"));
        String key = Ids.next().toString();
        dispatcher(pudong)
                .header("Idempotency-Key", key)
                .body(Map.of("reason", "改期"))
                .post(ROOT + home + "/cancel")
                .then()
                .statusCode(200);
        dispatcher(pudong)
                .header("Idempotency-Key", key)
                .body(Map.of("reason", "别的"))
                .post(ROOT + home + "/cancel")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        dispatcher(pudong)
                .body(Map.of("contact", "x"))
                .post(ROOT)
                .then()
                .statusCode(400)
                .body("field", equalTo("requestId"));
        dispatcher(pudong)
                .body(Map.of("requestId", Workflow.approved(pudong), "contact", "张三"))
                .post(ROOT)
                .then()
                .statusCode(409)
                .body("code", equalTo("host-region-missing"));
    }

    @Test
    void theShortPathIsChargedByTheAgreementsTariff() {
        UUID agreement = pacts.between(organisations.shanghai(), nanjing, LONG_AGO, LocalDate.of(2098, 1, 1));
        Fleet.Crew crew = fleet.car(nanjing);
        UUID request = approved();
        String order = Workflow.assign(organisations.nation(), request, crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        pacts.basis(order, agreement);
        report(crew, order, "ACCEPT", null);
        report(crew, order, "DEPART", 1000L);
        report(crew, order, "ARRIVE", null);
        report(crew, order, "RETURN", 1013L);
        await().atMost(PATIENCE).until(() -> chargeOf(order) != null);
        officer(nanjing)
                .get("/api/v1/settlements/charges/" + chargeOf(order))
                .then()
                .statusCode(200)
                .body("kind", equalTo("USE"))
                .body("mode", equalTo("PER_USE"))
                .body("total_fen", equalTo(2222))
                .body("lines[0].component", equalTo("DISTANCE"));
        officer(organisations.shanghai())
                .get("/api/v1/settlements/charges/" + chargeOf(order))
                .then()
                .statusCode(200);
        officer(pudong)
                .get("/api/v1/settlements/charges/" + chargeOf(order))
                .then()
                .statusCode(404);
    }

    private String chargeOf(String order) {
        JsonPath charges = officer(nanjing)
                .get("/api/v1/settlements/charges?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return charges.getString("items.find { it.orderId == '%s' }?.id".formatted(order));
    }

    private UUID approved() {
        return Workflow.approved(
                pudong,
                NewRequests.hostedBy(
                        NewRequests.during(
                                NewRequests.of(pudong),
                                Instant.now().plus(Duration.ofHours(1)),
                                Instant.now().plus(Duration.ofHours(3))),
                        "320100"));
    }

    private String inquired(UUID request) {
        return dispatcher(pudong)
                .body(Map.of("requestId", request, "contact", "张三 13900000000"))
                .post(ROOT)
                .then()
                .statusCode(201)
                .body("status", equalTo("INQUIRED"))
                .body("role", equalTo("HOME"))
                .extract()
                .path("id");
    }

    private String booked(UUID request) {
        String home = inquired(request);
        act(nanjing, hostOf(home), "offer", offer()).statusCode(200);
        until(pudong, home, "OFFERED");
        act(pudong, home, "book", null).statusCode(200);
        until(pudong, home, "BOOKED");
        return home;
    }

    private static Map<String, Object> offer() {
        return Map.of(
                "estimate_fen",
                5000,
                "expiresAt",
                Instant.now().plus(Duration.ofMinutes(30)).toString());
    }

    /** The host's own row of the case. */
    private String hostOf(String home) {
        String shared = path(pudong, home, "caseId");
        String find = "items.find { it.caseId == '%s' && it.role == 'HOST' }?.id".formatted(shared);
        await().atMost(PATIENCE).until(() -> hosted(find) != null);
        return hosted(find);
    }

    private String hosted(String find) {
        return dispatcher(nanjing)
                .get(ROOT + "?limit=1000")
                .then()
                .extract()
                .jsonPath()
                .getString(find);
    }

    private static void until(Unit unit, String id, String status) {
        await("%s %s".formatted(unit.code(), status))
                .atMost(PATIENCE)
                .until(() -> path(unit, id, "status"), status::equals);
    }

    private static String path(Unit unit, String id, String path) {
        return dispatcher(unit)
                .get(ROOT + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString(path);
    }

    private static ValidatableResponse at(Unit unit, String path) {
        return dispatcher(unit).get(ROOT + path).then();
    }

    private ValidatableResponse requestOf(UUID request) {
        return dispatcher(pudong).get("/api/v1/requests/" + request).then().statusCode(200);
    }

    private static ValidatableResponse act(Unit unit, String id, String act, Object body) {
        RequestSpecification by = dispatcher(unit);
        return (body == null ? by : by.body(body)).post(ROOT + id + "/" + act).then();
    }

    private static ValidatableResponse officerActs(Unit unit, String id, String act, Object body) {
        return officer(unit).body(body).post(ROOT + id + "/" + act).then();
    }

    private static RequestSpecification dispatcher(Unit unit) {
        return Callers.dispatcher(unit);
    }

    private static RequestSpecification officer(Unit unit) {
        return Callers.somebody(unit, "officer-" + unit.code().toLowerCase(), "FLEET_OFFICER");
    }

    private void report(Fleet.Crew crew, String order, String step, Long odometer_km) {
        Callers.driver(nanjing, crew.driver().username())
                .body(new Progress(Ids.next(), step, Instant.now(), odometer_km))
                .post("/api/v1/orders/" + order + "/progress")
                .then()
                .statusCode(200);
    }

    private void seen(Fleet.Crew crew) {
        Instant now = Instant.now();
        tracking.on(
                new PositionReported(Ids.next(), crew.vehicle().id(), now, now, 32.06, 118.8, 10, 40, 90, -1, 0, 3));
    }
}

package org.motorpool.dispatch.federation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.motorpool.dispatch.assignment.Driving;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.contract.FederationApi.NewInquiry;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;
import org.motorpool.dispatch.trip.Tolls;

/** Object mother: a guest of Pudong in Nanjing, from the request to the booking, as both sides see it. */
@ApplicationScoped
class Guest {

    static final String ROOT = "/api/v1/cross-region-services/";
    static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final AtomicInteger AGREED = new AtomicInteger();
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final Organisations organisations;
    private final Fleet fleet;
    private final Pacts pacts;

    Guest(Organisations organisations, Fleet fleet, Pacts pacts) {
        this.organisations = organisations;
        this.fleet = fleet;
        this.pacts = pacts;
    }

    /** An agreement of the two that ends at that time. */
    UUID agreed(LocalDate to) {
        return pacts.between(organisations.shanghai(), fleet.nanjing(), LONG_AGO, to);
    }

    /** An agreement with Hangzhou that is settled in this mode; it ends after all before, so it is the one that covers a use. */
    UUID agreed(String mode) {
        LocalDate to = LocalDate.of(2099, 1, 1).plusDays(AGREED.incrementAndGet());
        return pacts.between(organisations.shanghai(), fleet.hangzhou(), LONG_AGO, to, mode);
    }

    UUID approved() {
        return approved("320100");
    }

    UUID approved(String hostRegionCode) {
        return Workflow.approved(
                organisations.pudong(),
                NewRequests.hostedBy(
                        NewRequests.during(
                                NewRequests.of(organisations.pudong()),
                                Instant.now().plus(Duration.ofHours(1)),
                                Instant.now().plus(Duration.ofHours(3))),
                        hostRegionCode));
    }

    String inquired(UUID request) {
        return inquired(new NewInquiry(request, "张三 13900000000", null, null));
    }

    String inquired(NewInquiry inquiry) {
        return dispatcher(organisations.pudong())
                .body(inquiry)
                .post(ROOT)
                .then()
                .statusCode(201)
                .body("status", equalTo("INQUIRED"))
                .body("role", equalTo("HOME"))
                .extract()
                .path("id");
    }

    String booked(UUID request) {
        return booked(request, fleet.nanjing());
    }

    String booked(UUID request, Unit host) {
        return booked(inquired(request), host);
    }

    String booked(String home, Unit host) {
        act(host, hostOf(home, host), "offer", offer()).statusCode(200);
        until(organisations.pudong(), home, "OFFERED");
        act(organisations.pudong(), home, "book", null).statusCode(200);
        until(organisations.pudong(), home, "BOOKED");
        return home;
    }

    /** Driven by this vehicle for as far as telematics says, and billed; the order. */
    String billed(String home, Unit host, Fleet.Crew crew) {
        UUID guests = UUID.fromString(path(host, hostOf(home, host), "requestId"));
        String order = Workflow.assign(host, guests, crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Driving.depart(host, crew, order, 1000);
        Driving.comeBack(host, crew, order, 1030);
        await().atMost(PATIENCE).until(() -> path(organisations.pudong(), home, "evidence.odometerEnd_km") != null);
        act(organisations.pudong(), home, "confirm-use", null).statusCode(200);
        until(organisations.pudong(), home, "BILLED");
        return order;
    }

    /** A toll on the way; the expense. */
    static String toll(Unit host, Fleet.Crew crew, String order, int amount_fen) {
        return Tolls.record(officer(host), crew, order, amount_fen);
    }

    /** The host's own row of the case. */
    String hostOf(String home) {
        return hostOf(home, fleet.nanjing());
    }

    String hostOf(String home, Unit host) {
        String shared = path(organisations.pudong(), home, "caseId");
        String find = "items.find { it.caseId == '%s' && it.role == 'HOST' }?.id".formatted(shared);
        await().atMost(PATIENCE).until(() -> hosted(host, find) != null);
        return hosted(host, find);
    }

    private static String hosted(Unit host, String find) {
        return dispatcher(host)
                .get(ROOT + "?limit=1000")
                .then()
                .extract()
                .jsonPath()
                .getString(find);
    }

    ValidatableResponse requestOf(UUID request) {
        return dispatcher(organisations.pudong())
                .get("/api/v1/requests/" + request)
                .then()
                .statusCode(200);
    }

    static Map<String, Object> offer() {
        return Map.of(
                "estimate_fen",
                5000,
                "expiresAt",
                Instant.now().plus(Duration.ofMinutes(30)).toString());
    }

    static void until(Unit unit, String id, String status) {
        await("%s %s".formatted(unit.code(), status))
                .atMost(PATIENCE)
                .until(() -> path(unit, id, "status"), status::equals);
    }

    static String path(Unit unit, String id, String path) {
        return dispatcher(unit)
                .get(ROOT + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString(path);
    }

    static ValidatableResponse at(Unit unit, String path) {
        return dispatcher(unit).get(ROOT + path).then();
    }

    static ValidatableResponse act(Unit unit, String id, String act, Object body) {
        RequestSpecification by = dispatcher(unit);
        return (body == null ? by : by.body(body)).post(ROOT + id + "/" + act).then();
    }

    static ValidatableResponse officerActs(Unit unit, String id, String act, Object body) {
        return officer(unit).body(body).post(ROOT + id + "/" + act).then();
    }

    static RequestSpecification dispatcher(Unit unit) {
        return Callers.dispatcher(unit);
    }

    static RequestSpecification officer(Unit unit) {
        return Callers.somebody(unit, "officer-" + unit.code().toLowerCase(), "FLEET_OFFICER");
    }
}

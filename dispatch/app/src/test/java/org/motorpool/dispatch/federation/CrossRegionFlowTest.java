package org.motorpool.dispatch.federation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
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
import org.motorpool.dispatch.tracking.TrackingService;
import org.motorpool.dispatch.trip.FakeTelematics;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;

/** Somebody of Pudong is driven in Nanjing: inquiry, offer, booking, execution, settlement; also over a bad line. */
@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class CrossRegionFlowTest {

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Pacts pacts;

    @Inject
    Guest guest;

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
        guest.agreed(LocalDate.of(2099, 1, 1));
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
        UUID request = guest.approved();
        String home = guest.inquired(request);
        String host = guest.hostOf(home);
        Guest.at(nanjing, host)
                .body("role", equalTo("HOST"))
                .body("inquiry.purpose", nullValue())
                .body("inquiry.passengers", equalTo(2));
        Guest.at(pudong, home + "/position").statusCode(404).body("code", equalTo("position-unavailable"));
        Guest.act(nanjing, host, "offer", Guest.offer()).statusCode(200);
        Guest.until(pudong, home, "OFFERED");
        Guest.act(pudong, home, "book", null).statusCode(200).body("status", equalTo("BOOKING"));
        Guest.until(pudong, home, "BOOKED");
        Fleet.Crew crew = fleet.car(nanjing);
        String order = Workflow.assign(nanjing, UUID.fromString(Guest.path(nanjing, host, "requestId")), crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Guest.until(pudong, home, "ASSIGNED");
        guest.requestOf(request)
                .body("order.plate", equalTo(crew.vehicle().plate()))
                .body("sharing", equalTo("CROSS_REGION"));
        report(crew, order, "ACCEPT", null);
        report(crew, order, "DEPART", 1000L);
        Guest.until(pudong, home, "UNDERWAY");
        seen(crew);
        await().atMost(Guest.PATIENCE)
                .until(() -> Guest.dispatcher(pudong)
                                .get(Guest.ROOT + home + "/position")
                                .statusCode()
                        == 200);
        report(crew, order, "ARRIVE", null);
        report(crew, order, "RETURN", 1030L);
        Guest.until(pudong, home, "COMPLETED");
        Guest.at(pudong, home + "/position").statusCode(404);
        await().atMost(Guest.PATIENCE).until(() -> Guest.path(pudong, home, "evidence.odometerEnd_km") != null);
        Guest.act(pudong, home, "confirm-use", null).statusCode(200);
        Guest.until(pudong, home, "BILLED");
        settle(home, host);
        guest.requestOf(request).body("status", equalTo("CLOSED"));
    }

    /** 12.345 km at 1.80 CNY are 22.22 CNY. */
    private void settle(String home, String host) {
        Guest.at(pudong, home).body("bill_fen", equalTo(2222)).body("billDiffers", equalTo(false));
        Guest.officerActs(pudong, home, "confirm-bill", Map.of("total_fen", 2221))
                .statusCode(409)
                .body("code", equalTo("bill-differs"));
        Guest.officerActs(pudong, home, "dispute", Map.of("position", 1, "reason", "里程不符"))
                .statusCode(200);
        Guest.officerActs(pudong, home, "dispute", Map.of("position", 1, "reason", "里程不符"))
                .statusCode(409)
                .body("code", equalTo("dispute-exists"));
        Guest.until(nanjing, host, "DISPUTED");
        Guest.officerActs(
                        nanjing, host, "answer-dispute", Map.of("position", 1, "credit_fen", 2223, "resolution", "认可"))
                .statusCode(422)
                .body("code", equalTo("credit-exceeds-line"));
        Guest.officerActs(nanjing, host, "answer-dispute", Map.of("position", 1, "credit_fen", 222, "resolution", "认可"))
                .statusCode(200);
        Guest.until(pudong, home, "CONFIRMED");
        Guest.until(nanjing, host, "CONFIRMED");
        Guest.officerActs(nanjing, host, "settle", Map.of("voucherNumber", "记-9"))
                .statusCode(200);
        Guest.until(pudong, home, "SETTLED");
        Guest.at(pudong, home).body("bill_fen", equalTo(2000)).body("settled.voucherNumber", equalTo("记-9"));
        Guest.officer(pudong).post(Guest.ROOT + home + "/reconciliation").then().statusCode(202);
        await().atMost(Guest.PATIENCE)
                .until(() -> Guest.officer(pudong)
                                .get(Guest.ROOT + home + "/reconciliation")
                                .path("agrees")
                        != null);
        Guest.officer(pudong)
                .get(Guest.ROOT + home + "/reconciliation")
                .then()
                .body("agrees", equalTo(true))
                .body("own_fen", equalTo(2000))
                .body("peer_fen", equalTo(2000));
    }

    @Test
    void theShortPathIsChargedByTheAgreementsTariff() {
        UUID agreement = guest.agreed(LocalDate.of(2098, 1, 1));
        Fleet.Crew crew = fleet.car(nanjing);
        UUID request = guest.approved();
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
        await().atMost(Guest.PATIENCE).until(() -> chargeOf(order) != null);
        Guest.officer(nanjing)
                .get("/api/v1/settlements/charges/" + chargeOf(order))
                .then()
                .statusCode(200)
                .body("kind", equalTo("USE"))
                .body("mode", equalTo("PER_USE"))
                .body("total_fen", equalTo(2222))
                .body("lines[0].component", equalTo("DISTANCE"));
        Guest.officer(organisations.shanghai())
                .get("/api/v1/settlements/charges/" + chargeOf(order))
                .then()
                .statusCode(200);
        Guest.officer(pudong)
                .get("/api/v1/settlements/charges/" + chargeOf(order))
                .then()
                .statusCode(404);
    }

    private String chargeOf(String order) {
        JsonPath charges = Guest.officer(nanjing)
                .get("/api/v1/settlements/charges?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return charges.getString("items.find { it.orderId == '%s' }?.id".formatted(order));
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

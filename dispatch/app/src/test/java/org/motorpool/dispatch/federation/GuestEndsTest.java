package org.motorpool.dispatch.federation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.Driving;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.contract.OrderApi.Progress;
import org.motorpool.dispatch.contract.RentalApi.NewRentalOrder;
import org.motorpool.dispatch.contract.RentalApi.NewSupplier;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.trip.FakeTelematics;

/** How a guest's use ends otherwise: nobody comes, a supplier drives, the vehicle waits; messages cross, come late and twice. */
@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class GuestEndsTest {

    private static final String REQUESTS = "/api/v1/requests/";

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

    private Unit pudong;
    private Unit nanjing;
    private UUID request;
    private String home;
    private String host;

    @BeforeEach
    void aBooking() {
        pudong = organisations.pudong();
        nanjing = fleet.nanjing();
        guest.agreed(LocalDate.of(2099, 1, 1));
        request = guest.approved();
        home = guest.booked(request);
        host = guest.hostOf(home);
    }

    @AfterEach
    void aGoodLine() {
        line.turnBad(false);
    }

    @Test
    void nobodyCameIsToldHomeAndBilledByTheAgreement() {
        nobodyCame();
    }

    @Test
    void nobodyCameIsToldOverALineThatLosesDoublesAndReorders() {
        line.turnBad(true);
        nobodyCame();
    }

    /** 50 CNY for not coming; of 75 minutes 45 are charged, which are two steps of 9 CNY. */
    private void nobodyCame() {
        String order = assigned(fleet.car(nanjing));
        pacts.shift("vehicle_order", "starts_at = now() - interval '75 minutes'", "id", order);
        noShow(order, null).statusCode(200);
        Guest.until(pudong, home, "BILLED");
        Guest.at(pudong, home)
                .body("noShow.reason", equalTo("电话无人接听"))
                .body("evidence.waiting_minutes", greaterThanOrEqualTo(75))
                .body("evidence.odometerStart_km", nullValue())
                .body("lines.component", contains("NO_SHOW", "WAITING"))
                .body("lines.amount_fen", contains(5000, 1800))
                .body("bill_fen", equalTo(6800))
                .body("billDiffers", equalTo(false));
        Callers.approver(pudong)
                .get(REQUESTS + request)
                .then()
                .body("status", equalTo("CLOSED"))
                .body("order.status", equalTo("NO_SHOW"));
        Callers.requester(pudong)
                .get(Guest.ROOT + home)
                .then()
                .body("noShow.at", equalTo(Guest.path(nanjing, host, "noShow.at")));
        Guest.act(pudong, home, "confirm-use", null).statusCode(409).body("code", equalTo("case-state"));
        Guest.officerActs(pudong, home, "confirm-bill", Map.of("total_fen", 6800))
                .statusCode(200);
        Guest.until(nanjing, host, "CONFIRMED");
        Guest.at(nanjing, host).body("bill_fen", equalTo(6800)).body("lines.amount_fen", contains(5000, 1800));
    }

    @Test
    void whatWasDrivenInVainIsEvidenceAndInTheFee() {
        Fleet.Crew crew = fleet.car(nanjing);
        String order = assigned(crew);
        Driving.depart(nanjing, crew, order, 1000);
        Guest.until(pudong, home, "UNDERWAY");
        pacts.shift("vehicle_order", "starts_at = now() - interval '20 minutes'", "id", order);
        noShow(order, 1008L).statusCode(200);
        Guest.until(pudong, home, "BILLED");
        Guest.at(pudong, home)
                .body("evidence.odometerEnd_km", equalTo(1008))
                .body("lines.component", contains("NO_SHOW"))
                .body("bill_fen", equalTo(5000));
    }

    @Test
    void aCancellationThatCrossesANoShowFindsItOver() {
        String order = assigned(fleet.car(nanjing));
        line.turnBad(true);
        pacts.shift("vehicle_order", "starts_at = now() - interval '20 minutes'", "id", order);
        noShow(order, null).statusCode(200);
        Guest.act(pudong, home, "cancel", Map.of("reason", "会议改期"));
        Guest.until(pudong, home, "BILLED");
        Guest.until(nanjing, host, "BILLED");
        guest.requestOf(request).body("status", equalTo("CLOSED"));
    }

    @Test
    void aCancellationThatCrossesTheDepartureFindsTheVehicleOnTheRoad() {
        Fleet.Crew crew = fleet.car(nanjing);
        String order = assigned(crew);
        line.turnBad(true);
        Driving.depart(nanjing, crew, order, 1000);
        Guest.act(pudong, home, "cancel", Map.of("reason", "会议改期"));
        Guest.until(pudong, home, "UNDERWAY");
        Guest.until(nanjing, host, "UNDERWAY");
    }

    @Test
    void theHostWithdrawsNothingThatIsOnTheRoad() {
        Fleet.Crew crew = fleet.car(nanjing);
        String order = assigned(crew);
        Driving.depart(nanjing, crew, order, 1000);
        Guest.act(nanjing, host, "withdraw", Map.of("reason", "故障"))
                .statusCode(409)
                .body("code", equalTo("case-state"));
    }

    /** 46 km at 1.80 CNY, by the agreement and not by the supplier's invoice. */
    @Test
    void aRentalServesTheGuestByThePriceOfTheAgreement() {
        String rental = rented();
        Guest.until(pudong, home, "ASSIGNED");
        guest.requestOf(request).body("order.plate", equalTo("苏A88888")).body("order.driverName", equalTo("李师傅"));
        Callers.dispatcher(nanjing)
                .body(Map.of("amount_fen", 58_000, "distance_km", 46, "invoiceNumber", "INV-" + rental))
                .post("/api/v1/rental-orders/" + rental + "/close")
                .then()
                .statusCode(200);
        Guest.until(pudong, home, "COMPLETED");
        Guest.at(pudong, home).body("evidence.rental.invoiceNumber", equalTo("INV-" + rental));
        Guest.act(pudong, home, "confirm-use", null).statusCode(200);
        Guest.until(pudong, home, "BILLED");
        Guest.at(pudong, home)
                .body("lines.component", contains("DISTANCE"))
                .body("bill_fen", equalTo(8280))
                .body("billDiffers", equalTo(false));
        Guest.at(nanjing, host).body("bill_fen", equalTo(8280));
        guest.requestOf(request).body("status", equalTo("CLOSED"));
    }

    @Test
    void aCancellationEndsTheRental() {
        String rental = rented();
        Guest.until(pudong, home, "ASSIGNED");
        Guest.act(pudong, home, "cancel", Map.of("reason", "会议改期")).statusCode(200);
        Guest.until(pudong, home, "CANCELLED");
        Guest.until(nanjing, host, "CANCELLED");
        Callers.dispatcher(nanjing)
                .get("/api/v1/rental-orders/" + rental)
                .then()
                .body("status", equalTo("CANCELLED"))
                .body("reasonCode", equalTo("REQUESTER"));
        guest.requestOf(request).body("status", equalTo("APPROVED"));
    }

    /** 12.345 km are 22.22 CNY; of 70 minutes 40 are charged. */
    @Test
    void theWaitingThatTheDriverTellsIsBilled() {
        Fleet.Crew crew = fleet.car(nanjing);
        String order = assigned(crew);
        Driving.depart(nanjing, crew, order, 1000);
        pacts.shift("trip", "departed_at = departed_at - interval '2 hours'", "order_id", order);
        Driving.report(nanjing, crew, order, "ARRIVE", null).then().statusCode(200);
        comeBack(crew, order, 300).statusCode(400).body("field", equalTo("waiting_minutes"));
        comeBack(crew, order, -1).statusCode(400).body("field", equalTo("waiting_minutes"));
        comeBack(crew, order, 70).statusCode(200);
        Guest.until(pudong, home, "COMPLETED");
        await().atMost(Guest.PATIENCE).until(() -> Guest.path(pudong, home, "evidence.waiting_minutes") != null);
        Guest.act(pudong, home, "confirm-use", null).statusCode(200);
        Guest.until(pudong, home, "BILLED");
        Guest.at(pudong, home)
                .body("lines.component", contains("DISTANCE", "WAITING"))
                .body("lines.amount_fen", contains(2222, 1800))
                .body("billDiffers", equalTo(false));
    }

    private ValidatableResponse comeBack(Fleet.Crew crew, String order, int waiting_minutes) {
        return Callers.driver(nanjing, crew.driver().username())
                .body(new Progress(Ids.next(), "RETURN", Instant.now(), 1030L, waiting_minutes))
                .post("/api/v1/orders/" + order + "/progress")
                .then();
    }

    private String assigned(Fleet.Crew crew) {
        String order = Workflow.assign(nanjing, UUID.fromString(Guest.path(nanjing, host, "requestId")), crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Guest.until(pudong, home, "ASSIGNED");
        return order;
    }

    private ValidatableResponse noShow(String order, Long odometer_km) {
        Map<String, Object> body = new HashMap<>();
        body.put("occurredAt", Instant.now().toString());
        body.put("odometer_km", odometer_km);
        body.put("reason", "电话无人接听");
        return Callers.dispatcher(nanjing)
                .body(body)
                .post("/api/v1/orders/" + order + "/no-show")
                .then();
    }

    private String rented() {
        LocalDate today = LocalDate.now();
        NewSupplier supplier = new NewSupplier(
                nanjing.id(),
                "南京租赁公司",
                "ZL-" + UUID.randomUUID(),
                "SEDAN",
                4,
                30_000L,
                today.minusDays(2),
                today.plusYears(1));
        String id = Guest.officer(nanjing)
                .body(supplier)
                .post("/api/v1/rental-suppliers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        UUID guests = UUID.fromString(Guest.path(nanjing, host, "requestId"));
        return Callers.dispatcher(nanjing)
                .body(new NewRentalOrder(guests, UUID.fromString(id), "苏A88888", "李师傅"))
                .post("/api/v1/rental-orders")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}

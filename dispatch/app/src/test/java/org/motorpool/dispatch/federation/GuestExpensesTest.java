package org.motorpool.dispatch.federation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Driving;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.trip.FakeTelematics;
import org.motorpool.dispatch.trip.Tolls;

/** A guest's use by two vehicles is proven and billed as one; expenses that come or change after its bill are billed besides. */
@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class GuestExpensesTest {

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Guest guest;

    @Inject
    UnreliablePeer line;

    private Unit pudong;
    private Unit nanjing;
    private UUID request;
    private String home;
    private String host;
    private Fleet.Crew crew;

    @BeforeEach
    void aBooking() {
        pudong = organisations.pudong();
        nanjing = fleet.nanjing();
        guest.agreed(LocalDate.of(2099, 1, 1));
        request = guest.approved();
        home = guest.booked(request);
        host = guest.hostOf(home);
        crew = fleet.car(nanjing);
    }

    @AfterEach
    void aGoodLine() {
        line.turnBad(false);
    }

    /** Twice 12.345 km are 44.44 CNY; tolls of 15 and 7 CNY. */
    @Test
    void aUseOfTwoVehiclesIsProvenAndBilledByBoth() {
        UUID guests = UUID.fromString(Guest.path(nanjing, host, "requestId"));
        String first = Workflow.assign(nanjing, guests, crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Driving.depart(nanjing, crew, first, 1000);
        Guest.until(pudong, home, "UNDERWAY");
        Guest.toll(nanjing, crew, first, 1500);
        Fleet.Crew rescue = fleet.car(nanjing);
        String second = swap(first, rescue);
        await().atMost(Guest.PATIENCE)
                .until(
                        () -> Guest.path(pudong, home, "assigned.plate"),
                        rescue.vehicle().plate()::equals);
        guest.requestOf(request).body("order.plate", equalTo(rescue.vehicle().plate()));
        Driving.depart(nanjing, rescue, second, 500);
        Guest.toll(nanjing, rescue, second, 700);
        Driving.comeBack(nanjing, rescue, second, 530);
        await().atMost(Guest.PATIENCE).until(() -> Guest.path(pudong, home, "evidence.distance_m") != null);
        Guest.act(pudong, home, "confirm-use", null).statusCode(200);
        Guest.until(pudong, home, "BILLED");
        Guest.at(pudong, home)
                .body("evidence.distance_m", equalTo(24_690))
                .body(
                        "evidence.legs.plate",
                        contains(crew.vehicle().plate(), rescue.vehicle().plate()))
                .body("evidence.legs.odometerStart_km", contains(1000, 500))
                .body("evidence.legs.odometerEnd_km", contains(1012, 530))
                .body("evidence.legs.distance_m", contains(12_345, 12_345))
                .body("lines.component", contains("DISTANCE", "TOLL", "TOLL"))
                .body("lines.amount_fen", contains(4444, 1500, 700))
                .body(
                        "lines[0].evidence",
                        containsString("500-530 km of " + rescue.vehicle().plate()))
                .body("billDiffers", equalTo(false));
        Guest.at(nanjing, host).body("bill_fen", equalTo(6644));
        guest.requestOf(request).body("status", equalTo("CLOSED"));
    }

    private String swap(String order, Fleet.Crew rescue) {
        return Callers.dispatcher(nanjing)
                .body(Map.of(
                        "vehicleId",
                        rescue.vehicle().id(),
                        "driverId",
                        rescue.driver().id(),
                        "place",
                        Map.of("name", "中山东路", "latitude", 32.04, "longitude", 118.8),
                        "at",
                        Instant.now().toString(),
                        "odometer_km",
                        1012,
                        "reason",
                        "抛锚"))
                .post("/api/v1/orders/" + order + "/swap")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void anExpenseThatComesLateIsCorrectedAndCancelledIsBilledEachTimeOnce() {
        late();
    }

    @Test
    void soItIsOverALineThatLosesDoublesAndReorders() {
        line.turnBad(true);
        late();
    }

    /** A toll of 15 CNY after the bill, corrected to 12, cancelled: +15, -3, -12. */
    private void late() {
        String order = guest.billed(home, nanjing, crew);
        String shared = Guest.path(pudong, home, "caseId");
        String toll = Guest.toll(nanjing, crew, order, 1500);
        untilSupplements(shared, List.of(1500));
        Guest.officer(nanjing)
                .body(Map.of("expense", Tolls.of(crew, order, 1200), "reason", "金额录错"))
                .put("/api/v1/expenses/" + toll)
                .then()
                .statusCode(200);
        untilSupplements(shared, List.of(1500, -300));
        Guest.officer(nanjing)
                .body(Map.of("reason", "重复登记"))
                .post("/api/v1/expenses/" + toll + "/cancel")
                .then()
                .statusCode(200);
        untilSupplements(shared, List.of(1500, -300, -1200));
        Guest.at(pudong, home).body("bill_fen", equalTo(2222)).body("status", equalTo("BILLED"));
        String supplement = supplement(shared, 1500);
        Guest.at(pudong, supplement)
                .body("lines.component", contains("TOLL"))
                .body("lines.evidence", contains("expense " + toll))
                .body("lines", hasSize(1))
                .body("billDiffers", equalTo(false));
        disputeInVain(supplement);
        settle(supplement);
    }

    /** Corrected and cancelled, the toll is taken back already: a dispute takes back no fen of it again. */
    private void disputeInVain(String supplement) {
        Guest.officerActs(pudong, supplement, "dispute", Map.of("position", 1, "reason", "已退"))
                .statusCode(200);
        String atHost = guest.hostOf(supplement);
        Guest.until(nanjing, atHost, "DISPUTED");
        Guest.officerActs(nanjing, atHost, "answer-dispute", Map.of("position", 1, "credit_fen", 1, "resolution", "认可"))
                .statusCode(422)
                .body("code", equalTo("credit-exceeds-line"));
        Guest.officerActs(nanjing, atHost, "answer-dispute", Map.of("position", 1, "resolution", "已在补充账单退回"))
                .statusCode(200);
        Guest.until(pudong, supplement, "CONFIRMED");
    }

    private void settle(String supplement) {
        Guest.act(pudong, supplement, "confirm-use", null).statusCode(409).body("code", equalTo("case-state"));
        String atHost = guest.hostOf(supplement);
        Guest.until(nanjing, atHost, "CONFIRMED");
        Guest.officerActs(nanjing, atHost, "settle", Map.of("voucherNumber", "记-77"))
                .statusCode(200);
        Guest.until(pudong, supplement, "SETTLED");
    }

    /** Both sides have the same. */
    private void untilSupplements(String shared, List<Integer> fen) {
        await().atMost(Guest.PATIENCE).until(() -> billed(pudong, shared), containsInAnyOrder(fen.toArray()));
        await().atMost(Guest.PATIENCE).until(() -> billed(nanjing, shared), containsInAnyOrder(fen.toArray()));
    }

    private static List<Integer> billed(Unit unit, String shared) {
        return listed(unit)
                .getList("items.findAll { it.supplementOf == '%s' }.bill_fen".formatted(shared), Integer.class);
    }

    private String supplement(String shared, int fen) {
        return listed(pudong)
                .getString("items.find { it.supplementOf == '%s' && it.bill_fen == %d }.id".formatted(shared, fen));
    }

    private static JsonPath listed(Unit unit) {
        return Guest.dispatcher(unit).get(Guest.ROOT + "?limit=1000").jsonPath();
    }
}

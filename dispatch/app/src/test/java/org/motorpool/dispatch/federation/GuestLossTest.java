package org.motorpool.dispatch.federation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.trip.FakeTelematics;

/** The host loses the vehicle it promised: home hears why, and is free to have the traveller driven otherwise. */
@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class GuestLossTest {

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
    void anOrderTheHostCancelsFreesTheTraveller() {
        cancel(assigned());
        isFree("车辆故障");
        guest.inquired(request);
    }

    @Test
    void soItDoesOverALineThatLosesDoublesAndReorders() {
        String order = assigned();
        line.turnBad(true);
        cancel(order);
        isFree("车辆故障");
    }

    @Test
    void aCancellationAtHomeCrossesThatOfTheOrder() {
        String order = assigned();
        line.turnBad(true);
        cancel(order);
        Guest.act(pudong, home, "cancel", Map.of("reason", "会议改期"));
        Guest.until(pudong, home, "CANCELLED");
        Guest.until(nanjing, host, "CANCELLED");
        guest.requestOf(request).body("status", equalTo("APPROVED")).body("order", nullValue());
    }

    @Test
    void whatWasWithdrawnMayBeOfferedAgain() {
        assigned();
        Guest.act(nanjing, host, "withdraw", Map.of("reason", "车辆故障")).statusCode(200);
        isFree("车辆故障");
        Guest.act(nanjing, host, "offer", Guest.offer()).statusCode(200);
        Guest.until(pudong, home, "OFFERED");
        Guest.at(pudong, home).body("reason", nullValue()).body("assigned", nullValue());
        Guest.act(pudong, home, "book", null).statusCode(200);
        Guest.until(pudong, home, "BOOKED");
        assigned();
        guest.requestOf(request).body("status", equalTo("ASSIGNED"));
    }

    @Test
    void whoHasAskedElsewhereMeanwhileDoesNotCome() {
        cancel(assigned());
        isFree("车辆故障");
        String elsewhere = guest.inquired(request);
        Guest.act(nanjing, host, "offer", Guest.offer()).statusCode(200);
        Guest.until(nanjing, host, "CANCELLED");
        Guest.at(nanjing, host).body("reason", containsString("另行安排"));
        Guest.at(pudong, home).body("status", equalTo("CANCELLED"));
        Guest.at(pudong, elsewhere).body("status", equalTo("INQUIRED"));
        Guest.act(nanjing, host, "offer", Guest.offer()).statusCode(409).body("code", equalTo("case-state"));
    }

    @Test
    void anotherVehicleAtOnceKeepsThePromise() {
        String order = assigned();
        Fleet.Crew other = fleet.car(nanjing);
        Callers.dispatcher(nanjing)
                .body(Map.of(
                        "vehicleId",
                        other.vehicle().id(),
                        "driverId",
                        other.driver().id(),
                        "reason",
                        "车辆故障"))
                .post("/api/v1/orders/" + order + "/reassign")
                .then()
                .statusCode(200);
        await().atMost(Guest.PATIENCE)
                .until(
                        () -> Guest.path(pudong, home, "assigned.plate"),
                        other.vehicle().plate()::equals);
        Guest.at(pudong, home).body("status", equalTo("ASSIGNED"));
    }

    @Test
    void aUseThatIsOverWithoutAVehicleEnds() {
        pacts.shift(
                "service_case",
                "starts_at = '2020-01-01T00:00:00Z', ends_at = '2020-01-01T02:00:00Z', facts = regexp_replace("
                        + "regexp_replace(facts, '\"startsAt\":[^,]+', '\"startsAt\":\"2020-01-01T00:00:00Z\"', 'g'),"
                        + " '\"endsAt\":[^,]+', '\"endsAt\":\"2020-01-01T02:00:00Z\"', 'g')",
                "id",
                host);
        isFree("未派车");
    }

    private void isFree(String reason) {
        Guest.until(pudong, home, "CANCELLED");
        Guest.until(nanjing, host, "CANCELLED");
        Guest.at(pudong, home).body("reason", containsString(reason));
        guest.requestOf(request).body("status", equalTo("APPROVED")).body("order", nullValue());
        Callers.dispatcher(nanjing)
                .get("/api/v1/requests/" + Guest.path(nanjing, host, "requestId"))
                .then()
                .body("status", equalTo("CANCELLED"));
    }

    private String assigned() {
        UUID guests = UUID.fromString(Guest.path(nanjing, host, "requestId"));
        String order = Workflow.assign(nanjing, guests, fleet.car(nanjing))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Guest.until(pudong, home, "ASSIGNED");
        return order;
    }

    private void cancel(String order) {
        Callers.dispatcher(nanjing)
                .body(Map.of("reason", "车辆故障", "reasonCode", "VEHICLE"))
                .post("/api/v1/orders/" + order + "/cancel")
                .then()
                .statusCode(200);
    }
}

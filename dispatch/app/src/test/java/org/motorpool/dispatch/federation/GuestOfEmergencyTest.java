package org.motorpool.dispatch.federation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.contract.OperationApi.Mobilisation;
import org.motorpool.dispatch.contract.OperationApi.Need;
import org.motorpool.dispatch.contract.OperationApi.NewOperation;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.Garage;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.trip.FakeTelematics;

/** 应急征调: the host takes a guest's vehicle for an emergency, and offers it again when that is over. */
@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class GuestOfEmergencyTest {

    /** More than any other vehicle of Nanjing has, so that the emergency takes the guest's. */
    private static final int SEATS = 7;

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Guest guest;

    @Inject
    Garage garage;

    private Unit pudong;
    private Unit nanjing;
    private Fleet.Crew crew;
    private UUID request;
    private String home;
    private String host;

    @BeforeEach
    void aGuestWithAVehicle() {
        pudong = organisations.pudong();
        nanjing = fleet.nanjing();
        guest.agreed(LocalDate.of(2099, 1, 1));
        request = guest.approved();
        home = guest.booked(request);
        host = guest.hostOf(home);
        crew = fleet.car(nanjing);
        seats(SEATS);
        assign();
    }

    @AfterEach
    void aVehicleLikeTheOthers() {
        seats(crew.vehicle().seats());
    }

    @Test
    void theTravellerIsFreeAndMayHaveTheVehicleAgain() {
        String emergency = taken();
        Guest.until(pudong, home, "CANCELLED");
        Guest.at(pudong, home).body("reason", containsString("应急征调"));
        guest.requestOf(request).body("status", equalTo("APPROVED")).body("order", nullValue());

        act(emergency, "release", Map.of("reason", "险情解除")).statusCode(200);
        Guest.until(pudong, home, "OFFERED");
        Guest.at(pudong, home).body("offer.note", containsString("应急征调已结束"));
        guest.requestOf(request).body("status", equalTo("APPROVED"));

        Guest.act(pudong, home, "book", null).statusCode(200);
        Guest.until(pudong, home, "BOOKED");
        assign();
        guest.requestOf(request)
                .body("status", equalTo("ASSIGNED"))
                .body("order.plate", equalTo(crew.vehicle().plate()));
    }

    @Test
    void whoDoesNotTravelAnyMoreDoesNotCome() {
        String emergency = taken();
        Guest.until(pudong, home, "CANCELLED");
        Callers.requester(pudong)
                .post("/api/v1/requests/" + request + "/cancel")
                .then()
                .statusCode(200);

        act(emergency, "release", Map.of("reason", "险情解除")).statusCode(200);
        await().atMost(Guest.PATIENCE).until(() -> Guest.path(nanjing, host, "reason"), containsString("另行安排"));
        Guest.at(nanjing, host).body("status", equalTo("CANCELLED"));
        Guest.at(pudong, home).body("status", equalTo("CANCELLED"));
    }

    private void seats(int seats) {
        garage.sql(
                "update vehicle set seats = ? where id = ?",
                seats,
                crew.vehicle().id());
    }

    private void assign() {
        UUID guests = UUID.fromString(Guest.path(nanjing, host, "requestId"));
        Workflow.assign(nanjing, guests, crew).then().statusCode(201);
        Guest.until(pudong, home, "ASSIGNED");
    }

    /** An emergency that has taken the guest's vehicle. */
    private String taken() {
        Instant from = Instant.now().plus(Duration.ofMinutes(90));
        Mobilisation mobilisation = new Mobilisation(
                "防汛抢险",
                crew.vehicle().home(),
                50.0,
                List.of(new Need("N1", SEATS, 1)),
                from,
                from.plus(Duration.ofHours(1)));
        String id = Guest.officer(nanjing)
                .body(new NewOperation(nanjing.id(), "防汛征调", null, mobilisation))
                .post("/api/v1/operations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        act(id, "preview", null)
                .body("candidates.plate", contains(crew.vehicle().plate()));
        act(id, "commit", null).statusCode(200).body("items[0].outcome", equalTo("OK"));
        return id;
    }

    private ValidatableResponse act(String id, String act, Map<String, ?> body) {
        RequestSpecification by = Guest.officer(nanjing);
        return (body == null ? by : by.body(body))
                .post("/api/v1/operations/" + id + "/" + act)
                .then();
    }
}

package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.slip.Papers;
import org.motorpool.dispatch.contract.OrderApi.NewOrder;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.VehicleState;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;

/** Riders of several requests in one vehicle 合乘: one order leads, the others ride with it. */
@QuarkusTest
class SharedOrderTest {

    private static final String ORDERS = "/api/v1/orders/";

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword;

    private Unit pudong;
    private Fleet.Crew crew;
    private UUID leaders;
    private String lead;
    private UUID riders;
    private String rider;

    @BeforeEach
    void twoRideTogether() {
        pudong = organisations.pudong();
        crew = fleet.car(pudong);
        leaders = Workflow.approved(pudong, sharing());
        lead = Workflow.assign(pudong, leaders, crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        riders = Workflow.approved(pudong, sharing());
        rider = join(riders, lead).then().statusCode(201).extract().path("id");
    }

    private NewRequest sharing() {
        return NewRequests.shared(NewRequests.of(pudong));
    }

    private Response join(UUID request, String leadId) {
        return Workflow.assign(pudong, new NewOrder(request, null, null, UUID.fromString(leadId)));
    }

    @Test
    void givesEachAnOrderOfItsOwnAndOneLeads() {
        order(lead).body("course.shared", equalTo(true)).body("course.ridesWithId", equalTo(null));
        order(rider)
                .body("course.ridesWithId", equalTo(lead))
                .body("plate", equalTo(crew.vehicle().plate()))
                .body("number", notNullValue());
        request(riders)
                .body("status", equalTo("ASSIGNED"))
                .body("order.plate", equalTo(crew.vehicle().plate()));
        Workflow.assign(pudong, Workflow.approved(pudong), crew)
                .then()
                .statusCode(409)
                .body("code", equalTo("vehicle-already-booked"));
    }

    @Test
    void joinsOnceUnderAKey() {
        NewOrder wanted = new NewOrder(
                Workflow.approved(pudong, NewRequests.shared(NewRequests.withPassengers(sharing(), 1))),
                null,
                null,
                UUID.fromString(Workflow.assign(pudong, Workflow.approved(pudong, sharing()), fleet.car(pudong))
                        .path("id")));
        String key = "join-" + UUID.randomUUID();
        String first = joinUnder(key, wanted);
        assertThat(joinUnder(key, wanted)).isEqualTo(first);
    }

    private String joinUnder(String key, NewOrder wanted) {
        return Callers.dispatcher(pudong)
                .header("Idempotency-Key", key)
                .body(wanted)
                .post("/api/v1/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void refusesWhoDoesNotAgreeOrIsOfAnotherUnitOrHasNoSeat() {
        refused(join(Workflow.approved(pudong), lead), "pooling-not-agreed");
        refused(join(Workflow.approved(pudong, sharing()), lead), "seats-insufficient");
        Unit shanghai = organisations.shanghai();
        UUID theirs = Workflow.approved(shanghai, NewRequests.shared(NewRequests.of(shanghai)));
        NewOrder stranger = new NewOrder(theirs, null, null, UUID.fromString(lead));
        refused(Workflow.assign(shanghai, stranger), "pooling-other-unit");
        UUID another = Workflow.approved(pudong, sharing());
        join(another, rider).then().statusCode(409).body("code", equalTo("order-rides-with"));
        Workflow.assign(
                        pudong,
                        new NewOrder(another, crew.vehicle().id(), crew.driver().id(), UUID.fromString(lead)))
                .then()
                .statusCode(400)
                .body("field", equalTo("ridesWithId"));
    }

    @Test
    void refusesWhoIsNotThereAtTheTime() {
        NewRequest nextDay = NewRequests.during(
                NewRequests.of(pudong),
                NewRequests.TOMORROW.plus(Duration.ofDays(1)),
                NewRequests.TOMORROW.plus(Duration.ofHours(26)));
        refused(join(Workflow.approved(pudong, NewRequests.shared(nextDay)), lead), "pooling-not-together");
    }

    @Test
    void tellsWhyRidersMayNotAgree() {
        Callers.requester(pudong)
                .body(NewRequests.shared(NewRequests.emergency(NewRequests.of(pudong), "抢险")))
                .post("/api/v1/requests")
                .then()
                .statusCode(422)
                .body("code", equalTo("pooling-emergency"));
        Callers.requester(pudong)
                .body(NewRequests.shared(NewRequests.of(pudong), 0))
                .post("/api/v1/requests")
                .then()
                .statusCode(400)
                .body("field", equalTo("pooling.onBoard_minutes"));
        request(riders).body("details.pooling", notNullValue());
    }

    @Test
    void goesTogetherAndIsDrivenOnce() {
        Driving.report(pudong, crew, rider, "ACCEPT", null)
                .then()
                .statusCode(409)
                .body("code", equalTo("order-rides-with"));
        Driving.depart(pudong, crew, lead, 100);
        order(rider).body("status", equalTo("DEPARTED"));
        request(riders).body("status", equalTo("UNDERWAY"));
        Driving.comeBack(pudong, crew, lead, 130);
        order(rider).body("status", equalTo("RETURNED"));
        List<Map<String, Object>> trips =
                Callers.dispatcher(pudong).get("/api/v1/trips?limit=1000").path("items");
        assertThat(trips).filteredOn(trip -> rider.equals(trip.get("orderId"))).isEmpty();
        assertThat(trips).filteredOn(trip -> lead.equals(trip.get("orderId"))).hasSize(1);
        assertThat(fleet.stateOf(crew)).isEqualTo(VehicleState.IDLE);
        assertThat(actions(rider)).contains("order-accepted", "order-departed", "order-arrived", "order-returned");
    }

    @Test
    void cancellingARiderFreesHimOnly() {
        act(rider, "cancel", Map.of("reason", "不去了")).then().statusCode(200);
        request(riders).body("status", equalTo("APPROVED"));
        order(lead).body("status", equalTo("ASSIGNED")).body("course.revision", equalTo(2));
        join(riders, lead).then().statusCode(201);
    }

    @Test
    void cancellingTheLeadHandsItOn() {
        act(lead, "cancel", Map.of("reason", "会议取消")).then().statusCode(200);
        request(leaders).body("status", equalTo("APPROVED"));
        order(rider)
                .body("status", equalTo("ASSIGNED"))
                .body("course.ridesWithId", equalTo(null))
                .body("plate", equalTo(crew.vehicle().plate()));
        assertThat(fleet.stateOf(crew)).isEqualTo(VehicleState.ASSIGNED);
        Workflow.assign(pudong, leaders, crew).then().statusCode(409);
        join(leaders, rider).then().statusCode(201);
        Driving.depart(pudong, crew, rider, 100);
    }

    @Test
    void goesOnWithoutWhoDoesNotCome() throws SQLException {
        shift(lead);
        shift(rider);
        act(lead, "no-show", noShow()).then().statusCode(200).body("status", equalTo("NO_SHOW"));
        order(rider).body("course.ridesWithId", equalTo(null)).body("status", equalTo("ASSIGNED"));
        request(leaders).body("status", equalTo("CLOSED"));
        assertThat(fleet.stateOf(crew)).isEqualTo(VehicleState.ASSIGNED);
    }

    @Test
    void aRiderWhoDoesNotComeIsMissedByNobody() throws SQLException {
        shift(lead);
        shift(rider);
        Driving.depart(pudong, crew, lead, 100);
        act(lead, "no-show", noShow()).then().statusCode(409).body("code", equalTo("order-leads-others"));
        act(rider, "no-show", noShow()).then().statusCode(200).body("status", equalTo("NO_SHOW"));
        request(riders).body("status", equalTo("CLOSED"));
        Driving.comeBack(pudong, crew, lead, 130);
        order(lead).body("status", equalTo("RETURNED"));
    }

    @Test
    void reassigningTheLeadTakesTheRidersAlong() {
        Fleet.Crew other = fleet.car(pudong);
        act(lead, "reassign", to(other)).then().statusCode(200);
        order(rider)
                .body("plate", equalTo(other.vehicle().plate()))
                .body("driverUsername", equalTo(other.driver().username()))
                .body("course.ridesWithId", equalTo(lead));
        request(riders).body("order.plate", equalTo(other.vehicle().plate()));
        assertThat(fleet.stateOf(crew)).isEqualTo(VehicleState.IDLE);
    }

    @Test
    void reassignsAllOrNobody() throws SQLException {
        Fleet.Crew small = fleet.car(pudong);
        sql("update vehicle set seats = 3 where id = '%s'"
                .formatted(small.vehicle().id()));
        refused(act(lead, "reassign", to(small)), "seats-insufficient");
        order(lead).body("plate", equalTo(crew.vehicle().plate()));
        order(rider).body("plate", equalTo(crew.vehicle().plate()));
    }

    @Test
    void reassigningARiderTakesHimOut() {
        Fleet.Crew other = fleet.car(pudong);
        act(rider, "reassign", to(other)).then().statusCode(200);
        order(rider).body("plate", equalTo(other.vehicle().plate())).body("course.ridesWithId", equalTo(null));
        order(lead).body("plate", equalTo(crew.vehicle().plate()));
        assertThat(fleet.stateOf(other)).isEqualTo(VehicleState.ASSIGNED);
    }

    @Test
    void goesOnTogetherWhenTheVehicleBreaksDown() {
        Driving.depart(pudong, crew, lead, 100);
        Fleet.Crew other = fleet.car(pudong);
        Map<String, Object> swap = new HashMap<>(to(other));
        swap.put("place", Map.of("name", "路边", "latitude", 31.25, "longitude", 121.55));
        swap.put("at", Instant.now().toString());
        swap.put("odometer_km", 110);
        act(rider, "swap", swap).then().statusCode(409).body("code", equalTo("order-rides-with"));
        String goesOn = act(lead, "swap", swap).then().statusCode(201).extract().path("id");
        String follows = request(riders)
                .body("order.plate", equalTo(other.vehicle().plate()))
                .extract()
                .path("order.id");
        order(follows).body("course.ridesWithId", equalTo(goesOn)).body("course.continuesOrderId", equalTo(rider));
        Driving.depart(pudong, other, goesOn, 500);
        Driving.comeBack(pudong, other, goesOn, 520);
        order(follows).body("status", equalTo("RETURNED"));
    }

    @Test
    void thePaperShowsWhoIsPickedUpWhere() {
        String number = order(rider).extract().path("number");
        assertThat(paper(lead)).contains(number);
        assertThat(paper(rider)).contains(order(lead).extract().<String>path("number"));
    }

    @Test
    void theDatabaseLeavesNobodyBehind() {
        assertRefused(
                "update vehicle_order set status = 'CANCELLED', cancel_reason = 'x', reason_code = 'OTHER' where id = '%s'"
                        .formatted(lead),
                "others ride with it");
        assertRefused(
                "update vehicle_order set vehicle_id = '%s' where id = '%s'"
                        .formatted(fleet.car(pudong).vehicle().id(), rider),
                "vehicle_order_same_crew");
        assertRefused(
                "update vehicle_order set rides_with = '%s' where id = '%s'".formatted(rider, lead),
                "rides with one that rides itself");
    }

    private void assertRefused(String sql, String reason) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> sql(sql)).hasMessageContaining(reason);
    }

    private void sql(String sql) throws SQLException {
        try (Connection owner = DriverManager.getConnection(database, "motorpool", ownerPassword);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** It should have departed an hour ago. */
    private void shift(String order) throws SQLException {
        sql("""
                update vehicle_order set starts_at = now() - interval '1 hour'
                where id = '%s'""".formatted(order));
    }

    private static Map<String, Object> noShow() {
        return new HashMap<>(Map.of("occurredAt", Instant.now().toString(), "odometer_km", 120));
    }

    private static Map<String, Object> to(Fleet.Crew other) {
        return Map.of(
                "vehicleId", other.vehicle().id(), "driverId", other.driver().id(), "reason", "调整");
    }

    private Response act(String order, String act, Map<String, ?> body) {
        return Callers.dispatcher(pudong).body(body).post(ORDERS + order + "/" + act);
    }

    private static void refused(Response answer, String code) {
        answer.then().statusCode(422).body("code", equalTo(code));
    }

    private ValidatableResponse order(String id) {
        return Callers.dispatcher(pudong).get(ORDERS + id).then().statusCode(200);
    }

    private ValidatableResponse request(UUID id) {
        return Callers.requester(pudong).get("/api/v1/requests/" + id).then().statusCode(200);
    }

    private String paper(String order) {
        return Papers.text(Callers.dispatcher(pudong)
                .accept("application/pdf")
                .get(ORDERS + order + "/slip")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    private List<String> actions(String order) {
        return Callers.somebody(organisations.shanghai(), "auditor", "SUPERVISOR")
                .get("/api/v1/audit?limit=1000")
                .path("items.findAll { it.subjectId == '%s' }.action".formatted(order));
    }
}

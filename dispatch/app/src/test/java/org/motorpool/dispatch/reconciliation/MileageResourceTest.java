package org.motorpool.dispatch.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.Garage;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.trip.FakeTelematics;

/** From tracks, trips and moves to the headline figure, with telematics as another system behind HTTP. */
@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class MileageResourceTest {

    private static final LocalDate DAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
    private static final Instant START =
            DAY.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();

    @Inject
    Organisations organisations;

    @Inject
    Garage garage;

    @Inject
    Fleet fleet;

    @Inject
    ReconciliationNight night;

    private Unit unit;
    private Fleet.Crew crew;
    private String vehicle;

    @BeforeEach
    void aCarThatDroveTwice() {
        FakeTelematics.fail(0);
        unit = garage.unit(organisations.pudong());
        crew = fleet.car(unit);
        vehicle = crew.vehicle().id().toString();
        garage.sql(
                "insert into latest_position values (?, now(), 31.3, 121.5, 0, 0, false) on conflict do nothing",
                crew.vehicle().id());
        tracks(drive(8, 10) + "," + drive(12, 5));
        drove(8);
    }

    @Test
    void attributesTheDriveOfAnOrderAndLeavesTheOtherUnexplained() {
        run().body("vehicles", equalTo(1)).body("changed", equalTo(1));
        day().body("revision", equalTo(1))
                .body("segments.use", contains("ORDER", "UNEXPLAINED"))
                .body("total_m", equalTo(16_679))
                .body("ignition_s", equalTo(900));
        figures("UNIT")
                .body("items", hasSize(1))
                .body("items[0].total_m", equalTo(16_679))
                .body("items[0].order_m", equalTo(11_120))
                .body("items[0].unexplained_m", equalTo(5_559))
                .body("items[0].unexplainedIgnition_s", equalTo(300));
        figures("VEHICLE").body("items[0].name", equalTo(crew.vehicle().plate()));
        figures("TOTAL").body("items[0].vehicles", equalTo(1));
    }

    @Test
    void changesNothingTheSecondTimeAndKeepsATrailOfWhatCameLate() {
        run();
        run().body("changed", equalTo(0));
        tracks(drive(8, 10) + "," + drive(12, 5) + "," + drive(15, 2));
        run().body("changed", equalTo(1));
        day().body("revision", equalTo(2)).body("segments", hasSize(3));
        assertThat(garage.seen(
                        unit.path(),
                        "select id from mileage_attribution where vehicle_id = ?",
                        crew.vehicle().id()))
                .hasSize(2);
    }

    @Test
    void keepsWhatItFoundWhenTelematicsIsSilent() {
        run();
        FakeTelematics.fail(5);
        run().body("untold", equalTo(1)).body("changed", equalTo(0));
        FakeTelematics.fail(0);
        day().body("revision", equalTo(1));
    }

    @Test
    void explainsWhatNothingExplainsAndSomebodyElseDecides() {
        run();
        String order = day().extract().path("segments[0].id");
        String segment = day().extract().path("segments[1].id");
        explain(officer(), order, "x").statusCode(409).body("code", equalTo("nothing-to-explain"));
        explain(officer(), UUID.randomUUID().toString(), "x").statusCode(404).body("code", equalTo("segment-unknown"));
        explain(officer(), segment, " ").statusCode(400).body("field", equalTo("reason"));
        String id =
                explain(officer(), segment, "送检途中").statusCode(201).extract().path("id");
        explain(officer(), segment, "再说明").statusCode(409).body("code", equalTo("already-explained"));
        decide(officer(), id, "ACCEPT", null).statusCode(403).body("code", equalTo("self-decision"));
        decide(superior(), id, "REJECT", " ").statusCode(400).body("field", equalTo("reason"));
        decide(superior().header("If-Match", "\"7\""), id, "ACCEPT", null).statusCode(412);
        decide(superior(), id, "ACCEPT", null).statusCode(200).body("status", equalTo("ACCEPTED"));
        decide(superior(), id, "REJECT", "x").statusCode(409).body("code", equalTo("explanation-decided"));
        figures("UNIT").body("items[0].unexplained_m", equalTo(0)).body("items[0].explained_m", equalTo(5_559));
    }

    @Test
    void aRejectedExplanationMayBeFollowedByABetterOne() {
        run();
        String segment = day().extract().path("segments[1].id");
        String id = explain(officer(), segment, "不清楚").statusCode(201).extract().path("id");
        decide(superior(), id, "REJECT", "请核实").statusCode(200);
        figures("UNIT").body("items[0].unexplained_m", equalTo(5_559));
        explain(officer(), segment, "送检途中").statusCode(201);
        day().body("segments[1].explanation.reason", equalTo("送检途中"));
    }

    @Test
    void attributesAMarkedMove() {
        Instant from = START.plusSeconds(12 * 3600 - 60);
        move(from, from.plusSeconds(1800), "REPOSITIONING").statusCode(201);
        move(from, from.plusSeconds(60), "REPOSITIONING").statusCode(409).body("code", equalTo("move-overlaps"));
        run();
        day().body("segments.use", contains("ORDER", "REPOSITIONING"));
        figures("UNIT").body("items[0].repositioning_m", equalTo(5_559)).body("items[0].unexplained_m", equalTo(0));
        officer().get("/api/v1/vehicles/" + vehicle + "/moves").then().body("items", hasSize(1));
    }

    @Test
    void namesWhatIsWrongWithAMove() {
        Instant now = Instant.now();
        move(now, now, "REPOSITIONING").statusCode(400).body("field", equalTo("to"));
        move(now, now.plusSeconds(90_000), "REPOSITIONING").statusCode(400).body("field", equalTo("to"));
        move(now, now.plusSeconds(60), "SHOPPING").statusCode(400).body("field", equalTo("purpose"));
        move(now.minusSeconds(86_400 * 5), now.minusSeconds(86_400 * 5 - 60), "REFUELLING")
                .statusCode(400)
                .body("field", equalTo("to"));
        move(now.plusSeconds(86_400 * 30), now.plusSeconds(86_400 * 30 + 60), "REFUELLING")
                .statusCode(400)
                .body("field", equalTo("from"));
    }

    @Test
    void countsConfidentialVehiclesAndNeverShowsThem() {
        run();
        garage.sql(
                "update vehicle set confidential = true where id = ?",
                crew.vehicle().id());
        figures("VEHICLE").body("items", hasSize(0));
        figures("UNIT").body("items[0].total_m", equalTo(16_679));
        officer().get("/api/v1/mileage/" + vehicle + "/" + DAY).then().statusCode(404);
    }

    @Test
    void belongsToTheUnit() {
        run();
        RequestSpecification stranger = Callers.somebody(organisations.huangpu(), "stranger", "FLEET_OFFICER");
        stranger.get("/api/v1/mileage/" + vehicle + "/" + DAY)
                .then()
                .statusCode(404)
                .body("code", equalTo("mileage-unknown"));
        Callers.somebody(organisations.huangpu(), "stranger", "FLEET_OFFICER")
                .get("/api/v1/mileage?from=" + DAY + "&to=" + DAY + "&unitId=" + unit.id())
                .then()
                .statusCode(404)
                .body("code", equalTo("unit-unknown"));
        Callers.requester(unit)
                .get("/api/v1/mileage?from=" + DAY + "&to=" + DAY)
                .then()
                .statusCode(403);
    }

    @Test
    void namesTheBadParameter() {
        officer().get("/api/v1/mileage?from=" + DAY).then().statusCode(400).body("field", equalTo("to"));
        officer()
                .get("/api/v1/mileage?from=" + DAY + "&to=" + DAY.minusDays(1))
                .then()
                .statusCode(400)
                .body("field", equalTo("to"));
        officer()
                .get("/api/v1/mileage?by=COLOUR&from=" + DAY + "&to=" + DAY)
                .then()
                .statusCode(400)
                .body("field", equalTo("by"));
        officer()
                .post("/api/v1/mileage/run?day=" + DAY.plusDays(5))
                .then()
                .statusCode(400)
                .body("field", equalTo("day"));
    }

    @Test
    void aNightIsAttributedByOneReplicaOnce() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> night.runIfDue(0));
        String query = "select cast(claimed_at as text) || ended_at from reconciliation_run where pass = ?";
        List<String> once = garage.seen("/", query, 0);
        assertThat(once).hasSize(1);
        VertxContextSupport.subscribeAndAwait(() -> night.runIfDue(0));
        assertThat(garage.seen("/", query, 0)).isEqualTo(once);
    }

    private ValidatableResponse run() {
        return officer()
                .post("/api/v1/mileage/run?day=" + DAY + "&unitId=" + unit.id())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse day() {
        return officer().get("/api/v1/mileage/" + vehicle + "/" + DAY).then().statusCode(200);
    }

    private ValidatableResponse figures(String by) {
        return officer()
                .get("/api/v1/mileage?by=%s&from=%s&to=%s".formatted(by, DAY, DAY))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse explain(RequestSpecification caller, String segment, String reason) {
        return caller.body(Map.of("reason", reason, "evidence", "检测单"))
                .post("/api/v1/mileage/%s/%s/segments/%s/explanation".formatted(vehicle, DAY, segment))
                .then();
    }

    private static ValidatableResponse decide(RequestSpecification caller, String id, String decision, String reason) {
        Map<String, Object> form = new HashMap<>();
        form.put("decision", decision);
        form.put("reason", reason);
        return caller.body(form)
                .post("/api/v1/mileage/explanations/" + id + "/decision")
                .then();
    }

    private ValidatableResponse move(Instant from, Instant to, String purpose) {
        return officer()
                .body(Map.of("from", from.toString(), "to", to.toString(), "purpose", purpose, "reason", "调至新车场"))
                .post("/api/v1/vehicles/" + vehicle + "/moves")
                .then();
    }

    private RequestSpecification officer() {
        return Callers.somebody(unit, "officer-" + unit.code(), "FLEET_OFFICER");
    }

    private RequestSpecification superior() {
        return Callers.somebody(organisations.pudong(), "superior", "FLEET_OFFICER");
    }

    private void tracks(String points) {
        FakeTelematics.answerTrack(vehicle, points);
    }

    /** A report every minute and 1112 m, northwards from the hour on; ignition is off at the end. */
    private static String drive(int hour, int minutes) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i <= minutes; i++) {
            points.append(i == 0 ? "" : ",").append("""
                    {"reportedAt":"%s","latitude":%s,"longitude":121.5,"speed_kmh":%d,"heading_deg":0,"ignitionOn":%s}""".formatted(
                            START.plusSeconds(hour * 3600L + i * 60L),
                            31.5 + (i + (hour == 8 ? 0 : hour == 12 ? 10 : 15)) * 0.01,
                            i == 0 ? 0 : 60,
                            i < minutes));
        }
        return points.toString();
    }

    /** A trip of the hour, put there past the driver. */
    private void drove(int hour) {
        String order = Workflow.ordered(unit, crew);
        garage.sql(
                """
                insert into trip (id, order_id, order_number, request_id, unit_id, unit_path, vehicle_id, vehicle_unit_id,
                    vehicle_unit_path, plate, driver_name, status, departed_at, arrived_at, returned_at, odometer_start_km,
                    odometer_end_km)
                select ?, o.id, o.number, o.request_id, o.request_unit_id, o.request_unit_path, o.vehicle_id, o.vehicle_unit_id,
                    o.vehicle_unit_path, o.plate, o.driver_name, 'CLOSED', cast(? as timestamptz), cast(? as timestamptz),
                    cast(? as timestamptz), 100, 111 from vehicle_order o where o.id = ?""",
                Ids.next(),
                START.plusSeconds(hour * 3600L - 60).toString(),
                START.plusSeconds(hour * 3600L + 900).toString(),
                START.plusSeconds(hour * 3600L + 1800).toString(),
                UUID.fromString(order));
    }
}

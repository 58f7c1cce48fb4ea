package org.motorpool.dispatch.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.motorpool.dispatch.request.NewRequests.TOMORROW;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.contract.DutyApi;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;

@QuarkusTest
class DutyResourceTest {

    private static final String SHIFTS = "/api/v1/shifts";
    private static final String LEAVES = "/api/v1/leaves";

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    private Unit pudong;
    private Unit huangpu;

    @BeforeEach
    void units() {
        pudong = organisations.pudong();
        huangpu = organisations.huangpu();
    }

    @Test
    void plansShiftsFromATemplate() {
        DriverFile driver = fleet.spareDriver(pudong);
        String template = template("早班-" + driver.id());
        DutyApi.NewShifts wanted = new DutyApi.NewShifts(
                List.of(driver.id()), List.of(Days.of(TOMORROW)), UUID.fromString(template), null, null);
        Callers.dispatcher(pudong)
                .body(wanted)
                .post(SHIFTS)
                .then()
                .statusCode(201)
                .body("[0].status", equalTo("PLANNED"))
                .body(
                        "[0].from",
                        equalTo(Days.start(Days.of(TOMORROW))
                                .plus(Duration.ofHours(6))
                                .toString()));
        Callers.dispatcher(pudong)
                .get(SHIFTS + "?driverId=" + driver.id())
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        Callers.dispatcher(huangpu)
                .get(SHIFTS + "?driverId=" + driver.id())
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void makesTheSameBatchOnce() {
        DriverFile driver = fleet.spareDriver(pudong);
        String key = UUID.randomUUID().toString();
        String first = keyed(key)
                .body(day(driver, "06:00", "14:00"))
                .post(SHIFTS)
                .then()
                .statusCode(201)
                .extract()
                .path("[0].id");
        keyed(key)
                .body(day(driver, "06:00", "14:00"))
                .post(SHIFTS)
                .then()
                .statusCode(201)
                .body("[0].id", equalTo(first));
        keyed(key)
                .body(day(driver, "06:00", "15:00"))
                .post(SHIFTS)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void refusesShiftsThatOverlapAndWritesNone() {
        DriverFile driver = fleet.spareDriver(pudong);
        plan(day(driver, "06:00", "14:00")).then().statusCode(201);
        DriverFile other = fleet.spareDriver(pudong);
        DutyApi.NewShifts both = new DutyApi.NewShifts(
                List.of(other.id(), driver.id()),
                List.of(Days.of(TOMORROW)),
                null,
                LocalTime.of(13, 0),
                LocalTime.of(20, 0));
        plan(both).then().statusCode(409).body("code", equalTo("shift-overlap"));
        Callers.dispatcher(pudong)
                .get(SHIFTS + "?driverId=" + other.id())
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void namesWhatIsWrongWithShifts() {
        DriverFile driver = fleet.spareDriver(pudong);
        plan(day(driver, "06:00", "06:00")).then().statusCode(400).body("field", equalTo("endsAt"));
        plan(day(fleet.spareDriver(huangpu), "06:00", "14:00"))
                .then()
                .statusCode(404)
                .body("code", equalTo("driver-unknown"));
        plan(new DutyApi.NewShifts(
                        List.of(driver.id()),
                        List.of(Days.of(Instant.now()).minusDays(1)),
                        null,
                        LocalTime.of(6, 0),
                        LocalTime.of(14, 0)))
                .then()
                .statusCode(400)
                .body("field", equalTo("days"));
    }

    @Test
    void withdrawsWhatWasReadOnly() {
        String shift = plan(day(fleet.spareDriver(pudong), "06:00", "14:00")).path("[0].id");
        String withdraw = SHIFTS + "/" + shift + "/withdraw";
        Callers.dispatcher(huangpu)
                .body(Map.of("reason", "不是我的"))
                .post(withdraw)
                .then()
                .statusCode(404);
        Callers.dispatcher(pudong)
                .body(Map.of())
                .post(withdraw)
                .then()
                .statusCode(400)
                .body("field", equalTo("reason"));
        Callers.dispatcher(pudong)
                .header("If-Match", "\"7\"")
                .body(Map.of("reason", "调休"))
                .post(withdraw)
                .then()
                .statusCode(412)
                .body("code", equalTo("version-stale"));
        Callers.dispatcher(pudong)
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "调休"))
                .post(withdraw)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("WITHDRAWN"));
        Callers.dispatcher(pudong)
                .body(Map.of("reason", "调休"))
                .post(withdraw)
                .then()
                .statusCode(409)
                .body("code", equalTo("shift-state"));
    }

    @Test
    void assignsNobodyBetweenShifts() {
        Fleet.Crew crew = fleet.car(pudong);
        shiftAround(crew, TOMORROW.minus(Duration.ofHours(6)), TOMORROW.plus(Duration.ofHours(1)));
        shiftAround(crew, TOMORROW.plus(Duration.ofHours(3)), TOMORROW.plus(Duration.ofHours(9)));
        Workflow.assign(pudong, Workflow.approved(pudong), crew)
                .then()
                .statusCode(422)
                .body("code", equalTo("driver-off-shift"))
                .body("violations[0].clause", notNullValue());
        shiftAround(crew, TOMORROW.plus(Duration.ofHours(1)), TOMORROW.plus(Duration.ofHours(3)));
        Workflow.assign(pudong, Workflow.approved(pudong), crew).then().statusCode(201);
    }

    @Test
    void refusesTooManyHoursAtTheWheelADay() {
        Fleet.Crew crew = fleet.car(pudong);
        Instant start = Days.start(Days.of(TOMORROW).plusDays(1));
        // Changzhou and back is 6 to 7 h at the wheel: once a day, not twice
        Workflow.assign(pudong, Workflow.approved(pudong, far(start)), crew)
                .then()
                .statusCode(201);
        Workflow.assign(pudong, Workflow.approved(pudong, far(start.plus(Duration.ofHours(11)))), crew)
                .then()
                .statusCode(422)
                .body("code", equalTo("driver-daily-hours"))
                .body("detail", containsString("480"));
    }

    @Test
    void tellsADriversDay() {
        Fleet.Crew crew = fleet.car(pudong);
        String order = Workflow.ordered(pudong, crew);
        String duty = "/api/v1/drivers/" + crew.driver().id() + "/duty?day=" + Days.of(TOMORROW);
        Callers.dispatcher(pudong)
                .get(duty)
                .then()
                .statusCode(200)
                .body("orders.orderId", hasItem(order))
                .body("driving_min", greaterThan(60))
                .body("rostered", equalTo(false))
                .body("limits.key", hasItem("CONTINUOUS_DRIVING_MAX"));
        Callers.dispatcher(huangpu).get(duty).then().statusCode(404).body("code", equalTo("driver-unknown"));
    }

    @Test
    void theAuditTrailKeepsBeforeAndAfter() {
        DriverFile driver = fleet.spareDriver(pudong);
        String id =
                Callers.dispatcher(pudong).body(leave(driver.id())).post(LEAVES).path("id");
        Callers.dispatcher(pudong)
                .body(Map.of("decision", "APPROVE"))
                .post(LEAVES + "/" + id + "/decisions")
                .then()
                .statusCode(200);
        List<Map<String, Object>> entries = Callers.somebody(pudong, "auditor", "SUPERVISOR")
                .get("/api/v1/audit?limit=1000")
                .path("items");
        assertThat(entries).anySatisfy(entry -> assertThat(entry)
                .containsEntry("action", "leave-approved")
                .containsEntry("subjectId", id)
                .containsEntry("before", "ASKED")
                .containsEntry("after", "APPROVED"));
    }

    private void shiftAround(Fleet.Crew crew, Instant from, Instant to) {
        DutyApi.NewShifts wanted = new DutyApi.NewShifts(
                List.of(crew.driver().id()), List.of(Days.of(from)), null, chinaTime(from), chinaTime(to));
        plan(wanted).then().statusCode(201);
    }

    private static LocalTime chinaTime(Instant moment) {
        return LocalTime.ofInstant(moment, ZoneOffset.ofHours(8));
    }

    private static DutyApi.NewShifts day(DriverFile driver, String from, String to) {
        return new DutyApi.NewShifts(
                List.of(driver.id()), List.of(Days.of(TOMORROW)), null, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static DutyApi.NewLeave leave(UUID driverId) {
        return new DutyApi.NewLeave(driverId, "ANNUAL", TOMORROW, TOMORROW.plus(Duration.ofHours(8)), "探亲");
    }

    /** To Changzhou, more than three hours each way. */
    private NewRequest far(Instant from) {
        NewRequest near = NewRequests.during(NewRequests.of(pudong), from, from.plus(Duration.ofHours(10)));
        return new NewRequest(
                near.unitId(),
                near.purpose(),
                near.category(),
                near.passengers(),
                near.pickup(),
                new Place("常州站", 31.7833, 119.9667),
                near.departAt(),
                near.returnAt(),
                null);
    }

    private Response plan(DutyApi.NewShifts wanted) {
        return Callers.dispatcher(pudong).body(wanted).post(SHIFTS);
    }

    private RequestSpecification keyed(String key) {
        return Callers.dispatcher(pudong).header("Idempotency-Key", key);
    }

    private String template(String name) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "startsAt", "06:00", "endsAt", "14:00"));
        body.put("unitId", pudong.id().toString());
        return Callers.dispatcher(pudong)
                .body(body)
                .post(SHIFTS + "/templates")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}

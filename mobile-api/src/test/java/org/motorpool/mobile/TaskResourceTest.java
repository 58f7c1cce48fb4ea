package org.motorpool.mobile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(FakeDispatch.class)
class TaskResourceTest {

    private static final String TASKS = "/driver/v1/tasks";
    private static final String ORDER_ID = "019a0000-0000-7000-8000-000000000001";
    private static final String EVENT_ID = "019a0000-0000-7000-8000-0000000000aa";
    private static final Map<String, Object> STEP = Map.of(
            "eventId", EVENT_ID, "occurredAt", "2026-11-23T08:00:00Z", "odometer_km", 1000, "waiting_minutes", 12);

    @Test
    void listsTheOpenTasksOfTheCallerTheNextFirst() {
        FakeDispatch.answers(200, """
                {"items":[%s,%s],"next":"c"}""".formatted(
                        order("ACCEPTED", "2026-11-24T08:00:00Z"), order("ASSIGNED", "2026-11-23T08:00:00Z")));
        String token = FakeDispatch.token(Instant.now().plusSeconds(60), "DRIVER");
        with(token)
                .get(TASKS)
                .then()
                .statusCode(200)
                .body("items.from", equalTo(List.of("2026-11-23T08:00:00Z", "2026-11-24T08:00:00Z")))
                .body("items.nextStep", equalTo(List.of("ACCEPT", "DEPART")))
                .body("items[0].plate", equalTo("沪AD12345"))
                .body("items[0].pickup.name", equalTo("市政府"))
                .body("next", equalTo("c"));
        assertThat(FakeDispatch.CALLS)
                .containsExactly(new FakeDispatch.Call(
                        "GET",
                        "/api/v1/orders?driver=me&status=ASSIGNED%2CACCEPTED%2CDEPARTED%2CARRIVED&limit=100",
                        "Bearer " + token,
                        ""));
    }

    /** 合乘: one task, with whoever else is picked up on the way. */
    @Test
    void showsWhoRidesAlong() {
        String lead = order("ACCEPTED", "2026-11-23T08:00:00Z");
        String rider = lead.replace(ORDER_ID, "019a0000-0000-7000-8000-000000000002")
                .replaceFirst("\\{", "{\"course\":{\"revision\":0,\"ridesWithId\":\"%s\"},".formatted(ORDER_ID));
        FakeDispatch.answers(200, "{\"items\":[%s,%s],\"next\":null}".formatted(rider, lead));
        driver().get(TASKS)
                .then()
                .statusCode(200)
                .body("items.orderId", equalTo(List.of(ORDER_ID)))
                .body("items[0].riders.orderId", equalTo(List.of("019a0000-0000-7000-8000-000000000002")))
                .body("items[0].riders[0].pickup.name", equalTo("市政府"));
    }

    @ParameterizedTest
    @CsvSource({
        "accept, ACCEPT, ACCEPTED, DEPART",
        "depart, DEPART, DEPARTED, ARRIVE",
        "arrive, ARRIVE, ARRIVED, RETURN",
        "return, RETURN, RETURNED, "
    })
    void reportsAStep(String path, String step, String status, String next) {
        FakeDispatch.answers(200, order(status, "2026-11-23T08:00:00Z"));
        driver().body(STEP)
                .post(TASKS + "/" + ORDER_ID + "/" + path)
                .then()
                .statusCode(200)
                .body("orderId", equalTo(ORDER_ID))
                .body("status", equalTo(status))
                .body("nextStep", next == null ? nullValue() : equalTo(next));
        FakeDispatch.Call call = FakeDispatch.CALLS.element();
        assertThat(call.uri()).isEqualTo("/api/v1/orders/" + ORDER_ID + "/progress");
        assertThat(JsonPath.from(call.body()).getMap(""))
                .isEqualTo(Map.of(
                        "eventId",
                        EVENT_ID,
                        "step",
                        step,
                        "occurredAt",
                        "2026-11-23T08:00:00Z",
                        "odometer_km",
                        1000,
                        "waiting_minutes",
                        12));
    }

    @Test
    void passesOnWhatDispatchRefuses() {
        String problem = """
                {"type":"urn:motorpool:problem:order-state","title":"状态冲突 Conflict","status":409,\
                "detail":"…","code":"order-state"}""";
        FakeDispatch.answers(409, problem);
        String answered = driver().body(STEP)
                .post(TASKS + "/" + ORDER_ID + "/depart")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .extract()
                .asString();
        assertThat(answered).isEqualTo(problem);
    }

    @Test
    void saysThatDispatchDoesNotAnswer() {
        FakeDispatch.isDown();
        driver().get(TASKS)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("code", equalTo("dispatch-unavailable"));
    }

    @Test
    void refusesAnExpiredToken() {
        with(FakeDispatch.token(Instant.now().minusSeconds(120), "DRIVER"))
                .get(TASKS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("token-expired"));
    }

    @Test
    void refusesACallWithoutAToken() {
        RestAssured.given().get(TASKS).then().statusCode(401).body("code", equalTo("token-missing-or-invalid"));
    }

    @Test
    void isForDriversOnly() {
        with(FakeDispatch.token(Instant.now().plusSeconds(60), "DISPATCHER"))
                .get(TASKS)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"));
    }

    @Test
    void refusesABodyThatIsNotJson() {
        driver().body("{\"eventId\":")
                .post(TASKS + "/" + ORDER_ID + "/accept")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed-json"));
    }

    private static RequestSpecification driver() {
        return with(FakeDispatch.token(Instant.now().plusSeconds(60), "DRIVER"));
    }

    private static RequestSpecification with(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    private static String order(String status, String from) {
        return """
                {"id":"%s","number":"PC-310115-20261123-0001","status":"%s","requestId":"%s",
                 "requestNumber":"YC-310115-20261123-0001","requestUnitName":"浦东","purpose":"参加会议","passengers":2,
                 "pickup":{"name":"市政府","latitude":31.2,"longitude":121.5},
                 "dropoff":{"name":"虹桥","latitude":31.19,"longitude":121.32},
                 "from":"%s","to":"2026-11-25T08:00:00Z","sharing":"OWN_UNIT","vehicleId":"%s","plate":"沪AD12345",
                 "vehicleUnitName":"浦东","driverId":"%s","driverName":"王五","driverUsername":"driver"}""".formatted(ORDER_ID, status, ORDER_ID, from, ORDER_ID, ORDER_ID);
    }
}

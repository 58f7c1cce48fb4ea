package org.motorpool.standalone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.telematics.codec.Downlink;

/** From a request to a closed trip with measured kilometres, through every public interface. */
@ExtendWith(Assembly.class)
class MainJobIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double METRE_IN_DEGREES_OF_LATITUDE = 1 / 110_900.0;

    @Test
    void crossDepartmentRequestGoesFromSubmittedToClosed() throws Exception {
        Api traveller = Api.as("requester");
        int moreThanOwnVehiclesSeat = traveller.all("vehicles").stream()
                        .mapToInt(vehicle -> ((Number) vehicle.get("seats")).intValue())
                        .max()
                        .orElse(0)
                + 1;
        Trip trip = drive(traveller, traveller.request(Api.now().plusSeconds(5), null, moreThanOwnVehiclesSeat));
        assertThat(trip.request().getString("sharing")).isEqualTo("CROSS_DEPARTMENT");
        assertThat(trip.measured_m()).isBetween(1_900L, 2_100L);
    }

    @Test
    void crossRegionRequestGetsAVehicleOfTheHostRegion() throws Exception {
        Api traveller = Api.as("requester");
        Trip trip = drive(traveller, traveller.request(Api.now().plusSeconds(5), "330100"));
        assertThat(trip.request().getString("sharing")).isEqualTo("CROSS_REGION");
        assertThat(trip.plate()).startsWith("浙");
        assertThat(trip.measured_m()).isBetween(1_900L, 2_100L);
    }

    private record Trip(JsonPath request, String plate, long measured_m) {}

    /** Submit, approve, plan, commit; then the driver drives 2 km while the terminal reports. */
    private static Trip drive(Api traveller, RequestApi.NewRequest request) throws Exception {
        String requestId = traveller.submit(request);
        Api.as("approver")
                .post("requests/" + requestId + "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(200)
                .body("status", equalTo("APPROVED"));
        recommend(requestId, request.hostRegionCode() == null);
        plan();
        JsonPath order = traveller
                .get("requests/" + requestId)
                .statusCode(200)
                .body("status", equalTo("ASSIGNED"))
                .body("order.plate", notNullValue())
                .extract()
                .jsonPath();
        driveOrder(order.getString("order.id"));
        JsonPath closed = awaitStatus(traveller, requestId, "CLOSED");
        long measured_m = Api.as("dispatcher").all("trips").stream()
                .filter(trip -> requestId.equals(trip.get("requestId")))
                .map(trip -> ((Number) trip.get("measured_m")).longValue())
                .findFirst()
                .orElseThrow();
        return new Trip(closed, order.getString("order.plate"), measured_m);
    }

    /** Every vehicle has its reason; one of the own region can be there soon, and has its costs. */
    private static void recommend(String requestId, boolean near) {
        ValidatableResponse found = Api.as("dispatcher")
                .get("requests/" + requestId + "/recommendations?limit=3")
                .statusCode(200)
                .body("refused", not(empty()))
                .body("refused.findAll { it.count < 1 }", empty());
        if (near) {
            found.body("best[0].driverName", notNullValue()).body("best[0].terms.code", hasItem("driving"));
        }
    }

    private static void plan() {
        Api dispatcher = Api.as("dispatcher");
        Instant from = Api.now().minusSeconds(60);
        String planId = dispatcher
                .post(
                        "plans",
                        Api.body(
                                "from",
                                from.toString(),
                                "to",
                                from.plusSeconds(7200).toString(),
                                "seconds",
                                2))
                .statusCode(201)
                .extract()
                .path("id");
        await().atMost(PATIENCE)
                .untilAsserted(() -> dispatcher.get("plans/" + planId).body("status", equalTo("PROPOSED")));
        dispatcher.post("plans/" + planId + "/commit", Map.of()).statusCode(200).body("status", equalTo("COMMITTED"));
    }

    private static void driveOrder(String orderId) throws IOException {
        JsonPath order = Api.as("dispatcher")
                .get("orders/" + orderId)
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Object> terminal = Api.as("dispatcher").all("terminals").stream()
                .filter(one -> order.getString("vehicleId").equals(one.get("vehicleId")))
                .findFirst()
                .orElseThrow();
        Api driver = Api.as(order.getString("driverUsername"));
        Instant returned = Api.now();
        Instant departed = returned.minusSeconds(40);
        step(driver, orderId, "accept", departed, null);
        step(driver, orderId, "depart", departed, 12_000L);
        reportTwoKilometres(terminal, departed.plusSeconds(5));
        step(driver, orderId, "arrive", returned, null);
        step(driver, orderId, "return", returned, 12_002L);
    }

    /** Eleven positions 200 m apart, three seconds each; every one is acknowledged. */
    private static void reportTwoKilometres(Map<String, Object> terminal, Instant start) throws IOException {
        try (Terminal device =
                new Terminal((String) terminal.get("phone"), ((Number) terminal.get("protocolVersion")).intValue())) {
            device.signOn((String) terminal.get("terminalId"), (String) terminal.get("plate"));
            for (int i = 0; i <= 10; i++) {
                double latitude = 31.2 + i * 200 * METRE_IN_DEGREES_OF_LATITUDE;
                Downlink answer = device.report(latitude, 121.47, 500_000 + i * 200L, start.plusSeconds(i * 3L));
                assertThat(answer)
                        .isInstanceOfSatisfying(Downlink.GeneralReply.class, reply -> assertThat(reply.result())
                                .isZero());
            }
        }
    }

    private static void step(Api driver, String orderId, String step, Instant at, Long odometer_km) {
        driver.given(Assembly.mobileUrl())
                .body(Api.body(
                        "eventId", UUID.randomUUID().toString(),
                        "occurredAt", at.toString(),
                        "odometer_km", odometer_km))
                .post("/driver/v1/tasks/{id}/" + step, orderId)
                .then()
                .statusCode(200);
    }

    private static JsonPath awaitStatus(Api caller, String requestId, String status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> caller.get("requests/" + requestId).body("status", equalTo(status)));
        return caller.get("requests/" + requestId).extract().jsonPath();
    }
}

package org.motorpool.standalone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A vehicle breaks down before its order begins; the planner finds another one, and the dispatcher takes it. */
@ExtendWith(Assembly.class)
class ReplanIT {

    private static final Api DISPATCHER = Api.as("dispatcher");

    @Test
    void ordersOfAVehicleThatBrokeDownGoToAnotherOne() {
        JsonPath order = order(Api.now().plus(Duration.ofHours(3)));
        String discarded = breakdown(order, null)
                .body("unserved", empty())
                .body("costBefore_fen", notNullValue())
                .extract()
                .path("id");
        DISPATCHER.post("replans/" + discarded + "/discard", Map.of()).statusCode(200);

        Instant until = Api.now().plus(Duration.ofHours(8));
        JsonPath replan = breakdown(order, until).extract().jsonPath();
        String move = "moves.find { it.orderId == '%s' }".formatted(order.getString("id"));
        assertThat(replan.getString(move + ".to.plate")).isNotEqualTo(order.getString("plate"));
        assertThat(replan.getBoolean(move + ".forced")).isTrue();
        assertThat(replan.getLong(move + ".from.cost_fen")).isPositive();
        assertThat(replan.getLong(move + ".to.cost_fen")).isPositive();
        DISPATCHER
                .post("replans/" + replan.getString("id") + "/commit", Map.of())
                .statusCode(200)
                .body("state", equalTo("COMMITTED"));

        DISPATCHER
                .get("orders/" + order.getString("id"))
                .body("plate", equalTo(replan.getString(move + ".to.plate")))
                .body("driverName", equalTo(replan.getString(move + ".to.driverName")));
    }

    private static ValidatableResponse breakdown(JsonPath order, Instant until) {
        return DISPATCHER
                .post(
                        "replans",
                        Api.body(
                                "kind",
                                "BREAKDOWN",
                                "vehicleId",
                                order.getString("vehicleId"),
                                "until",
                                until == null ? null : until.toString()))
                .statusCode(201)
                .body("moves", not(empty()))
                .body("moves.orderId", hasItem(order.getString("id")))
                .body("moves.to.plate", not(hasItem(order.getString("plate"))));
    }

    /** With the vehicle that is recommended. */
    private static JsonPath order(Instant departAt) {
        Api traveller = Api.as("requester");
        String requestId = traveller.submit(traveller.request(departAt, null));
        Api.as("approver")
                .post("requests/" + requestId + "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(200);
        JsonPath best = DISPATCHER
                .get("requests/" + requestId + "/recommendations?limit=1")
                .statusCode(200)
                .extract()
                .jsonPath();
        return DISPATCHER
                .post(
                        "orders",
                        Map.of(
                                "requestId", requestId,
                                "vehicleId", best.getString("best[0].vehicleId"),
                                "driverId", best.getString("best[0].driverId")))
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}

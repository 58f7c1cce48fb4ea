package org.motorpool.dispatch.trip;

import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;
import org.motorpool.dispatch.assignment.Fleet;

/** Object mother: tolls of an order, paid a minute ago. */
public final class Tolls {

    private Tolls() {}

    /** Body of an expense. */
    public static Map<String, Object> of(Fleet.Crew crew, String order, int amount_fen) {
        return Map.of(
                "vehicleId",
                crew.vehicle().id(),
                "orderId",
                order,
                "kind",
                "TOLL",
                "incurredAt",
                Instant.now().minusSeconds(60).toString(),
                "amount_fen",
                amount_fen,
                "supplier",
                "高速公司",
                "designated",
                true);
    }

    /** The id of a toll that an officer recorded. */
    public static String record(RequestSpecification officer, Fleet.Crew crew, String order, int amount_fen) {
        return officer.body(of(crew, order, amount_fen))
                .post("/api/v1/expenses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}

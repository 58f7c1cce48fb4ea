package org.motorpool.dispatch.assignment;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;

/** Object mother: what the driver of an order reports, now. */
public final class Driving {

    private Driving() {}

    /** Accepted and departed. */
    public static void depart(Unit unit, Fleet.Crew crew, String order, long odometer_km) {
        report(unit, crew, order, "ACCEPT", null).then().statusCode(200);
        report(unit, crew, order, "DEPART", odometer_km).then().statusCode(200);
    }

    /** Arrived and returned. */
    public static void comeBack(Unit unit, Fleet.Crew crew, String order, long odometer_km) {
        report(unit, crew, order, "ARRIVE", null).then().statusCode(200);
        report(unit, crew, order, "RETURN", odometer_km).then().statusCode(200);
    }

    public static Response report(Unit unit, Fleet.Crew crew, String order, String step, Long odometer_km) {
        Map<String, Object> body = new HashMap<>();
        body.put("eventId", UUID.randomUUID());
        body.put("step", step);
        body.put("occurredAt", Instant.now().toString());
        body.put("odometer_km", odometer_km);
        return Callers.driver(unit, crew.driver().username()).body(body).post("/api/v1/orders/" + order + "/progress");
    }
}

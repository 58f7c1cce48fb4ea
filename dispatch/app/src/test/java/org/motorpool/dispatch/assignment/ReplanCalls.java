package org.motorpool.dispatch.assignment;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;

/** What a unit's dispatcher asks about re-plans. */
final class ReplanCalls {

    static final String REPLANS = "/api/v1/replans";
    static final String ORDERS = "/api/v1/orders";

    private ReplanCalls() {}

    static ValidatableResponse propose(Unit unit, Map<String, Object> event) {
        return Callers.dispatcher(unit).body(event).post(REPLANS).then();
    }

    static ValidatableResponse proposeAs(Unit unit, String key, Map<String, Object> event) {
        return Callers.dispatcher(unit)
                .header("Idempotency-Key", key)
                .body(event)
                .post(REPLANS)
                .then();
    }

    static ValidatableResponse commitAs(Unit unit, @Nullable String key, String tag, String id) {
        RequestSpecification caller = Callers.dispatcher(unit).header("If-Match", tag);
        return (key == null ? caller : caller.header("Idempotency-Key", key))
                .post(REPLANS + "/" + id + "/commit")
                .then();
    }

    static ValidatableResponse post(Unit unit, String id, String act) {
        return Callers.dispatcher(unit).post(REPLANS + "/" + id + "/" + act).then();
    }

    static ValidatableResponse get(Unit unit, String id) {
        return Callers.dispatcher(unit).get(REPLANS + "/" + id).then();
    }

    static void plateOf(Unit unit, String order, Fleet.Crew crew) {
        Callers.dispatcher(unit)
                .get(ORDERS + "/" + order)
                .then()
                .body("plate", equalTo(crew.vehicle().plate()));
    }
}

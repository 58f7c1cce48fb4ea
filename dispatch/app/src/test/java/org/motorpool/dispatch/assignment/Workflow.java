package org.motorpool.dispatch.assignment;

import io.restassured.response.Response;
import java.util.UUID;
import org.motorpool.dispatch.contract.OrderApi.NewOrder;
import org.motorpool.dispatch.contract.RequestApi.NewDecision;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;

/** Object mother: requests and orders, made over REST as people make them. */
public final class Workflow {

    private Workflow() {}

    public static UUID approved(Unit unit) {
        return approved(unit, NewRequests.of(unit));
    }

    public static UUID approved(Unit unit, NewRequest request) {
        String id = Callers.requester(unit)
                .body(request)
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Callers.approver(unit)
                .body(new NewDecision("APPROVE", null))
                .post("/api/v1/requests/" + id + "/decisions")
                .then()
                .statusCode(200);
        return UUID.fromString(id);
    }

    public static Response assign(Unit unit, UUID requestId, Fleet.Crew crew) {
        return assign(
                unit, new NewOrder(requestId, crew.vehicle().id(), crew.driver().id()));
    }

    public static Response assign(Unit unit, NewOrder order) {
        return Callers.dispatcher(unit).body(order).post("/api/v1/orders");
    }

    /** The id of a new order for a new request. */
    public static String ordered(Unit unit, Fleet.Crew crew) {
        return assign(unit, approved(unit), crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}

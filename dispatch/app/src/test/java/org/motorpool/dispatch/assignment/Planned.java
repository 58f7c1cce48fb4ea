package org.motorpool.dispatch.assignment;

import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.motorpool.dispatch.contract.OrderApi.NewPlan;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;
import org.motorpool.planner.contract.PlannerCommand;
import org.motorpool.planner.contract.PlannerEvent;

/** Object mother: plans of a unit, and what the planner says of them. */
@ApplicationScoped
class Planned {

    static final String PLANS = "/api/v1/plans";

    private static final Duration USE = Duration.ofHours(2);

    private final PlanService plans;

    Planned(PlanService plans) {
        this.plans = plans;
    }

    /** An approved request for two hours. */
    UUID request(Unit unit, Instant departAt) {
        return Workflow.approved(unit, NewRequests.during(NewRequests.of(unit), departAt, departAt.plus(USE)));
    }

    /** The id of a plan of departures in the hour. */
    String create(Unit unit, Instant from) {
        return Callers.dispatcher(unit)
                .body(new NewPlan(from, from.plus(Duration.ofHours(1)), 1))
                .post(PLANS)
                .then()
                .statusCode(201)
                .body("status", Matchers.equalTo("SOLVING"))
                .extract()
                .path("id");
    }

    /** What the planner tells arrives. */
    void on(PlannerEvent event) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> plans.on(event));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    /** The planner proposes these orders and leaves nothing out. */
    void propose(String planId, Unit unit, PlannerEvent.ProposedOrder... orders) {
        on(new PlannerEvent.PlanProposed(UUID.fromString(planId), unit.code(), List.of(orders), List.of(), "0", 1, 1));
    }

    static PlannerEvent.ProposedOrder order(UUID request, Fleet.Crew crew, Instant from) {
        return order(request, crew, from, from.plus(USE));
    }

    static PlannerEvent.ProposedOrder order(UUID request, Fleet.Crew crew, Instant from, Instant to) {
        return new PlannerEvent.ProposedOrder(
                request, crew.vehicle().id(), crew.driver().id(), new PlannerCommand.Period(from, to), 1500);
    }

    /** What the commit answers. */
    static String commit(Unit unit, String planId) {
        return Callers.dispatcher(unit)
                .post(PLANS + "/" + planId + "/commit")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}

package org.motorpool.dispatch.assignment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;
import org.motorpool.planner.contract.PlannerEvent;

/** Why a plan does with a request what it does, with the planner as another system behind HTTP. */
@QuarkusTest
@QuarkusTestResource(value = FakePlanner.class, restrictToAnnotatedClass = true)
class ExplanationResourceTest {

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Planned planned;

    @Test
    void explainsWhatAPlanDoesWithARequest() {
        FakePlanner.fail(0);
        Unit huangpu = organisations.huangpu();
        Instant day = NewRequests.TOMORROW.plus(Duration.ofDays(190));
        Fleet.Crew chosen = fleet.car(huangpu);
        fleet.car(huangpu);
        UUID served = planned.request(huangpu, day);
        UUID unserved = planned.request(huangpu, day);
        UUID planId = UUID.fromString(planned.create(huangpu, day));
        explain(huangpu, planId, served).statusCode(409).body("code", equalTo("plan-state"));
        planned.on(new PlannerEvent.PlanProposed(
                planId,
                huangpu.code(),
                List.of(Planned.order(served, chosen, day)),
                List.of(new PlannerEvent.Unserved(unserved, "no-vehicle-free", "没有空闲车辆")),
                "0",
                1,
                1));

        explain(huangpu, planId, served)
                .statusCode(200)
                .body("chosen.plate", equalTo(chosen.vehicle().plate()))
                .body("chosen.added_fen", equalTo(800))
                .body("runnerUp.terms.code", equalTo(List.of("driving")))
                .body("difference_fen", equalTo(150));
        explain(huangpu, planId, unserved)
                .statusCode(200)
                .body("chosen", nullValue())
                .body("binding[0].code", equalTo("time"))
                .body("binding[0].vehicles", equalTo(7))
                .body("relaxations[0].text", containsString("15 minutes later"));
        explain(huangpu, planId, UUID.randomUUID()).statusCode(404).body("code", equalTo("request-not-planned"));
        explain(organisations.pudong(), planId, served).statusCode(404).body("code", equalTo("plan-unknown"));
    }

    private static ValidatableResponse explain(Unit unit, UUID plan, UUID request) {
        return Callers.dispatcher(unit)
                .get(Planned.PLANS + "/" + plan + "/explanations/" + request)
                .then();
    }
}

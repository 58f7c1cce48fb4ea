package org.motorpool.dispatch.assignment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.store.Plans;
import org.motorpool.dispatch.contract.OrderApi.NewPlan;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;

/** A plan does not wait for ever: the planner of this test never answers. */
@QuarkusTest
class SilentPlansTest {

    private static final int SOLVING_S = 5;

    @Inject
    Organisations organisations;

    @Inject
    Plans plans;

    @Inject
    ScopedTransactions transactions;

    private Unit huangpu;
    private String planId;
    private Instant asked;

    @BeforeEach
    void ask() {
        huangpu = organisations.huangpu();
        Instant day = NewRequests.TOMORROW.plus(Duration.ofDays(70));
        Workflow.approved(huangpu, NewRequests.during(NewRequests.of(huangpu), day, day.plusSeconds(3600)));
        asked = Instant.now();
        planId = Callers.dispatcher(huangpu)
                .body(new NewPlan(day.minusSeconds(3600), day.plusSeconds(3600), SOLVING_S))
                .post("/api/v1/plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void waitsWhileThePlannerMayStillAnswer() throws Throwable {
        failUnanswered(asked.plusSeconds(SOLVING_S - 1));
        plan().body("status", equalTo("SOLVING"));
    }

    @Test
    void failsWhenThePlannerShouldHaveAnswered() throws Throwable {
        failUnanswered(asked.plusSeconds(SOLVING_S + 60));
        plan().body("status", equalTo("FAILED")).body("failure", containsString("planner-silent"));
    }

    private ValidatableResponse plan() {
        return Callers.dispatcher(huangpu).get("/api/v1/plans/" + planId).then().statusCode(200);
    }

    private void failUnanswered(Instant before) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> transactions.inTransaction(
                Scope.SYSTEM, session -> plans.failUnanswered(session, before, SilentPlans.REASON)));
    }
}

package org.motorpool.dispatch.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Driving;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;

/** Supervisors read what was done in their scope, and nothing of other units. */
@QuarkusTest
class AuditTrailTest {

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Test
    void notesACancellationForTheSupervisorsAbove() {
        Unit pudong = organisations.pudong();
        String number = cancelled(pudong);
        assertThat(cancellations(pudong)).contains(number);
        assertThat(cancellations(organisations.shanghai())).contains(number);
        assertThat(cancellations(organisations.huangpu())).doesNotContain(number);
    }

    @Test
    void tellsHowARequestFollowsItsOrder() {
        Unit unit = organisations.pudong();
        Fleet.Crew crew = fleet.car(unit);
        UUID request = Workflow.approved(unit);
        String order = Workflow.assign(unit, request, crew).path("id");
        Callers.dispatcher(unit)
                .body(Map.of("reason", "车辆故障"))
                .post("/api/v1/orders/" + order + "/cancel")
                .then()
                .statusCode(200);
        String again = Workflow.assign(unit, request, crew).path("id");
        Driving.depart(unit, crew, again, 1000);
        String number =
                Callers.requester(unit).get("/api/v1/requests/" + request).path("number");
        assertThat(actions(unit, number))
                .containsSubsequence("request-UNDERWAY", "request-released", "request-APPROVED");
    }

    /** What was done to what has this number, the last first. */
    private static List<String> actions(Unit unit, String number) {
        return Callers.somebody(unit, "supervisor-" + unit.code().toLowerCase(), "SUPERVISOR")
                .get("/api/v1/audit?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.subject == '%s' }.action".formatted(number));
    }

    /** The number of a request that was made and cancelled. */
    private static String cancelled(Unit unit) {
        String id = Callers.requester(unit)
                .body(NewRequests.of(unit))
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return Callers.requester(unit)
                .post("/api/v1/requests/" + id + "/cancel")
                .then()
                .statusCode(200)
                .extract()
                .path("number");
    }

    private static List<String> cancellations(Unit unit) {
        return Callers.somebody(unit, "supervisor-" + unit.code().toLowerCase(), "SUPERVISOR")
                .get("/api/v1/audit?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.action == 'request-CANCELLED' }.subject");
    }
}

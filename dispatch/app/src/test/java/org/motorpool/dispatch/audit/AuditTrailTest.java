package org.motorpool.dispatch.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;

/** Supervisors read what was done in their scope, and nothing of other units. */
@QuarkusTest
class AuditTrailTest {

    @Inject
    Organisations organisations;

    @Test
    void notesACancellationForTheSupervisorsAbove() {
        Unit pudong = organisations.pudong();
        String number = cancelled(pudong);
        assertThat(cancellations(pudong)).contains(number);
        assertThat(cancellations(organisations.shanghai())).contains(number);
        assertThat(cancellations(organisations.huangpu())).doesNotContain(number);
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

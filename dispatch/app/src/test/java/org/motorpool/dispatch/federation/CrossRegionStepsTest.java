package org.motorpool.dispatch.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.trip.FakeTelematics;

/** Steps of a use across regions that end it early, and those that are refused. */
@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class CrossRegionStepsTest {

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Guest guest;

    private Unit pudong;
    private Unit nanjing;

    @BeforeEach
    void anAgreement() {
        pudong = organisations.pudong();
        nanjing = fleet.nanjing();
        guest.agreed(LocalDate.of(2099, 1, 1));
    }

    @Test
    void cancelsABookingAndTheRequestWaitsAgain() {
        UUID request = guest.approved();
        String home = guest.booked(request);
        Guest.act(pudong, home, "cancel", Map.of("reason", "会议改期"))
                .statusCode(200)
                .body("status", equalTo("CANCELLING"));
        Guest.until(pudong, home, "CANCELLED");
        guest.requestOf(request).body("status", equalTo("APPROVED")).body("order", nullValue());
        Guest.until(nanjing, guest.hostOf(home), "CANCELLED");
        Guest.act(pudong, home, "book", null).statusCode(409).body("code", equalTo("case-state"));
    }

    @Test
    void tellsHomeThatTheHostCancelledTheGuest() {
        UUID request = guest.approved();
        String home = guest.booked(request);
        String host = guest.hostOf(home);
        String gone = Guest.path(nanjing, host, "requestId");
        Callers.requester(nanjing)
                .post("/api/v1/requests/" + gone + "/cancel")
                .then()
                .statusCode(200);
        Guest.until(pudong, home, "CANCELLED");
        Guest.until(nanjing, host, "CANCELLED");
        guest.requestOf(request).body("status", equalTo("APPROVED")).body("order", nullValue());
    }

    @Test
    void asksOneAuthorityAtATimeAndNobodyElseAssignsABookedRequest() {
        UUID request = guest.approved();
        String home = guest.booked(request);
        Guest.dispatcher(pudong)
                .body(Map.of("requestId", request, "contact", "张三 139"))
                .post(Guest.ROOT)
                .then()
                .statusCode(409)
                .body("code", equalTo("request-state"));
        Workflow.assign(pudong, request, fleet.car(pudong))
                .then()
                .statusCode(409)
                .body("code", equalTo("request-state"));
        UUID other = guest.approved();
        guest.inquired(other);
        Guest.dispatcher(pudong)
                .body(Map.of("requestId", other, "contact", "李四 139"))
                .post(Guest.ROOT)
                .then()
                .statusCode(409)
                .body("code", equalTo("case-open"));
        assertThat(home).isNotEmpty();
    }

    @Test
    void declinesWithAReasonAndIsKnownToItsOwnSideOnly() {
        String home = guest.inquired(guest.approved());
        String host = guest.hostOf(home);
        Guest.act(pudong, home, "decline", Map.of("reason", "无车"))
                .statusCode(409)
                .body("code", equalTo("case-role"));
        Guest.act(nanjing, home, "decline", Map.of("reason", "无车"))
                .statusCode(404)
                .body("code", equalTo("case-unknown"));
        Guest.at(pudong, host).statusCode(404).body("code", equalTo("case-unknown"));
        Guest.at(organisations.huangpu(), home).statusCode(404);
        Guest.act(nanjing, host, "decline", Map.of()).statusCode(400).body("field", equalTo("reason"));
        Guest.act(nanjing, host, "decline", Map.of("reason", "无车")).statusCode(200);
        Guest.until(pudong, home, "DECLINED");
        Guest.at(pudong, home).body("reason", equalTo("无车"));
        Guest.act(nanjing, host, "offer", Guest.offer()).statusCode(409).body("code", equalTo("case-state"));
    }

    @Test
    void namesWhatIsWrong() {
        String home = guest.inquired(guest.approved());
        String host = guest.hostOf(home);
        Guest.act(nanjing, host, "offer", Map.of("estimate_fen", 1, "expiresAt", "2020-01-01T00:00:00Z"))
                .statusCode(400)
                .body("field", equalTo("expiresAt"));
        Guest.act(
                        nanjing,
                        host,
                        "offer",
                        Map.of(
                                "estimate_fen",
                                -1,
                                "expiresAt",
                                Instant.now().plusSeconds(60).toString()))
                .statusCode(400)
                .body("field", equalTo("estimate_fen"));
        Guest.act(pudong, home, "book", null).statusCode(409).body("code", equalTo("case-state"));
        Guest.dispatcher(pudong)
                .header("If-Match", "\"99\"")
                .body(Map.of("reason", "x"))
                .post(Guest.ROOT + home + "/cancel")
                .then()
                .statusCode(412)
                .body("code", equalTo("version-stale"));
        String key = Ids.next().toString();
        Guest.dispatcher(pudong)
                .header("Idempotency-Key", key)
                .body(Map.of("reason", "改期"))
                .post(Guest.ROOT + home + "/cancel")
                .then()
                .statusCode(200);
        Guest.dispatcher(pudong)
                .header("Idempotency-Key", key)
                .body(Map.of("reason", "别的"))
                .post(Guest.ROOT + home + "/cancel")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        Guest.dispatcher(pudong)
                .body(Map.of("contact", "x"))
                .post(Guest.ROOT)
                .then()
                .statusCode(400)
                .body("field", equalTo("requestId"));
        Guest.dispatcher(pudong)
                .body(Map.of("requestId", Workflow.approved(pudong), "contact", "张三"))
                .post(Guest.ROOT)
                .then()
                .statusCode(409)
                .body("code", equalTo("host-region-missing"));
    }
}

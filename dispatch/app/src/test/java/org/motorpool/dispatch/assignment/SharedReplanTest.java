package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.motorpool.dispatch.assignment.ReplanCalls.commitAs;
import static org.motorpool.dispatch.assignment.ReplanCalls.plateOf;
import static org.motorpool.dispatch.assignment.ReplanCalls.propose;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.OrderApi.NewOrder;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;

/** A vehicle that riders share 合乘 breaks down before departure: all of them move as one. */
@QuarkusTest
@QuarkusTestResource(value = FakePlanner.class, restrictToAnnotatedClass = true)
class SharedReplanTest {

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    private static int units = 0;

    private Unit unit;
    private Instant soon;

    @BeforeEach
    void aUnit() {
        FakePlanner.fail(0);
        unit = organisations.county("TS%05d".formatted(++units));
        soon = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES);
    }

    @Test
    void movesAllWhoRideTogether() {
        Fleet.Crew broken = fleet.car(unit);
        Fleet.Crew other = fleet.car(unit);
        String lead = Workflow.assign(unit, sharing(), broken)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String rider = Workflow.assign(unit, new NewOrder(sharing(), null, null, UUID.fromString(lead)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        ExtractableResponse<Response> proposed = propose(
                        unit,
                        Map.of(
                                "kind",
                                "BREAKDOWN",
                                "vehicleId",
                                broken.vehicle().id()))
                .statusCode(201)
                .body("moves.orderId", contains(lead))
                .extract();
        assertThat(FakePlanner.facts(unit.id(), "replan").rides())
                .singleElement()
                .satisfies(ride -> assertThat(ride.passengers()).isEqualTo(4));
        commitAs(unit, null, proposed.header("ETag"), proposed.path("id"))
                .statusCode(200)
                .body("state", equalTo("COMMITTED"));

        plateOf(unit, lead, other);
        plateOf(unit, rider, other);
        Callers.dispatcher(unit).get(ReplanCalls.ORDERS + "/" + rider).then().body("course.ridesWithId", equalTo(lead));
    }

    private UUID sharing() {
        return Workflow.approved(
                unit,
                NewRequests.shared(NewRequests.during(NewRequests.of(unit), soon, soon.plus(Duration.ofHours(2)))));
    }
}

package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;
import org.motorpool.planner.contract.PlannerEvent;

/** What becomes of proposals when a plan is committed. */
@QuarkusTest
class PlanCommitTest {

    private static final String PLANS = Planned.PLANS;

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Planned planned;

    private Unit huangpu;

    /** Each test plans a day of its own, so that it plans its own requests only. */
    private Instant day;

    private static int days = 60;

    @BeforeEach
    void units() {
        huangpu = organisations.huangpu();
        day = NewRequests.TOMORROW.plus(Duration.ofDays(days++));
    }

    /** 合乘: the planner has both on board at the same time, so one order leads and the other rides with it. */
    @Test
    void commitsWhoRidesTogether() {
        Fleet.Crew crew = fleet.car(huangpu);
        UUID first = sharingOf(day);
        UUID second = sharingOf(day);
        String planId = planned.create(huangpu, day);
        Instant later = day.plus(Duration.ofMinutes(5));
        planned.propose(
                planId,
                huangpu,
                Planned.order(first, crew, day, day.plus(Duration.ofMinutes(40))),
                Planned.order(second, crew, later, day.plus(Duration.ofMinutes(50))));
        Callers.dispatcher(huangpu)
                .get(PLANS + "/" + planId)
                .then()
                .body("items.sharedWith", equalTo(List.of(List.of(number(second)), List.of(number(first)))));
        Planned.commit(huangpu, planId);
        String lead = orderOf(first);
        Callers.dispatcher(huangpu)
                .get("/api/v1/orders/" + orderOf(second))
                .then()
                .body("course.ridesWithId", equalTo(lead))
                .body("from", equalTo(later.toString()));
        Callers.dispatcher(huangpu)
                .get("/api/v1/orders/" + lead)
                .then()
                .body("to", equalTo(day.plus(Duration.ofMinutes(50)).toString()));
    }

    private String number(UUID request) {
        return Callers.requester(huangpu).get("/api/v1/requests/" + request).path("number");
    }

    private UUID sharingOf(Instant departAt) {
        return Workflow.approved(
                huangpu,
                NewRequests.shared(
                        NewRequests.during(NewRequests.of(huangpu), departAt, departAt.plus(Duration.ofHours(2)))));
    }

    private String orderOf(UUID request) {
        return Callers.requester(huangpu).get("/api/v1/requests/" + request).path("order.id");
    }

    /** 交接: a driver changes the vehicle, and the vehicle its driver. */
    @Test
    void commitsADriverOfTwoVehiclesAndAVehicleOfTwoDrivers() {
        Fleet.Crew one = fleet.car(huangpu);
        Fleet.Crew other = fleet.car(huangpu);
        Fleet.Crew changed = new Fleet.Crew(other.vehicle(), one.driver());
        Fleet.Crew relieved = new Fleet.Crew(one.vehicle(), other.driver());
        String planId = plan(List.of(one, changed, relieved));
        assertThat(Planned.commit(huangpu, planId)).doesNotContain("already-booked");
        Callers.dispatcher(huangpu)
                .get(PLANS + "/" + planId)
                .then()
                .body("items.outcome", equalTo(List.of("ASSIGNED", "ASSIGNED", "ASSIGNED")));
    }

    @Test
    void commitsNoDriverOfTwoVehiclesAtOnce() {
        Fleet.Crew one = fleet.car(huangpu);
        Fleet.Crew other = fleet.car(huangpu);
        UUID first = planned.request(huangpu, day);
        UUID second = planned.request(huangpu, day);
        String planId = planned.create(huangpu, day);
        planned.propose(
                planId,
                huangpu,
                Planned.order(first, one, day),
                Planned.order(second, new Fleet.Crew(other.vehicle(), one.driver()), day));
        assertThat(Planned.commit(huangpu, planId)).contains("driver-already-booked");
    }

    /** Three rides of twenty minutes, one after the other, in this order. */
    private String plan(List<Fleet.Crew> crews) {
        List<Instant> begins = List.of(day, day.plus(Duration.ofMinutes(25)), day.plus(Duration.ofMinutes(50)));
        List<UUID> requests = begins.stream()
                .map(begin -> Workflow.approved(
                        huangpu,
                        NewRequests.during(NewRequests.of(huangpu), begin, begin.plus(Duration.ofMinutes(20)))))
                .toList();
        String planId = planned.create(huangpu, day);
        PlannerEvent.ProposedOrder[] orders = IntStream.range(0, crews.size())
                .mapToObj(i -> Planned.order(
                        requests.get(i),
                        crews.get(i),
                        begins.get(i),
                        begins.get(i).plus(Duration.ofMinutes(20))))
                .toArray(PlannerEvent.ProposedOrder[]::new);
        planned.propose(planId, huangpu, orders);
        return planId;
    }

    @Test
    void committingTwiceAnswersTheSame() {
        Fleet.Crew crew = fleet.car(huangpu);
        UUID request = planned.request(huangpu, day);
        String planId = planned.create(huangpu, day);
        planned.propose(planId, huangpu, Planned.order(request, crew, day));
        String first = Planned.commit(huangpu, planId);
        assertThat(Planned.commit(huangpu, planId)).isEqualTo(first);
    }
}

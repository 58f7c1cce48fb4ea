package org.motorpool.dispatch.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.dispatch.request.NewRequests.DROPOFF;
import static org.motorpool.dispatch.request.NewRequests.TOMORROW;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.RequestDetailApi.Stop;

class DetailRulesTest {

    private static final NewRequest VALID = NewRequests.of(new UUID(0, 1));

    @Test
    void acceptsStopsOneAfterTheOther() {
        assertThat(check(NewRequests.via(VALID, "MULTI_STOP", stop(30, 60), stop(90, 90), stop(120, 180))))
                .isEmpty();
    }

    @Test
    void refusesToArriveBeforeTheLegBeforeHasEnded() {
        Optional<Problem> problem = check(NewRequests.via(VALID, "MULTI_STOP", stop(30, 60), stop(60, 90)));
        assertThat(problem).map(Problem::code).contains("legs-overlap");
        assertThat(problem).map(Problem::field).contains("itinerary.stops[1].arriveAt");
    }

    @Test
    void refusesToLeaveBeforeArriving() {
        assertThat(code(NewRequests.via(VALID, "RETURN_WITH_WAIT", stop(60, 30))))
                .contains("legs-overlap");
    }

    @Test
    void refusesAStopBeyondTheReturn() {
        assertThat(code(NewRequests.via(VALID, "MULTI_STOP", stop(30, 240)))).contains("legs-overlap");
    }

    @Test
    void waitsAtOnePlaceOnly() {
        assertThat(field(NewRequests.via(VALID, "RETURN_WITH_WAIT"))).contains("itinerary.stops");
        assertThat(field(NewRequests.via(VALID, "SINGLE", stop(30, 60)))).contains("itinerary.stops");
        assertThat(check(NewRequests.via(VALID, "RETURN_WITH_WAIT", stop(60, 120))))
                .isEmpty();
    }

    @Test
    void lastsOverMidnightWhenItIsOfManyDays() {
        assertThat(field(NewRequests.during(NewRequests.via(VALID, "MULTI_DAY"), TOMORROW, TOMORROW.plusSeconds(1))))
                .isNotEqualTo(Optional.of("itinerary.kind"));
        NewRequest days = NewRequests.via(
                NewRequests.during(VALID, TOMORROW, TOMORROW.plus(Duration.ofDays(2))), "MULTI_DAY", stop(60, 120));
        assertThat(check(days)).isEmpty();
    }

    @Test
    void knowsFourKindsOfItinerary() {
        assertThat(field(NewRequests.via(VALID, "ROUND_THE_WORLD"))).contains("itinerary.kind");
    }

    @Test
    void demandsAReasonForAnEmergency() {
        assertThat(check(NewRequests.emergency(VALID, "防汛抢险"))).isEmpty();
        assertThat(field(NewRequests.emergency(VALID, " "))).contains("emergencyReason");
    }

    private static Stop stop(int arrive_min, int leave_min) {
        return new Stop(DROPOFF, TOMORROW.plusSeconds(arrive_min * 60L), TOMORROW.plusSeconds(leave_min * 60L));
    }

    private static Optional<Problem> check(NewRequest request) {
        return DetailRules.check(request);
    }

    private static Optional<String> code(NewRequest request) {
        return check(request).map(Problem::code);
    }

    private static Optional<String> field(NewRequest request) {
        return check(request).map(Problem::field);
    }
}

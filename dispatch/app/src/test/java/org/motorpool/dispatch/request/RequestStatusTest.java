package org.motorpool.dispatch.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.dispatch.request.RequestStatus.APPROVED;
import static org.motorpool.dispatch.request.RequestStatus.ASSIGNED;
import static org.motorpool.dispatch.request.RequestStatus.CANCELLED;
import static org.motorpool.dispatch.request.RequestStatus.CLOSED;
import static org.motorpool.dispatch.request.RequestStatus.REJECTED;
import static org.motorpool.dispatch.request.RequestStatus.RETURNED;
import static org.motorpool.dispatch.request.RequestStatus.SUBMITTED;
import static org.motorpool.dispatch.request.RequestStatus.UNDERWAY;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestStatusTest {

    @Test
    void anApproverDecidesOnWhatWasSubmitted() {
        assertThat(followers(SUBMITTED)).containsExactly(APPROVED, RETURNED, REJECTED, CANCELLED);
    }

    @Test
    void anApprovedRequestGetsAVehicleOrIsCancelled() {
        assertThat(followers(APPROVED)).containsExactly(ASSIGNED, CANCELLED);
    }

    @Test
    void anAssignedRequestLosesItsVehicleBeforeItCanBeCancelled() {
        assertThat(followers(ASSIGNED)).containsExactly(APPROVED, UNDERWAY, CLOSED);
    }

    @Test
    void whatIsUnderWayCanOnlyBeClosed() {
        assertThat(followers(UNDERWAY)).containsExactly(CLOSED);
    }

    @Test
    void nothingFollowsTheEnd() {
        assertThat(followers(CLOSED)).isEmpty();
        assertThat(followers(REJECTED)).isEmpty();
        assertThat(followers(CANCELLED)).isEmpty();
    }

    private static List<RequestStatus> followers(RequestStatus status) {
        return Arrays.stream(RequestStatus.values()).filter(status::mayBecome).toList();
    }
}

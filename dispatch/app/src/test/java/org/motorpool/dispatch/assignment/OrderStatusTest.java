package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.dispatch.assignment.OrderStatus.ACCEPTED;
import static org.motorpool.dispatch.assignment.OrderStatus.ARRIVED;
import static org.motorpool.dispatch.assignment.OrderStatus.ASSIGNED;
import static org.motorpool.dispatch.assignment.OrderStatus.CANCELLED;
import static org.motorpool.dispatch.assignment.OrderStatus.CLOSED;
import static org.motorpool.dispatch.assignment.OrderStatus.DEPARTED;
import static org.motorpool.dispatch.assignment.OrderStatus.NO_SHOW;
import static org.motorpool.dispatch.assignment.OrderStatus.RETURNED;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.registry.VehicleState;

class OrderStatusTest {

    @Test
    void goesStraightFromAssignedToClosed() {
        assertThat(followers(ASSIGNED)).containsExactly(ACCEPTED, CANCELLED, NO_SHOW);
        assertThat(followers(ACCEPTED)).containsExactly(DEPARTED, CANCELLED, NO_SHOW);
        assertThat(followers(DEPARTED)).containsExactly(ARRIVED, NO_SHOW);
        assertThat(followers(ARRIVED)).containsExactly(RETURNED, NO_SHOW);
        assertThat(followers(RETURNED)).containsExactly(CLOSED);
        assertThat(followers(CLOSED)).isEmpty();
        assertThat(followers(CANCELLED)).isEmpty();
        assertThat(followers(NO_SHOW)).isEmpty();
    }

    @Test
    void aVehicleIsWhatItsOrdersMakeIt() {
        assertThat(VehicleOccupation.after(VehicleState.ON_TRIP, List.of())).isEqualTo(VehicleState.IDLE);
        assertThat(VehicleOccupation.after(VehicleState.IDLE, List.of(ACCEPTED)))
                .isEqualTo(VehicleState.ASSIGNED);
        assertThat(VehicleOccupation.after(VehicleState.IDLE, List.of(ASSIGNED, DEPARTED)))
                .isEqualTo(VehicleState.ON_TRIP);
        assertThat(VehicleOccupation.after(VehicleState.ON_TRIP, List.of(ASSIGNED)))
                .isEqualTo(VehicleState.ASSIGNED);
    }

    @Test
    void aVehicleOutOfServiceStaysSo() {
        assertThat(VehicleOccupation.after(VehicleState.OUT_OF_SERVICE, List.of(ASSIGNED)))
                .isEqualTo(VehicleState.OUT_OF_SERVICE);
    }

    private static List<OrderStatus> followers(OrderStatus status) {
        return Arrays.stream(OrderStatus.values()).filter(status::mayBecome).toList();
    }
}

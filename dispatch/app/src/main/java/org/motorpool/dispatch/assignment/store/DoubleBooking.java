package org.motorpool.dispatch.assignment.store;

import java.util.Optional;
import java.util.stream.Stream;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.OrderApi;

/** What PostgreSQL's refusal of an order means. */
final class DoubleBooking {

    private DoubleBooking() {}

    static Throwable explain(Throwable failure, VehicleOrder order) {
        return problem(failure, order).<Throwable>map(Problem::asException).orElse(failure);
    }

    private static Optional<Problem> problem(Throwable failure, VehicleOrder order) {
        if (names(failure, "vehicle_order_vehicle_free")) {
            return Optional.of(ofVehicle(order.view()));
        }
        return names(failure, "vehicle_order_driver_free") ? Optional.of(ofDriver(order.view())) : Optional.empty();
    }

    private static Problem ofVehicle(OrderApi.Order order) {
        return Problem.conflict(
                "vehicle-already-booked",
                "车辆 %s 在 %s 至 %s 已有派车单，请另选车辆或时间".formatted(order.plate(), order.from(), order.to()),
                "vehicle %s already has an order between %s and %s; choose another vehicle or time"
                        .formatted(order.plate(), order.from(), order.to()));
    }

    private static Problem ofDriver(OrderApi.Order order) {
        return Problem.conflict(
                "driver-already-booked",
                "驾驶员 %s 在 %s 至 %s 已有派车单，请另选驾驶员或时间".formatted(order.driverName(), order.from(), order.to()),
                "driver %s already has an order between %s and %s; choose another driver or time"
                        .formatted(order.driverName(), order.from(), order.to()));
    }

    /** The reactive client keeps the constraint's name in the message only. */
    private static boolean names(Throwable failure, String constraint) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(constraint));
    }
}

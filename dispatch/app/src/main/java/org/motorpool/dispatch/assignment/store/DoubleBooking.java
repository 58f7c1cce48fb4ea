package org.motorpool.dispatch.assignment.store;

import java.util.Optional;
import java.util.function.Supplier;
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
        OrderApi.Order view = order.view();
        return Stream.of(
                        new Refusal("vehicle_order_vehicle_free", () -> ofVehicle(view)),
                        new Refusal("vehicle_order_driver_free", () -> ofDriver(view)),
                        new Refusal("vehicle_order_vehicle_on_road", () -> onRoad("vehicle", "车辆 " + view.plate())),
                        new Refusal("vehicle_order_driver_on_road", () -> onRoad("driver", "驾驶员 " + view.driverName())))
                .filter(refusal -> names(failure, refusal.constraint()))
                .map(refusal -> refusal.problem().get())
                .findFirst();
    }

    private record Refusal(String constraint, Supplier<Problem> problem) {}

    private static Problem onRoad(String who, String name) {
        return Problem.conflict(
                who + "-on-the-road",
                name + " 正在执行另一张派车单，请先收车再出车",
                "the %s is on the road for another order; return from it first".formatted(who));
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

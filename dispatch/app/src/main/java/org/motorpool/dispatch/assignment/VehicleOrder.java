package org.motorpool.dispatch.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.OrderApi;

/**
 * An order 派车单, as people see it and with the units whose it is.
 *
 * @param issuedAt when the vehicle was assigned
 */
public record VehicleOrder(
        OrderApi.Order view,
        UUID requestUnitId,
        String requestUnitPath,
        UUID vehicleUnitId,
        String vehicleUnitPath,
        String energyType,
        Instant issuedAt) {

    public UUID id() {
        return view.id();
    }

    /** The same order in this status. */
    VehicleOrder at(OrderStatus status) {
        OrderApi.Order now = new OrderApi.Order(
                view.id(),
                view.number(),
                status.name(),
                view.requestId(),
                view.requestNumber(),
                view.requestUnitName(),
                view.purpose(),
                view.passengers(),
                view.pickup(),
                view.dropoff(),
                view.from(),
                view.to(),
                view.sharing(),
                view.vehicleId(),
                view.plate(),
                view.vehicleUnitName(),
                view.driverId(),
                view.driverName(),
                view.driverUsername(),
                view.course(),
                view.version());
        return new VehicleOrder(
                now, requestUnitId, requestUnitPath, vehicleUnitId, vehicleUnitPath, energyType, issuedAt);
    }

    public OrderStatus status() {
        return OrderStatus.valueOf(view.status());
    }

    /** Fails with problem {@code order-state} unless the order may go to this status now. */
    public VehicleOrder requireMayBecome(OrderStatus next) {
        if (!status().mayBecome(next)) {
            throw Problem.conflict(
                            "order-state",
                            "派车单 %s 当前状态为 %s，不能变为 %s，请刷新后再试".formatted(view.number(), status(), next),
                            "order %s is %s and cannot become %s; reload and try again"
                                    .formatted(view.number(), status(), next))
                    .asException();
        }
        return this;
    }

    /** Fails with problem {@code order-state} once the order has departed or is over. */
    VehicleOrder requireWaiting() {
        if (!status().isWaiting()) {
            throw state(
                    "派车单 %s 当前状态为 %s，不能改派；已出车的请办理换车".formatted(view.number(), status()),
                    "order %s is %s and cannot be reassigned; once departed, swap the vehicle"
                            .formatted(view.number(), status()));
        }
        return this;
    }

    /** Fails with problem {@code order-state} unless the vehicle is on the road. */
    public VehicleOrder requireUnderway() {
        if (!status().isUnderway()) {
            throw state(
                    "派车单 %s 当前状态为 %s，未在途，不能换车；未出车的请改派".formatted(view.number(), status()),
                    "order %s is %s and not on the road; reassign it instead".formatted(view.number(), status()));
        }
        return this;
    }

    private static RuntimeException state(String zh, String en) {
        return Problem.conflict("order-state", zh, en).asException();
    }

    /** 合乘: whether it rides with an order that leads. */
    public boolean isRiding() {
        return view.course().ridesWithId() != null;
    }

    /** 合乘: whether others ride, or rode, with it. */
    public boolean isShared() {
        return view.course().shared();
    }

    /** Fails with problem {@code order-rides-with} where what is done is done to the vehicle. */
    public VehicleOrder requireLeading() {
        if (isRiding()) {
            throw Problem.conflict(
                            "order-rides-with",
                            "派车单 %s 为合乘，请在主派车单上办理".formatted(view.number()),
                            "order %s rides with another one; do it to the order that leads".formatted(view.number()))
                    .asException();
        }
        return this;
    }

    /** Whether another order took over from this one. */
    public boolean isContinued() {
        return view.course().continuedById() != null;
    }

    /** State and decisive values, for the audit trail and the stream. */
    public String told() {
        return "%s %s %s %s/%s".formatted(view.status(), view.plate(), view.driverName(), view.from(), view.to());
    }

    /** The push that tells the open consoles of this state. */
    public Push.Change change() {
        return new Push.Change("order", List.of(requestUnitPath, vehicleUnitPath), view);
    }

    OrderApi.OrderSummary summary() {
        return new OrderApi.OrderSummary(
                view.id(),
                view.number(),
                view.status(),
                view.plate(),
                energyType,
                view.vehicleUnitName(),
                view.driverName());
    }
}

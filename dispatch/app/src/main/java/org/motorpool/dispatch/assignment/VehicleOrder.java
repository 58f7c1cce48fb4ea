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

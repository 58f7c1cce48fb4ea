package org.motorpool.dispatch.assignment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.RentalApi;
import org.motorpool.dispatch.request.Assigned;

/** An order at a supplier 租赁派车单, as people see it and with the requesting unit. */
public record RentalFile(RentalApi.RentalOrder view, UUID unitId, String unitPath) {

    /** How the request says that it is served by rental. */
    static final String SHARING = "RENTAL";

    private static final String OPEN = "ORDERED";

    /** Fails with problem {@code order-state} once the order is over. */
    RentalFile requireOpen() {
        if (!view.status().equals(OPEN)) {
            throw Problem.conflict(
                            "order-state",
                            "租赁派车单 %s 当前状态为 %s，请刷新后再试".formatted(view.number(), view.status()),
                            "rental order %s is %s; reload and try again".formatted(view.number(), view.status()))
                    .asException();
        }
        return this;
    }

    /** What the request shows of it: the supplier takes the place of the vehicle's unit, which is the requesting one. */
    Assigned assigned() {
        OrderApi.OrderSummary summary = new OrderApi.OrderSummary(
                view.id(),
                view.number(),
                OrderStatus.ASSIGNED.name(),
                view.plate(),
                "",
                view.supplierName(),
                view.driverName());
        return new Assigned(summary, SHARING, unitId, unitPath);
    }

    /** @param before null when it is new */
    static StateChange change(String action, @Nullable RentalFile before, RentalFile after) {
        return new StateChange(
                "rental-order",
                after.view().id(),
                after.view().requestId(),
                after.view().number(),
                action,
                before == null ? null : before.told(),
                after.told());
    }

    String told() {
        return "%s %s %s".formatted(view.status(), view.supplierName(), view.plate());
    }

    Push.Change change() {
        return new Push.Change("rental-order", List.of(unitPath), view);
    }
}

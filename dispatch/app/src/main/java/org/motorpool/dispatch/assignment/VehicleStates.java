package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.store.Orders;
import org.motorpool.dispatch.registry.ChangeCause;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.registry.VehicleState;

/** Keeps the state of a vehicle true to its orders, with the order as the cause of each change. */
@Singleton
class VehicleStates {

    private final VehicleService vehicles;
    private final Orders orders;

    VehicleStates(VehicleService vehicles, Orders orders) {
        this.vehicles = vehicles;
        this.orders = orders;
    }

    Uni<Void> refresh(Mutiny.Session session, UUID vehicleId, ChangeCause cause) {
        return vehicles.get(session, vehicleId).chain(vehicle -> refresh(session, vehicle, cause));
    }

    /** The order that changed is written already. */
    Uni<Void> refresh(Mutiny.Session session, VehicleFile vehicle, ChangeCause cause) {
        return orders.listOpenStatuses(session, vehicle.id()).chain(open -> {
            VehicleState state = VehicleOccupation.after(vehicle.state(), open);
            return state == vehicle.state()
                    ? Uni.createFrom().voidItem()
                    : vehicles.markState(session, vehicle.id(), state, cause);
        });
    }

    /** One more order waits for the vehicle. */
    Uni<Void> promise(Mutiny.Session session, VehicleFile vehicle, ChangeCause cause) {
        return vehicle.state() == VehicleState.IDLE
                ? vehicles.markState(session, vehicle.id(), VehicleState.ASSIGNED, cause)
                : Uni.createFrom().voidItem();
    }

    /** What the driver of the order did. */
    static ChangeCause byDriver(VehicleOrder order) {
        return new ChangeCause(Objects.requireNonNullElse(order.view().driverUsername(), "driver"), number(order));
    }

    /** What somebody did with the order. */
    static ChangeCause by(String username, VehicleOrder order) {
        return new ChangeCause(username, number(order));
    }

    private static String number(VehicleOrder order) {
        return "派车单 order " + order.view().number();
    }
}

package org.motorpool.dispatch.trip;

import java.util.List;
import java.util.UUID;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.OrderApi;

/** A trip, as people see it, with the vehicle that drives it and the units that may see it. */
public record TripFile(OrderApi.Trip view, UUID vehicleId, String unitPath, String vehicleUnitPath) {

    public UUID id() {
        return view.id();
    }

    /** The push that tells the open consoles of this state. */
    public Push.Change change() {
        return new Push.Change("trip", List.of(unitPath, vehicleUnitPath), view);
    }

    boolean isClosed() {
        return view.status().equals("CLOSED");
    }
}

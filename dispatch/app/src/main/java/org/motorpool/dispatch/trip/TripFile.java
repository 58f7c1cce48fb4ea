package org.motorpool.dispatch.trip;

import java.util.UUID;
import org.motorpool.dispatch.contract.OrderApi;

/** A trip, as people see it and with the vehicle that drives it. */
public record TripFile(OrderApi.Trip view, UUID vehicleId) {

    public UUID id() {
        return view.id();
    }

    boolean isClosed() {
        return view.status().equals("CLOSED");
    }
}

package org.motorpool.dispatch.trip;

import java.time.Instant;
import java.util.Optional;
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

    /** When the last step happened. */
    Instant lastAt() {
        return Optional.ofNullable(view.returnedAt())
                .or(() -> Optional.ofNullable(view.arrivedAt()))
                .orElse(view.departedAt());
    }
}

package org.motorpool.dispatch.registry;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.ExpenseApi;

/** What a vehicle costs: part of its file, kept by the feature that knows trips and expenses. */
public interface VehicleCosts {

    /** Costs of the vehicle in the year; the vehicle is in the scope of the session. */
    Uni<ExpenseApi.Costs> of(Mutiny.Session session, UUID vehicleId, int year);
}

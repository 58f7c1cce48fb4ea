package org.motorpool.dispatch.trip.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.trip.TripService;

@Path("/api/v1/orders/{id}/progress")
@RolesAllowed("DRIVER")
class ProgressResource {

    private final TripService trips;
    private final Caller caller;

    ProgressResource(TripService trips, Caller caller) {
        this.trips = trips;
        this.caller = caller;
    }

    @POST
    public Uni<OrderApi.Order> progress(@PathParam("id") UUID id, OrderApi.@Nullable Progress progress) {
        return trips.progress(caller.scope(), id, progress).map(VehicleOrder::view);
    }
}

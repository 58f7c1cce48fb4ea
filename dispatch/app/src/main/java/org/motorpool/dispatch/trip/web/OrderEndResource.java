package org.motorpool.dispatch.trip.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.OrderActApi;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.trip.Breakdown;
import org.motorpool.dispatch.trip.NoShows;

@Path("/api/v1/orders/{id}")
@RolesAllowed("DISPATCHER")
class OrderEndResource {

    private final Breakdown breakdown;
    private final NoShows noShows;
    private final Caller caller;

    OrderEndResource(Breakdown breakdown, NoShows noShows, Caller caller) {
        this.breakdown = breakdown;
        this.noShows = noShows;
        this.caller = caller;
    }

    /** Answers with the order that goes on. */
    @POST
    @Path("swap")
    @ResponseStatus(201)
    public Uni<OrderApi.Order> swap(
            @PathParam("id") UUID id, OrderActApi.@Nullable Swap swap, @BeanParam Preconditions given) {
        return breakdown
                .swap(caller.scope(), id, given.match(), swap, given.key())
                .map(VehicleOrder::view);
    }

    @POST
    @Path("no-show")
    @RolesAllowed({"DISPATCHER", "DRIVER"})
    public Uni<OrderApi.Order> noShow(
            @PathParam("id") UUID id, OrderActApi.@Nullable NoShow noShow, @BeanParam Preconditions given) {
        return noShows.end(caller.scope(), id, given.match(), noShow, given.key())
                .map(VehicleOrder::view);
    }
}

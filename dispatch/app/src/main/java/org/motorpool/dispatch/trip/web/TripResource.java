package org.motorpool.dispatch.trip.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.HistoryQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.trip.TripExplaining;
import org.motorpool.dispatch.trip.TripFile;
import org.motorpool.dispatch.trip.TripFilter;
import org.motorpool.dispatch.trip.TripService;
import org.motorpool.dispatch.trip.TripStatus;

@Path("/api/v1/trips")
@RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class TripResource {

    private final TripService trips;
    private final TripExplaining explaining;
    private final Caller caller;

    TripResource(TripService trips, TripExplaining explaining, Caller caller) {
        this.trips = trips;
        this.explaining = explaining;
        this.caller = caller;
    }

    @GET
    public Uni<Page<OrderApi.Trip>> list(@BeanParam HistoryQuery query) {
        int size = query.size();
        TripFilter filter =
                new TripFilter(query.statuses(TripStatus.class), query.from(), query.to(), query.before(), size + 1);
        return trips.list(caller.scope(), filter)
                .map(found -> Pages.of(found.stream().map(TripFile::view).toList(), size, trip -> trip.id()
                        .toString()));
    }

    @POST
    @Path("{id}/explanation")
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER"})
    public Uni<OrderApi.Trip> explain(
            @PathParam("id") UUID id, @BeanParam Preconditions given, OrderApi.@Nullable TripExplanation form) {
        return explaining
                .explain(caller.scope(), new TripExplaining.Wish(id, form, given.key(), given.match()))
                .map(TripFile::view);
    }
}

package org.motorpool.dispatch.trip.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.motorpool.dispatch.HistoryQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.trip.TripFile;
import org.motorpool.dispatch.trip.TripFilter;
import org.motorpool.dispatch.trip.TripService;
import org.motorpool.dispatch.trip.TripStatus;

@Path("/api/v1/trips")
@RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class TripResource {

    private final TripService trips;
    private final Caller caller;

    TripResource(TripService trips, Caller caller) {
        this.trips = trips;
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
}

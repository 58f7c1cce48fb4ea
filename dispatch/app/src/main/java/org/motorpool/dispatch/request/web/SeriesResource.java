package org.motorpool.dispatch.request.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.contract.RequestSeriesApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.request.RequestService;
import org.motorpool.dispatch.request.SeriesService;

@Path("/api/v1/requests/series")
@RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class SeriesResource {

    private final SeriesService series;
    private final Caller caller;

    SeriesResource(SeriesService series, Caller caller) {
        this.series = series;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("REQUESTER")
    @ResponseStatus(201)
    public Uni<RequestSeriesApi.Series> submit(
            RequestSeriesApi.@Nullable NewSeries wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return series.submit(caller.scope(), wanted, key);
    }

    @GET
    @Path("{id}")
    public Uni<RequestSeriesApi.Series> get(@PathParam("id") UUID id) {
        return series.get(caller.scope(), id);
    }

    /** All that wait, as one. */
    @POST
    @Path("{id}/decisions")
    public Uni<RequestSeriesApi.Series> decide(
            @PathParam("id") UUID id, @BeanParam Preconditions given, RequestApi.@Nullable NewDecision decision) {
        return series.decide(caller.scope(), new RequestService.On(id, given.match(), given.key()), decision);
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed("REQUESTER")
    public Uni<RequestSeriesApi.Series> cancel(@PathParam("id") UUID id, @BeanParam Preconditions given) {
        return series.cancel(caller.scope(), new RequestService.On(id, given.match(), given.key()));
    }
}

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
import org.motorpool.dispatch.HistoryQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.request.RequestFilter;
import org.motorpool.dispatch.request.RequestService;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.Submission;
import org.motorpool.dispatch.request.UseRequest;

@Path("/api/v1/requests")
@RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class RequestResource {

    private final RequestService requests;
    private final Submission submission;
    private final Caller caller;

    RequestResource(RequestService requests, Submission submission, Caller caller) {
        this.requests = requests;
        this.submission = submission;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("REQUESTER")
    @ResponseStatus(201)
    public Uni<RequestApi.Request> submit(
            RequestApi.@Nullable NewRequest wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return submission.submit(caller.scope(), wanted, key).map(UseRequest::view);
    }

    @GET
    public Uni<Page<RequestApi.Request>> list(@BeanParam HistoryQuery query) {
        int size = query.size();
        RequestFilter filter = new RequestFilter(
                query.statuses(RequestStatus.class), query.from(), query.to(), query.before(), size + 1);
        return requests.list(caller.scope(), filter)
                .map(found -> Pages.of(found.stream().map(UseRequest::view).toList(), size, request -> request.id()
                        .toString()));
    }

    @GET
    @Path("{id}")
    public Uni<RequestApi.Request> get(@PathParam("id") UUID id) {
        return requests.get(caller.scope(), id).map(UseRequest::view);
    }

    @POST
    @Path("{id}/decisions")
    @RolesAllowed("APPROVER")
    public Uni<RequestApi.Request> decide(@PathParam("id") UUID id, RequestApi.@Nullable NewDecision decision) {
        return requests.decide(caller.scope(), id, decision).map(UseRequest::view);
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed("REQUESTER")
    public Uni<RequestApi.Request> cancel(@PathParam("id") UUID id) {
        return requests.cancel(caller.scope(), id).map(UseRequest::view);
    }
}

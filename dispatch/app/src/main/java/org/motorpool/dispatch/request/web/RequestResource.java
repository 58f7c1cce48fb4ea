package org.motorpool.dispatch.request.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.HistoryQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.ApprovalApi;
import org.motorpool.dispatch.contract.BulkApi;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.contract.RequestCheckApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.request.ApprovalService;
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
    private final ApprovalService approvals;
    private final Caller caller;

    RequestResource(RequestService requests, Submission submission, ApprovalService approvals, Caller caller) {
        this.requests = requests;
        this.submission = submission;
        this.approvals = approvals;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("REQUESTER")
    @ResponseStatus(201)
    public Uni<RequestApi.Request> submit(
            RequestApi.@Nullable NewRequest wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return submission.submit(caller.scope(), wanted, key).map(UseRequest::view);
    }

    /** What the rules say while one types; nothing is written. */
    @POST
    @Path("check")
    @RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER"})
    public Uni<RequestCheckApi.Check> check(RequestApi.@Nullable NewRequest wanted) {
        return submission.check(caller.scope(), wanted);
    }

    @GET
    public Uni<Page<RequestApi.Request>> list(
            @BeanParam HistoryQuery query, @QueryParam("awaiting") @Nullable String awaiting) {
        int size = query.size();
        return (awaiting == null ? listAll(query, size + 1) : listAwaiting(awaiting, query, size + 1))
                .map(found -> Pages.of(found.stream().map(UseRequest::view).toList(), size, request -> request.id()
                        .toString()));
    }

    private Uni<List<UseRequest>> listAll(HistoryQuery query, int limit) {
        RequestFilter filter =
                new RequestFilter(query.statuses(RequestStatus.class), query.from(), query.to(), query.before(), limit);
        return requests.list(caller.scope(), filter);
    }

    private Uni<List<UseRequest>> listAwaiting(String whom, HistoryQuery query, int limit) {
        if (!whom.equals("me")) {
            throw Problem.invalid("awaiting", "awaiting 只能为 me", "awaiting can be me only")
                    .asException();
        }
        return requests.listAwaiting(caller.scope(), query.before(), limit);
    }

    @GET
    @Path("{id}")
    public Uni<RequestApi.Request> get(@PathParam("id") UUID id) {
        return requests.get(caller.scope(), id).map(UseRequest::view);
    }

    /** Every step of its approval, who holds it now and since when. */
    @GET
    @Path("{id}/approval")
    public Uni<ApprovalApi.Approval> approval(@PathParam("id") UUID id) {
        return approvals.get(caller.scope(), id);
    }

    @POST
    @Path("{id}/decisions")
    public Uni<RequestApi.Request> decide(
            @PathParam("id") UUID id, @BeanParam Preconditions given, RequestApi.@Nullable NewDecision decision) {
        return requests.decide(caller.scope(), new RequestService.On(id, given.match(), given.key()), decision)
                .map(UseRequest::view);
    }

    /** Many decisions at once, each by itself. */
    @POST
    @Path("decisions")
    public Uni<BulkApi.Results> decideAll(
            ApprovalApi.@Nullable BulkDecision decisions, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.decideAll(caller.scope(), decisions, key);
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed("REQUESTER")
    public Uni<RequestApi.Request> cancel(@PathParam("id") UUID id, @BeanParam Preconditions given) {
        return requests.cancel(caller.scope(), new RequestService.On(id, given.match(), given.key()))
                .map(UseRequest::view);
    }

    /** Correct a returned request and submit it again. */
    @POST
    @Path("{id}/resubmit")
    @RolesAllowed("REQUESTER")
    public Uni<RequestApi.Request> resubmit(
            @PathParam("id") UUID id, @BeanParam Preconditions given, RequestApi.@Nullable NewRequest wanted) {
        return submission
                .resubmit(caller.scope(), new RequestService.On(id, given.match(), given.key()), wanted)
                .map(UseRequest::view);
    }
}

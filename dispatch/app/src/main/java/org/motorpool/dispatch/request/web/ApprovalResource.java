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
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.contract.ApprovalApi;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.request.ChainService;
import org.motorpool.dispatch.request.Delegation;
import org.motorpool.dispatch.request.DelegationService;
import org.motorpool.dispatch.request.RequestService;

/** Approval chains and delegations. */
@Path("/api/v1")
@RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class ApprovalResource {

    private static final UUID LAST = new UUID(-1, -1);

    private final ChainService chains;
    private final DelegationService delegations;
    private final Caller caller;

    ApprovalResource(ChainService chains, DelegationService delegations, Caller caller) {
        this.chains = chains;
        this.delegations = delegations;
        this.caller = caller;
    }

    @GET
    @Path("approval-chains")
    public Uni<Page<ApprovalApi.Chain>> chains(@BeanParam PageQuery query) {
        int size = query.size();
        return chains.list(caller.scope(), query.cursorId(LAST), size + 1)
                .map(found -> Pages.of(found, size, chain -> chain.id().toString()));
    }

    @POST
    @Path("approval-chains")
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<ApprovalApi.Chain> addChain(
            ApprovalApi.@Nullable NewChain wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return chains.add(caller.scope(), wanted, key);
    }

    @POST
    @Path("approval-chains/{id}/end")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<ApprovalApi.Chain> endChain(
            @PathParam("id") UUID id, @BeanParam Preconditions given, ApprovalApi.@Nullable EndChain wanted) {
        return chains.end(caller.scope(), new RequestService.On(id, given.match(), given.key()), wanted);
    }

    @GET
    @Path("approval-delegations")
    public Uni<Page<ApprovalApi.Delegation>> delegations(@BeanParam PageQuery query) {
        int size = query.size();
        return delegations
                .list(caller.scope(), query.cursorId(LAST), size + 1)
                .map(found -> Pages.of(found.stream().map(Delegation::view).toList(), size, each -> each.id()
                        .toString()));
    }

    @POST
    @Path("approval-delegations")
    @RolesAllowed({"APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
    @ResponseStatus(201)
    public Uni<ApprovalApi.Delegation> delegate(
            ApprovalApi.@Nullable NewDelegation wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return delegations.add(caller.scope(), wanted, key).map(Delegation::view);
    }

    @POST
    @Path("approval-delegations/{id}/revoke")
    @RolesAllowed({"APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
    public Uni<ApprovalApi.Delegation> revoke(@PathParam("id") UUID id, @BeanParam Preconditions given) {
        return delegations
                .revoke(caller.scope(), new RequestService.On(id, given.match(), given.key()))
                .map(Delegation::view);
    }
}

package org.motorpool.dispatch.sharing.web;

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
import org.motorpool.dispatch.contract.AgreementApi;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.sharing.Agreement;
import org.motorpool.dispatch.sharing.AgreementActs;
import org.motorpool.dispatch.sharing.AgreementService;

@Path("/api/v1/agreements")
@RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class AgreementResource {

    private static final UUID LATEST = new UUID(-1, -1);

    private final AgreementService agreements;
    private final AgreementActs acts;
    private final Caller caller;

    AgreementResource(AgreementService agreements, AgreementActs acts, Caller caller) {
        this.agreements = agreements;
        this.acts = acts;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<AgreementApi.Agreement> create(
            AgreementApi.@Nullable NewAgreement wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return agreements.create(caller.scope(), wanted, key).map(Agreement::view);
    }

    @GET
    public Uni<Page<AgreementApi.Agreement>> list(@BeanParam PageQuery query) {
        int size = query.size();
        return agreements
                .list(caller.scope(), query.cursorId(LATEST), size + 1)
                .map(found -> Pages.of(found.stream().map(Agreement::view).toList(), size, agreement -> agreement
                        .id()
                        .toString()));
    }

    @GET
    @Path("{id}")
    public Uni<AgreementApi.Agreement> get(@PathParam("id") UUID id) {
        return agreements.get(caller.scope(), id).map(Agreement::view);
    }

    /** Offer the draft to the other parties; the caller signs it. */
    @POST
    @Path("{id}/offer")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<AgreementApi.Agreement> offer(
            @PathParam("id") UUID id, AgreementApi.@Nullable Signature signature, @BeanParam Preconditions given) {
        return acts.offer(caller.scope(), act(id, given), signature).map(Agreement::view);
    }

    @POST
    @Path("{id}/sign")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<AgreementApi.Agreement> sign(
            @PathParam("id") UUID id, AgreementApi.@Nullable Signature signature, @BeanParam Preconditions given) {
        return acts.sign(caller.scope(), act(id, given), signature).map(Agreement::view);
    }

    @POST
    @Path("{id}/end")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<AgreementApi.Agreement> end(
            @PathParam("id") UUID id, AgreementApi.@Nullable End end, @BeanParam Preconditions given) {
        return acts.end(caller.scope(), act(id, given), end).map(Agreement::view);
    }

    private static AgreementActs.Act act(UUID id, Preconditions given) {
        return new AgreementActs.Act(id, given.match(), given.key());
    }
}

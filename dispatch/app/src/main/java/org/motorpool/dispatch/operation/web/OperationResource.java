package org.motorpool.dispatch.operation.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.HistoryQuery;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.contract.OperationApi.Board;
import org.motorpool.dispatch.contract.OperationApi.BulkResult;
import org.motorpool.dispatch.contract.OperationApi.Ending;
import org.motorpool.dispatch.contract.OperationApi.NewDecision;
import org.motorpool.dispatch.contract.OperationApi.NewOperation;
import org.motorpool.dispatch.contract.OperationApi.Operation;
import org.motorpool.dispatch.contract.OperationApi.PlanChange;
import org.motorpool.dispatch.contract.OperationApi.Preview;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.operation.EventActs;
import org.motorpool.dispatch.operation.OperationActs;
import org.motorpool.dispatch.operation.OperationFile;
import org.motorpool.dispatch.operation.OperationService;
import org.motorpool.dispatch.operation.OperationStatus;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/operations")
@RolesAllowed({"DISPATCHER", "FLEET_OFFICER"})
class OperationResource {

    private final OperationService operations;
    private final OperationActs acts;
    private final EventActs events;
    private final Caller caller;

    OperationResource(OperationService operations, OperationActs acts, EventActs events, Caller caller) {
        this.operations = operations;
        this.acts = acts;
        this.events = events;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    public Uni<Operation> draft(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewOperation form) {
        return operations.draft(caller.scope(), form, key).map(OperationFile::view);
    }

    @GET
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "APPROVER", "SUPERVISOR"})
    public Uni<Page<Operation>> list(@BeanParam HistoryQuery query) {
        int size = query.size();
        return operations
                .list(caller.scope(), query.statuses(OperationStatus.class), query.before(), size + 1)
                .map(found -> Pages.of(found.stream().map(OperationFile::view).toList(), size, each -> each.id()
                        .toString()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "APPROVER", "SUPERVISOR"})
    public Uni<Board> board(@PathParam("id") UUID id) {
        return operations.board(caller.scope(), id);
    }

    @PUT
    @Path("{id}")
    public Uni<Operation> replan(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable PlanChange form) {
        return operations
                .replan(caller.scope(), id, form == null ? null : form.plan(), IfMatch.of(ifMatch))
                .map(OperationFile::view);
    }

    /** Writes nothing. */
    @POST
    @Path("{id}/preview")
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "APPROVER", "SUPERVISOR"})
    public Uni<Preview> preview(@PathParam("id") UUID id) {
        return operations.preview(caller.scope(), id);
    }

    @POST
    @Path("{id}/commit")
    public Uni<BulkResult> commit(@PathParam("id") UUID id, @BeanParam Preconditions given) {
        return acts.commit(caller.scope(), id, given.key(), given.match());
    }

    @POST
    @Path("{id}/decision")
    @RolesAllowed("APPROVER")
    public Uni<Operation> decide(@PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable NewDecision form) {
        return events.decide(caller.scope(), id, form, given.key(), given.match())
                .map(OperationFile::view);
    }

    @POST
    @Path("{id}/cancel")
    public Uni<BulkResult> cancel(@PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable Ending form) {
        return acts.cancel(caller.scope(), id, form == null ? null : form.reason(), given.key(), given.match());
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<BulkResult> release(@PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable Ending form) {
        return acts.release(caller.scope(), id, form == null ? null : form.reason(), given.key(), given.match());
    }
}

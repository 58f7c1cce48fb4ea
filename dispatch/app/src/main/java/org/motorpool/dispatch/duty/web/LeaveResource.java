package org.motorpool.dispatch.duty.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.HistoryQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.contract.DutyApi;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.duty.LeaveFile;
import org.motorpool.dispatch.duty.LeaveFilter;
import org.motorpool.dispatch.duty.LeaveStatus;
import org.motorpool.dispatch.duty.Leaves;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.organisation.Scope;

@Path("/api/v1/leaves")
@RolesAllowed({"DISPATCHER", "FLEET_OFFICER"})
class LeaveResource {

    /** Body of {@code POST leaves/{id}/withdraw}. */
    record Withdrawal(@Nullable String reason) {}

    private final Leaves leaves;
    private final Caller caller;

    LeaveResource(Leaves leaves, Caller caller) {
        this.leaves = leaves;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "SUPERVISOR", "DRIVER"})
    public Uni<Page<DutyApi.Leave>> list(@BeanParam HistoryQuery query) {
        int size = query.size();
        Scope scope = caller.scope();
        String own = scope.roles().equals(Set.of("DRIVER")) ? scope.username() : "";
        LeaveFilter filter = new LeaveFilter(
                query.statuses(LeaveStatus.class), own, query.from(), query.to(), query.before(), size + 1);
        return leaves.list(scope, filter)
                .map(found -> Pages.of(found.stream().map(LeaveFile::view).toList(), size, leave -> leave.id()
                        .toString()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
    public Uni<DutyApi.Leave> get(@PathParam("id") UUID id) {
        return leaves.get(caller.scope(), id).map(LeaveFile::view);
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "DRIVER"})
    public Uni<DutyApi.Leave> ask(
            DutyApi.@Nullable NewLeave wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return leaves.ask(caller.scope(), wanted, key).map(LeaveFile::view);
    }

    @POST
    @Path("{id}/decisions")
    public Uni<DutyApi.Leave> decide(
            @PathParam("id") UUID id, DutyApi.@Nullable LeaveDecision decision, @BeanParam Preconditions given) {
        return leaves.decide(caller.scope(), id, given.match(), decision, given.key())
                .map(LeaveFile::view);
    }

    @POST
    @Path("{id}/withdraw")
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "DRIVER"})
    public Uni<DutyApi.Leave> withdraw(
            @PathParam("id") UUID id, @Nullable Withdrawal withdrawal, @BeanParam Preconditions given) {
        String reason = withdrawal == null ? null : withdrawal.reason();
        return leaves.withdraw(caller.scope(), id, given.match(), reason, given.key())
                .map(LeaveFile::view);
    }
}

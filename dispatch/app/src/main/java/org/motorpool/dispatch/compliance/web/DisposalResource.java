package org.motorpool.dispatch.compliance.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.compliance.DisposalFilter;
import org.motorpool.dispatch.compliance.DisposalService;
import org.motorpool.dispatch.compliance.DisposalStatus;
import org.motorpool.dispatch.compliance.IdleVehicles;
import org.motorpool.dispatch.contract.DisposalApi.Disposal;
import org.motorpool.dispatch.contract.DisposalApi.IdleVehicle;
import org.motorpool.dispatch.contract.DisposalApi.NewDisposal;
import org.motorpool.dispatch.contract.DisposalApi.NewStep;
import org.motorpool.dispatch.contract.DisposalApi.TakenStep;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/disposals")
@RolesAllowed({"FLEET_OFFICER", "APPROVER", "DISPATCHER", "SUPERVISOR"})
class DisposalResource {

    private static final UUID LATEST = new UUID(-1, -1);

    private final DisposalService disposals;
    private final IdleVehicles idle;
    private final Caller caller;

    DisposalResource(DisposalService disposals, IdleVehicles idle, Caller caller) {
        this.disposals = disposals;
        this.idle = idle;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<Disposal> apply(@Nullable NewDisposal form) {
        return disposals.apply(caller.scope(), form);
    }

    @GET
    public Uni<Page<Disposal>> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("vehicleId") @Nullable String vehicleId,
            @BeanParam PageQuery page) {
        int size = page.size();
        DisposalFilter filter = new DisposalFilter(
                status == null ? null : status(status),
                vehicleId == null ? null : Parameters.uuid("vehicleId", vehicleId),
                page.cursorId(LATEST),
                size + 1);
        return disposals
                .list(caller.scope(), filter)
                .map(found -> Pages.of(found, size, disposal -> disposal.id().toString()));
    }

    /** Idle vehicles of the category that could move to the unit instead of buying. */
    @GET
    @Path("idle")
    public Uni<Page<IdleVehicle>> idle(
            @QueryParam("unitId") @Nullable String unitId, @QueryParam("category") @Nullable String category) {
        UUID unit = Parameters.uuid("unitId", String.valueOf(unitId));
        return idle.suggest(caller.scope(), unit, Fields.text("category", category, 12))
                .map(found -> new Page<>(found, null));
    }

    @GET
    @Path("{id}")
    public Uni<Disposal> get(@PathParam("id") UUID id) {
        return disposals.get(caller.scope(), id);
    }

    @GET
    @Path("{id}/steps")
    public Uni<Page<TakenStep>> steps(@PathParam("id") UUID id) {
        return disposals.listSteps(caller.scope(), id).map(found -> new Page<>(found, null));
    }

    @POST
    @Path("{id}/steps")
    @RolesAllowed({"FLEET_OFFICER", "APPROVER"})
    public Uni<Disposal> step(@PathParam("id") UUID id, @Nullable NewStep form) {
        return disposals.step(caller.scope(), id, form);
    }

    private static DisposalStatus status(String name) {
        return Arrays.stream(DisposalStatus.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Fields.bad(
                        "status",
                        "应为 %s 之一".formatted(Arrays.toString(DisposalStatus.values())),
                        "must be one of %s".formatted(Arrays.toString(DisposalStatus.values()))));
    }
}

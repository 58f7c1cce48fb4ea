package org.motorpool.dispatch.duty.web;

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
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.PeriodQuery;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.contract.DutyApi;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.duty.Rota;
import org.motorpool.dispatch.duty.ShiftFile;
import org.motorpool.dispatch.duty.ShiftFilter;
import org.motorpool.dispatch.duty.ShiftTemplates;
import org.motorpool.dispatch.duty.TemplateFile;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/shifts")
@RolesAllowed({"DISPATCHER", "FLEET_OFFICER"})
class ShiftResource {

    /** Body of {@code POST shifts/{id}/withdraw}. */
    record Withdrawal(@Nullable String reason) {}

    private static final UUID LAST = new UUID(-1, -1);

    private final Rota rota;
    private final ShiftTemplates templates;
    private final Caller caller;

    ShiftResource(Rota rota, ShiftTemplates templates, Caller caller) {
        this.rota = rota;
        this.templates = templates;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
    public Uni<Page<DutyApi.Shift>> list(
            @BeanParam PeriodQuery query, @QueryParam("driverId") @Nullable String driver) {
        int size = query.size();
        UUID driverId = driver == null ? null : Parameters.uuid("driverId", driver);
        ShiftFilter filter = new ShiftFilter(driverId, query.from(), query.to(), query.before(), size + 1);
        return rota.list(caller.scope(), filter)
                .map(found -> Pages.of(found.stream().map(ShiftFile::view).toList(), size, shift -> shift.id()
                        .toString()));
    }

    @POST
    @ResponseStatus(201)
    public Uni<List<DutyApi.Shift>> plan(
            DutyApi.@Nullable NewShifts wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return rota.plan(caller.scope(), wanted, key)
                .map(made -> made.stream().map(ShiftFile::view).toList());
    }

    @POST
    @Path("{id}/withdraw")
    public Uni<DutyApi.Shift> withdraw(
            @PathParam("id") UUID id, @Nullable Withdrawal withdrawal, @BeanParam Preconditions given) {
        String reason = withdrawal == null ? null : withdrawal.reason();
        return rota.withdraw(caller.scope(), id, given.match(), reason, given.key())
                .map(ShiftFile::view);
    }

    @GET
    @Path("templates")
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
    public Uni<Page<DutyApi.ShiftTemplate>> templates(@BeanParam PageQuery page) {
        int size = page.size();
        return templates
                .list(caller.scope(), page.cursorId(LAST), size + 1)
                .map(found -> Pages.of(found.stream().map(TemplateFile::view).toList(), size, template -> template.id()
                        .toString()));
    }

    @POST
    @Path("templates")
    @ResponseStatus(201)
    public Uni<DutyApi.ShiftTemplate> addTemplate(
            DutyApi.@Nullable NewShiftTemplate wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return templates.add(caller.scope(), wanted, key).map(TemplateFile::view);
    }

    @POST
    @Path("templates/{id}/retire")
    public Uni<DutyApi.ShiftTemplate> retire(@PathParam("id") UUID id, @BeanParam Preconditions given) {
        return templates.retire(caller.scope(), id, given.match(), given.key()).map(TemplateFile::view);
    }
}

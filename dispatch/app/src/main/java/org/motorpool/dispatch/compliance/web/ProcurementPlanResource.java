package org.motorpool.dispatch.compliance.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.compliance.PlanFile;
import org.motorpool.dispatch.compliance.ProcurementService;
import org.motorpool.dispatch.contract.IndicatorApi.NewPlan;
import org.motorpool.dispatch.contract.IndicatorApi.Plan;
import org.motorpool.dispatch.contract.IndicatorApi.PlanDecision;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/procurement-plans")
@RolesAllowed({"FLEET_OFFICER", "SUPERVISOR", "APPROVER"})
class ProcurementPlanResource {

    private static final UUID LATEST = new UUID(-1, -1);

    private final ProcurementService procurement;
    private final Caller caller;

    ProcurementPlanResource(ProcurementService procurement, Caller caller) {
        this.procurement = procurement;
        this.caller = caller;
    }

    @GET
    public Uni<Page<Plan>> list(@BeanParam PageQuery page) {
        int size = page.size();
        return procurement
                .list(caller.scope(), page.cursorId(LATEST), size + 1)
                .map(found -> Pages.of(found.stream().map(PlanFile::view).toList(), size, plan -> plan.id()
                        .toString()));
    }

    @GET
    @Path("{id}")
    public Uni<Plan> get(@PathParam("id") UUID id) {
        return procurement.get(caller.scope(), id).map(PlanFile::view);
    }

    @POST
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<Plan> draft(@Nullable NewPlan form) {
        return procurement.draft(caller.scope(), given(form, "unitId")).map(PlanFile::view);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Plan> revise(@PathParam("id") UUID id, @Nullable NewPlan form) {
        return procurement.revise(caller.scope(), id, given(form, "unitId")).map(PlanFile::view);
    }

    @POST
    @Path("{id}/submit")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Plan> submit(@PathParam("id") UUID id) {
        return procurement.submit(caller.scope(), id).map(PlanFile::view);
    }

    @POST
    @Path("{id}/decisions")
    @RolesAllowed({"FLEET_OFFICER", "APPROVER"})
    public Uni<Plan> decide(@PathParam("id") UUID id, @Nullable PlanDecision form) {
        return procurement.decide(caller.scope(), id, given(form, "decision")).map(PlanFile::view);
    }

    private static <T> T given(@Nullable T form, String firstField) {
        if (form == null) {
            throw Problem.missing(firstField).asException();
        }
        return form;
    }
}

package org.motorpool.dispatch.compliance.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.compliance.AcquisitionService;
import org.motorpool.dispatch.contract.ComplianceApi.Acquisition;
import org.motorpool.dispatch.contract.ComplianceApi.AcquisitionCheck;
import org.motorpool.dispatch.contract.ComplianceApi.NewAcquisition;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/acquisitions")
class AcquisitionResource {

    private static final UUID LATEST = new UUID(-1, -1);

    private final AcquisitionService acquisitions;
    private final Caller caller;

    AcquisitionResource(AcquisitionService acquisitions, Caller caller) {
        this.acquisitions = acquisitions;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<Acquisition> acquire(@Nullable NewAcquisition form) {
        return acquisitions.acquire(caller.scope(), given(form)).invoke(AcquisitionResource::answerRefusal);
    }

    @POST
    @Path("check")
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR", "APPROVER"})
    public Uni<AcquisitionCheck> check(@Nullable NewAcquisition form) {
        return acquisitions.check(caller.scope(), given(form));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR", "DISPATCHER", "APPROVER"})
    public Uni<Acquisition> get(@PathParam("id") UUID id) {
        return acquisitions.get(caller.scope(), id);
    }

    @GET
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR", "DISPATCHER", "APPROVER"})
    public Uni<Page<Acquisition>> list(@BeanParam PageQuery page) {
        int size = page.size();
        return acquisitions
                .list(caller.scope(), page.cursorId(LATEST), size + 1)
                .map(found ->
                        Pages.of(found, size, acquisition -> acquisition.id().toString()));
    }

    private static NewAcquisition given(@Nullable NewAcquisition form) {
        if (form == null) {
            throw Problem.invalid("unitId", "请提供请求体", "a body is required").asException();
        }
        return form;
    }

    /** The refusal is committed by now; only the answer fails. */
    private static void answerRefusal(Acquisition decided) {
        if (decided.outcome().equals("REFUSED")) {
            throw Problem.refused("acquisition-refused", decided.violations()).asException();
        }
    }
}

package org.motorpool.dispatch.compliance.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.compliance.ExemptionService;
import org.motorpool.dispatch.contract.NevApi.Exemption;
import org.motorpool.dispatch.contract.NevApi.NewExemption;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/compliance/exemptions")
class ExemptionResource {

    private static final UUID LATEST = new UUID(-1, -1);

    private final ExemptionService exemptions;
    private final Caller caller;

    ExemptionResource(ExemptionService exemptions, Caller caller) {
        this.exemptions = exemptions;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR", "APPROVER"})
    public Uni<Page<Exemption>> list(@BeanParam PageQuery page) {
        int size = page.size();
        return exemptions
                .list(caller.scope(), page.cursorId(LATEST), size + 1)
                .map(found -> Pages.of(found, size, exemption -> exemption.id().toString()));
    }

    @POST
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
    @ResponseStatus(201)
    public Uni<Exemption> add(@Nullable NewExemption form) {
        if (form == null) {
            throw Problem.missing("unitId").asException();
        }
        return exemptions.add(caller.scope(), form);
    }
}

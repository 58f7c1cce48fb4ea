package org.motorpool.dispatch.supervision.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.SupervisionApi.Finding;
import org.motorpool.dispatch.contract.SupervisionApi.NewStep;
import org.motorpool.dispatch.contract.SupervisionApi.RunReport;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.supervision.FindingService;
import org.motorpool.dispatch.supervision.SupervisionService;

@Path("/api/v1/compliance/findings")
@RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
class FindingResource {

    private final FindingService findings;
    private final SupervisionService supervision;
    private final Caller caller;

    FindingResource(FindingService findings, SupervisionService supervision, Caller caller) {
        this.findings = findings;
        this.supervision = supervision;
        this.caller = caller;
    }

    @GET
    public Uni<Page<Finding>> list(@BeanParam FindingQuery query) {
        int size = query.page.size();
        return findings.list(caller.scope(), query.unitId(), query.filter(findings.today()))
                .map(found -> Pages.of(found, size, finding -> finding.id().toString()));
    }

    @GET
    @Path("{id}")
    public Uni<Finding> get(@PathParam("id") UUID id) {
        return findings.get(caller.scope(), id);
    }

    @POST
    @Path("{id}/steps")
    public Uni<Finding> step(@PathParam("id") UUID id, @Nullable NewStep step) {
        return findings.step(caller.scope(), id, step);
    }

    @POST
    @Path("run")
    public Uni<RunReport> run(@QueryParam("day") @Nullable String day, @QueryParam("unitId") @Nullable String unitId) {
        return supervision.run(
                caller.scope(), Day.read("day", day), unitId == null ? null : Parameters.uuid("unitId", unitId));
    }
}

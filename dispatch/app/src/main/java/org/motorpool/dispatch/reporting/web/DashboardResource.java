package org.motorpool.dispatch.reporting.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ReportApi.Dashboard;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.reporting.DashboardService;

@Path("/api/v1/dashboards")
@RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
class DashboardResource {

    private final DashboardService dashboards;
    private final Caller caller;

    DashboardResource(DashboardService dashboards, Caller caller) {
        this.dashboards = dashboards;
        this.caller = caller;
    }

    @GET
    @Path("province")
    public Uni<Dashboard> province(@QueryParam("code") @Nullable String code) {
        return dashboards.province(caller.scope(), code);
    }
}

package org.motorpool.dispatch.supervision.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.SupervisionApi.RegionCircle;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.supervision.RegionCircleService;

@Path("/api/v1/compliance/region-circles")
@Authenticated
class RegionCircleResource {

    private final RegionCircleService circles;
    private final Caller caller;

    RegionCircleResource(RegionCircleService circles, Caller caller) {
        this.circles = circles;
        this.caller = caller;
    }

    @GET
    public Uni<Page<RegionCircle>> list(@BeanParam PageQuery page) {
        int size = page.size();
        return circles.list(caller.scope(), page.cursor(), size + 1)
                .map(found -> Pages.of(found, size, RegionCircle::regionCode));
    }

    @PUT
    @Path("{regionCode: [0-9]{6}}")
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
    public Uni<RegionCircle> put(@PathParam("regionCode") String regionCode, @Nullable RegionCircle form) {
        return circles.put(caller.scope(), regionCode, form);
    }
}

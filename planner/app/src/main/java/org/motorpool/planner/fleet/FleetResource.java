package org.motorpool.planner.fleet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.FleetApi;

/** Fleet sizing, for other services; whose uses they count is decided by them. */
@Path(FleetApi.ROOT)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("SERVICE")
public class FleetResource {

    private final FleetService fleets;

    FleetResource(FleetService fleets) {
        this.fleets = fleets;
    }

    @POST
    public FleetApi.CircleNeeds count(FleetApi.@Nullable Uses uses) {
        return fleets.count(uses);
    }

    @ServerExceptionMapper
    public Response refused(UsesRefused refused) {
        return Response.status(refused.status()).entity(refused.refusal()).build();
    }
}

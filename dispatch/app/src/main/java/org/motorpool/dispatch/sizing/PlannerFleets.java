package org.motorpool.dispatch.sizing;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.motorpool.planner.contract.FleetApi;

/** Fleet sizing, at the planner. */
@Path(FleetApi.ROOT)
@RegisterRestClient(configKey = "planner")
interface PlannerFleets {

    @POST
    Uni<FleetApi.CircleNeeds> count(@HeaderParam("Authorization") String authorization, FleetApi.Uses uses);
}

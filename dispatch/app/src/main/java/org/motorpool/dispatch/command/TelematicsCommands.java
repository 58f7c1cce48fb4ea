package org.motorpool.dispatch.command;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.motorpool.telematics.contract.CommandApi;

/** How far commands have come, from who delivers them, telematics-ingest. */
@Path(CommandApi.ROOT)
@RegisterRestClient(configKey = "telematics")
interface TelematicsCommands {

    @GET
    @Path("{vehicleId}/commands/{commandId}")
    Uni<CommandApi.CommandState> get(
            @HeaderParam("Authorization") String authorization,
            @PathParam("vehicleId") UUID vehicleId,
            @PathParam("commandId") UUID commandId);

    @POST
    @Path("{vehicleId}/commands/states")
    Uni<CommandApi.States> list(
            @HeaderParam("Authorization") String authorization,
            @PathParam("vehicleId") UUID vehicleId,
            CommandApi.Wanted wanted);
}

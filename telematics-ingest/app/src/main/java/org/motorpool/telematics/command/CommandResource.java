package org.motorpool.telematics.command;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.CommandApi;
import org.motorpool.telematics.contract.CommandApi.CommandState;
import org.motorpool.telematics.contract.CommandApi.States;
import org.motorpool.telematics.contract.CommandApi.Wanted;

/** How far commands have come, for other services; who may see which vehicle is decided by them. */
@Path(CommandApi.ROOT + "/{vehicleId}/commands")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("SERVICE")
public class CommandResource {

    private final CommandStates states;

    CommandResource(CommandStates states) {
        this.states = states;
    }

    @GET
    @Path("{commandId}")
    public CommandState get(@RestPath UUID vehicleId, @RestPath UUID commandId) throws SQLException {
        return states.find(vehicleId, commandId).orElseThrow(() -> new WebApplicationException(Status.NOT_FOUND));
    }

    /** A question that is too long for an address. */
    @POST
    @Path("states")
    public States list(@RestPath UUID vehicleId, @Nullable Wanted wanted) throws SQLException {
        if (wanted == null || wanted.commandIds().size() > CommandApi.WANTED_MAX) {
            throw new WebApplicationException(Status.BAD_REQUEST);
        }
        return new States(states.list(vehicleId, wanted.commandIds()));
    }
}

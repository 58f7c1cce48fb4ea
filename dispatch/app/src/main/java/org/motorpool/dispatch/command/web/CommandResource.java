package org.motorpool.dispatch.command.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.command.Command;
import org.motorpool.dispatch.command.CommandService;
import org.motorpool.dispatch.command.InstructionBody;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/vehicles/{vehicleId}/commands")
@RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class CommandResource {

    private static final UUID LAST = new UUID(-1, -1);

    private final CommandService commands;
    private final Caller caller;

    CommandResource(CommandService commands, Caller caller) {
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER"})
    @ResponseStatus(202)
    public Uni<Command> give(
            @PathParam("vehicleId") UUID vehicleId,
            @Nullable InstructionBody body,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return commands.give(caller.scope(), vehicleId, body, key);
    }

    @GET
    public Uni<Page<Command>> list(@PathParam("vehicleId") UUID vehicleId, @BeanParam PageQuery page) {
        int size = page.size();
        return commands.list(caller.scope(), vehicleId, page.cursorId(LAST), size + 1)
                .map(found -> Pages.of(found, size, command -> command.id().toString()));
    }

    @GET
    @Path("{id}")
    public Uni<Command> get(@PathParam("vehicleId") UUID vehicleId, @PathParam("id") UUID id) {
        return commands.get(caller.scope(), vehicleId, id);
    }
}

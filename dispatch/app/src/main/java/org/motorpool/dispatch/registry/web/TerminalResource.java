package org.motorpool.dispatch.registry.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.registry.BoundTerminal;
import org.motorpool.dispatch.registry.TerminalService;
import org.motorpool.dispatch.registry.VehicleFile;

@Path("/api/v1/terminals")
@RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class TerminalResource {

    private final TerminalService terminals;
    private final Caller caller;

    TerminalResource(TerminalService terminals, Caller caller) {
        this.terminals = terminals;
        this.caller = caller;
    }

    @GET
    public Uni<Page<VehicleApi.Terminal>> list(@BeanParam PageQuery page) {
        int size = page.size();
        return terminals
                .list(caller.scope(), page.cursor(), size + 1)
                .map(found -> Pages.of(
                        found.stream().map(TerminalResource::view).toList(), size, VehicleApi.Terminal::phone));
    }

    private static VehicleApi.Terminal view(BoundTerminal terminal) {
        VehicleFile vehicle = terminal.vehicle();
        return new VehicleApi.Terminal(
                terminal.binding().phone(),
                terminal.binding().terminalId(),
                terminal.binding().protocolVersion(),
                vehicle.id(),
                vehicle.plate(),
                vehicle.plateColour(),
                vehicle.regionCode(),
                vehicle.home());
    }
}

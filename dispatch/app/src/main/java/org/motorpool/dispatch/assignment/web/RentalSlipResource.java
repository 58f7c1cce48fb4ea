package org.motorpool.dispatch.assignment.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.motorpool.dispatch.assignment.SlipService;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/rental-orders/{id}/slip")
@RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class RentalSlipResource {

    private final SlipService slips;
    private final PrintedSlips printed;
    private final Caller caller;

    RentalSlipResource(SlipService slips, PrintedSlips printed, Caller caller) {
        this.slips = slips;
        this.printed = printed;
        this.caller = caller;
    }

    @GET
    @Produces({PrintedSlips.PDF, "application/json"})
    public Uni<Response> print(@PathParam("id") UUID id, @Context UriInfo uri) {
        return slips.printRental(caller.scope(), id, printed.base(uri)).map(pdf -> printed.answer(id, pdf));
    }
}

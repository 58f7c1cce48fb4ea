package org.motorpool.dispatch.reconciliation.web;

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
import org.motorpool.dispatch.contract.MileageApi.Move;
import org.motorpool.dispatch.contract.MileageApi.NewMove;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.reconciliation.MoveService;

@Path("/api/v1/vehicles/{id}/moves")
@RolesAllowed({"FLEET_OFFICER", "DISPATCHER", "SUPERVISOR"})
class MoveResource {

    private static final UUID LAST = new UUID(-1, -1);

    private final MoveService moves;
    private final Caller caller;

    MoveResource(MoveService moves, Caller caller) {
        this.moves = moves;
        this.caller = caller;
    }

    @GET
    public Uni<Page<Move>> list(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        int size = page.size();
        return moves.list(caller.scope(), id, page.cursorId(LAST), size + 1)
                .map(found -> Pages.of(found, size, move -> move.id().toString()));
    }

    @POST
    @RolesAllowed({"FLEET_OFFICER", "DISPATCHER"})
    @ResponseStatus(201)
    public Uni<Move> mark(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewMove form) {
        return moves.mark(caller.scope(), id, form, key);
    }
}

package org.motorpool.dispatch.trip.web;

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
import org.motorpool.dispatch.contract.OdometerApi.NewReading;
import org.motorpool.dispatch.contract.OdometerApi.Reading;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.trip.OdometerLog;

@Path("/api/v1/vehicles/{id}/odometer")
@RolesAllowed({"FLEET_OFFICER", "DISPATCHER", "SUPERVISOR"})
class OdometerResource {

    private static final UUID LAST = new UUID(-1, -1);

    private final OdometerLog log;
    private final Caller caller;

    OdometerResource(OdometerLog log, Caller caller) {
        this.log = log;
        this.caller = caller;
    }

    @GET
    public Uni<Page<Reading>> list(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        int size = page.size();
        return log.list(caller.scope(), id, page.cursorId(LAST), size + 1)
                .map(found -> Pages.of(found, size, reading -> reading.id().toString()));
    }

    @POST
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<Reading> record(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewReading form) {
        return log.record(caller.scope(), id, form, key);
    }
}

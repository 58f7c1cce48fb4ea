package org.motorpool.dispatch.compliance.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.motorpool.dispatch.compliance.IdleVehicles;
import org.motorpool.dispatch.compliance.IndicatorService;
import org.motorpool.dispatch.contract.DisposalApi.IdleVehicle;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;

/** Idle vehicles that could move to the unit instead of buying with its indicator 调剂. */
@Path("/api/v1/indicators/{id}/alternatives")
@RolesAllowed({"FLEET_OFFICER", "SUPERVISOR", "APPROVER"})
class AlternativeResource {

    private final IndicatorService indicators;
    private final IdleVehicles idle;
    private final Caller caller;

    AlternativeResource(IndicatorService indicators, IdleVehicles idle, Caller caller) {
        this.indicators = indicators;
        this.idle = idle;
        this.caller = caller;
    }

    @GET
    public Uni<Page<IdleVehicle>> list(@PathParam("id") UUID id) {
        return indicators
                .get(caller.scope(), id)
                .chain(indicator -> idle.suggest(
                        caller.scope(), indicator.unitId(), indicator.terms().category()))
                .map(found -> new Page<>(found, null));
    }
}

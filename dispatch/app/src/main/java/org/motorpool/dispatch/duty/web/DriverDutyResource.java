package org.motorpool.dispatch.duty.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.contract.DutyApi;
import org.motorpool.dispatch.duty.DutyService;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/drivers/{id}/duty")
@RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class DriverDutyResource {

    private final DutyService duty;
    private final Caller caller;
    private final Clock clock;

    DriverDutyResource(DutyService duty, Caller caller, Clock clock) {
        this.duty = duty;
        this.caller = caller;
        this.clock = clock;
    }

    /** Without a day, today. */
    @GET
    public Uni<DutyApi.DriverDuty> day(@PathParam("id") UUID id, @QueryParam("day") @Nullable String day) {
        return duty.day(caller.scope(), id, day == null ? Days.today(clock) : Parameters.day("day", day));
    }
}

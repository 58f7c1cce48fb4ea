package org.motorpool.dispatch.trip.web;

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
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.contract.ExpenseApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.trip.Costs;

@Path("/api/v1/vehicles/{id}/costs")
@RolesAllowed({"FLEET_OFFICER", "DISPATCHER", "APPROVER", "SUPERVISOR"})
class CostResource {

    private static final int FIRST_YEAR = 2000;

    private final Costs costs;
    private final Caller caller;
    private final Clock clock;

    CostResource(Costs costs, Caller caller, Clock clock) {
        this.costs = costs;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    public Uni<ExpenseApi.Costs> costs(@PathParam("id") UUID id, @QueryParam("year") @Nullable String year) {
        int thisYear = Days.today(clock).getYear();
        long asked = year == null ? thisYear : Parameters.year(year);
        return costs.get(caller.scope(), id, Math.toIntExact(Fields.number("year", asked, FIRST_YEAR, thisYear)));
    }
}

package org.motorpool.dispatch.sizing.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.FleetSizingApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.sizing.FleetSizingService;
import org.motorpool.dispatch.sizing.SizingPeriod;

@Path("/api/v1/fleet-sizing")
@RolesAllowed({"SUPERVISOR", "FLEET_OFFICER"})
class FleetSizingResource {

    private static final int LEAST_KM = 10;
    private static final int MOST_KM = 2000;

    private final FleetSizingService fleets;
    private final Caller caller;

    FleetSizingResource(FleetSizingService fleets, Caller caller) {
        this.fleets = fleets;
        this.caller = caller;
    }

    /** The least fleets that the uses of a unit and those below it need; days from and to included, a year at most. */
    @GET
    public Uni<FleetSizingApi.FleetSizing> size(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("range") @DefaultValue("300") String range) {
        SizingPeriod period = new SizingPeriod(Parameters.day("from", from), Parameters.day("to", to));
        return fleets.size(
                caller.scope(), unit == null ? null : Parameters.uuid("unit", unit), period, range_km(range));
    }

    private static int range_km(String text) {
        if (!text.matches("[0-9]{2,4}") || Integer.parseInt(text) < LEAST_KM || Integer.parseInt(text) > MOST_KM) {
            throw Problem.invalid(
                            "range",
                            "range 应为 %d 到 %d 公里，收到“%s”".formatted(LEAST_KM, MOST_KM, text),
                            "range must be %d to %d km, got \"%s\"".formatted(LEAST_KM, MOST_KM, text))
                    .asException();
        }
        return Integer.parseInt(text);
    }
}

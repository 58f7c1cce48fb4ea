package org.motorpool.dispatch.supervision.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.SupervisionApi.CalendarYear;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.supervision.HolidayService;

@Path("/api/v1/compliance/calendar")
@Authenticated
class HolidayResource {

    private final HolidayService calendar;
    private final Caller caller;

    HolidayResource(HolidayService calendar, Caller caller) {
        this.calendar = calendar;
        this.caller = caller;
    }

    @GET
    @Path("{year: [0-9]{4}}")
    public Uni<CalendarYear> get(@PathParam("year") int year) {
        return calendar.year(caller.scope(), year);
    }

    @PUT
    @Path("{year: [0-9]{4}}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
    public Uni<CalendarYear> replace(@PathParam("year") int year, @Nullable CalendarYear form) {
        return calendar.replace(caller.scope(), year, form);
    }

    /** The same of CSV; the number of the notice is a query parameter. */
    @PUT
    @Path("{year: [0-9]{4}}")
    @Consumes("text/csv")
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
    public Uni<CalendarYear> replaceByCsv(
            @PathParam("year") int year, @QueryParam("document") @Nullable String document, String csv) {
        return calendar.replace(caller.scope(), year, document == null ? "" : document, csv);
    }
}

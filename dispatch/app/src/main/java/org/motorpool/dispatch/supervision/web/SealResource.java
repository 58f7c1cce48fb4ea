package org.motorpool.dispatch.supervision.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.SupervisionApi.NewSeal;
import org.motorpool.dispatch.contract.SupervisionApi.Seal;
import org.motorpool.dispatch.contract.SupervisionApi.SealingWindow;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.supervision.SealService;

@Path("/api/v1/compliance/seals")
@RolesAllowed({"FLEET_OFFICER", "SUPERVISOR", "DISPATCHER"})
class SealResource {

    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private final SealService seals;
    private final Caller caller;

    SealResource(SealService seals, Caller caller) {
        this.seals = seals;
        this.caller = caller;
    }

    @GET
    public Uni<Page<Seal>> list(
            @BeanParam PageQuery page,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        int size = page.size();
        return seals.list(
                        caller.scope(),
                        from == null ? BEGINNING : Parameters.instant("from", from),
                        to == null ? END : Parameters.instant("to", to),
                        page.cursorId(LAST),
                        size + 1)
                .map(found -> Pages.of(found, size, seal -> seal.id().toString()));
    }

    /** Windows with a day off from {@code first} to {@code last}, a year at most. */
    @GET
    @Path("windows")
    public Uni<Page<SealingWindow>> windows(
            @QueryParam("first") @Nullable String first, @QueryParam("last") @Nullable String last) {
        LocalDate begin = required("first", Day.read("first", first));
        LocalDate end = required("last", Day.read("last", last));
        if (end.isBefore(begin) || end.isAfter(begin.plusYears(1))) {
            throw Problem.invalid("last", "last 应在 first 之后一年以内", "last must be within a year after first")
                    .asException();
        }
        return seals.windows(caller.scope(), begin, end).map(found -> new Page<>(found, null));
    }

    @POST
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<Seal> plan(@Nullable NewSeal form) {
        return seals.plan(caller.scope(), form);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Seal> change(@PathParam("id") UUID id, @Nullable NewSeal form) {
        return seals.change(caller.scope(), id, form);
    }

    private static LocalDate required(String field, @Nullable LocalDate day) {
        if (day == null) {
            throw Problem.missing(field).asException();
        }
        return day;
    }
}

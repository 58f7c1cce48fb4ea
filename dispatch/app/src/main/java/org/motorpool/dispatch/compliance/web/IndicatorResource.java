package org.motorpool.dispatch.compliance.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.compliance.IdleVehicles;
import org.motorpool.dispatch.compliance.IndicatorFile;
import org.motorpool.dispatch.compliance.IndicatorService;
import org.motorpool.dispatch.compliance.ProcurementService;
import org.motorpool.dispatch.contract.IndicatorApi.Indicator;
import org.motorpool.dispatch.contract.IndicatorApi.NewIndicator;
import org.motorpool.dispatch.contract.IndicatorApi.Return;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/indicators")
@RolesAllowed({"FLEET_OFFICER", "SUPERVISOR", "APPROVER"})
class IndicatorResource {

    private static final UUID LATEST = new UUID(-1, -1);
    private static final List<String> STATUSES = List.of("ISSUED", "RESERVED", "CONSUMED", "EXPIRED", "RETURNED");

    private final IndicatorService indicators;
    private final ProcurementService procurement;
    private final IdleVehicles idle;
    private final Caller caller;

    IndicatorResource(IndicatorService indicators, ProcurementService procurement, IdleVehicles idle, Caller caller) {
        this.indicators = indicators;
        this.procurement = procurement;
        this.idle = idle;
        this.caller = caller;
    }

    @GET
    public Uni<Page<Indicator>> list(@QueryParam("status") @Nullable String status, @BeanParam PageQuery page) {
        int size = page.size();
        return indicators
                .list(caller.scope(), statuses(status), page.cursorId(LATEST), size + 1)
                .map(found -> Pages.of(found.stream().map(IndicatorFile::view).toList(), size, indicator -> indicator
                        .id()
                        .toString()));
    }

    @GET
    @Path("{id}")
    public Uni<Indicator> get(@PathParam("id") UUID id) {
        return indicators.get(caller.scope(), id).map(IndicatorFile::view);
    }

    @POST
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<Indicator> issue(@Nullable NewIndicator form) {
        if (form == null) {
            throw Problem.missing("planItemId").asException();
        }
        return procurement.issue(caller.scope(), form).chain(this::withIdle);
    }

    /** Before one vehicle more is bought, those that nobody uses are shown. */
    private Uni<Indicator> withIdle(IndicatorFile issued) {
        return issued.terms().kind().equals("NEW")
                ? idle.suggest(caller.scope(), issued.unitId(), issued.terms().category())
                        .map(issued::view)
                : Uni.createFrom().item(issued.view());
    }

    @POST
    @Path("{id}/reserve")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Indicator> reserve(@PathParam("id") UUID id) {
        return indicators.reserve(caller.scope(), id).map(IndicatorFile::view);
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Indicator> release(@PathParam("id") UUID id) {
        return indicators.release(caller.scope(), id).map(IndicatorFile::view);
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Indicator> giveBack(@PathParam("id") UUID id, @Nullable Return form) {
        return indicators
                .giveBack(caller.scope(), id, form == null ? "" : form.reason())
                .map(IndicatorFile::view);
    }

    private static List<String> statuses(@Nullable String status) {
        if (status == null || status.isEmpty()) {
            return STATUSES;
        }
        List<String> asked = Arrays.asList(status.split(",", -1));
        if (!STATUSES.containsAll(asked)) {
            throw Problem.invalid(
                            "status",
                            "status 应为 %s 中的一个或多个，收到“%s”".formatted(STATUSES, status),
                            "status must be of %s, got \"%s\"".formatted(STATUSES, status))
                    .asException();
        }
        return asked;
    }
}

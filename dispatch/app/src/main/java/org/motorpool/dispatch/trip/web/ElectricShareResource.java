package org.motorpool.dispatch.trip.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.contract.ExpenseApi.ElectricShare;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.trip.ElectricShareService;
import org.motorpool.dispatch.trip.ElectricShareService.Keyed;
import org.motorpool.dispatch.trip.ElectricShareService.Level;

@Path("/api/v1/compliance/electric-share")
@Authenticated
class ElectricShareResource {

    private final ElectricShareService shares;
    private final Caller caller;

    ElectricShareResource(ElectricShareService shares, Caller caller) {
        this.shares = shares;
        this.caller = caller;
    }

    /** By PROVINCE, UNIT, or VEHICLE of the unit {@code unitId}. */
    @GET
    public Uni<Page<ElectricShare>> list(
            @QueryParam("year") @Nullable String year,
            @QueryParam("by") @DefaultValue("UNIT") String by,
            @QueryParam("unitId") @Nullable String unitId,
            @BeanParam PageQuery page) {
        int size = page.size();
        Integer asked = year == null ? null : Parameters.year(year);
        return shares.list(caller.scope(), asked, level(by, unitId), page.cursor(), size + 1)
                .map(found -> view(Pages.of(found, size, Keyed::key)));
    }

    private static Level level(String by, @Nullable String unitId) {
        return switch (by) {
            case "PROVINCE" -> new Level.Provinces();
            case "UNIT" -> new Level.Units();
            case "VEHICLE" -> new Level.Vehicles(Parameters.uuid("unitId", String.valueOf(unitId)));
            default -> throw Fields.bad("by", "应为 PROVINCE、UNIT 或 VEHICLE", "must be PROVINCE, UNIT or VEHICLE");
        };
    }

    private static Page<ElectricShare> view(Page<Keyed> page) {
        return new Page<>(page.items().stream().map(Keyed::share).toList(), page.next());
    }
}

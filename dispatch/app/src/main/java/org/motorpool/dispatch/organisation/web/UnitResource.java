package org.motorpool.dispatch.organisation.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.UnitApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;

@Path("/api/v1")
@Authenticated
class UnitResource {

    private final UnitService units;
    private final Caller caller;

    UnitResource(UnitService units, Caller caller) {
        this.units = units;
        this.caller = caller;
    }

    @GET
    @Path("units")
    public Uni<Page<UnitApi.Unit>> units(@BeanParam PageQuery page) {
        int size = page.size();
        return units.list(caller.scope(), page.cursor(), size + 1)
                .map(found -> Pages.of(found.stream().map(UnitResource::view).toList(), size, UnitApi.Unit::code));
    }

    @GET
    @Path("regions")
    public Uni<Page<UnitApi.Region>> regions(@BeanParam PageQuery page) {
        int size = page.size();
        return units.listRegions(caller.scope(), page.cursor(), size + 1)
                .map(found -> Pages.of(found, size, UnitApi.Region::code));
    }

    private static UnitApi.Unit view(Unit unit) {
        return new UnitApi.Unit(unit.id(), unit.code(), unit.name(), unit.level(), unit.regionCode(), unit.parentId());
    }
}

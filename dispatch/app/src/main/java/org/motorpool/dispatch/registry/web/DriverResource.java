package org.motorpool.dispatch.registry.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.DriverService;

@Path("/api/v1/drivers")
@Authenticated
class DriverResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final DriverService drivers;
    private final Caller caller;

    DriverResource(DriverService drivers, Caller caller) {
        this.drivers = drivers;
        this.caller = caller;
    }

    @GET
    public Uni<Page<VehicleApi.Driver>> list(@BeanParam PageQuery page) {
        int size = page.size();
        UUID after = page.cursorId(FIRST);
        Scope scope = caller.scope();
        return drivers.list(scope, after, size + 1)
                .map(found -> Pages.of(
                        found.stream().map(driver -> view(driver, scope)).toList(), size, driver -> driver.id()
                                .toString()));
    }

    private static VehicleApi.Driver view(DriverFile driver, Scope scope) {
        return new VehicleApi.Driver(
                driver.id(),
                driver.name(),
                Phones.shown(driver, scope),
                driver.licenceClass(),
                driver.unitId(),
                driver.unitName(),
                driver.username(),
                driver.vehicleId());
    }
}

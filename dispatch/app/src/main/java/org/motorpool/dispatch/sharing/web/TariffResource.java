package org.motorpool.dispatch.sharing.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.TariffApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.sharing.Tariff;
import org.motorpool.dispatch.sharing.TariffService;

@Path("/api/v1/tariffs")
@RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class TariffResource {

    private static final UUID LATEST = new UUID(-1, -1);

    private final TariffService tariffs;
    private final Caller caller;

    TariffResource(TariffService tariffs, Caller caller) {
        this.tariffs = tariffs;
        this.caller = caller;
    }

    /** A draft; with {@code tariffId} the next version of that tariff. */
    @POST
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<TariffApi.Tariff> create(
            TariffApi.@Nullable NewTariff wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return tariffs.create(caller.scope(), wanted, key).map(Tariff::view);
    }

    /** The last version of each tariff. */
    @GET
    public Uni<Page<TariffApi.Tariff>> list(@BeanParam PageQuery query) {
        int size = query.size();
        return tariffs.list(caller.scope(), query.cursorId(LATEST), size + 1)
                .map(found -> Pages.of(found.stream().map(Tariff::view).toList(), size, tariff -> tariff.id()
                        .toString()));
    }

    /** All versions of a tariff, the last first. */
    @GET
    @Path("{id}/versions")
    public Uni<List<TariffApi.Tariff>> listVersions(@PathParam("id") UUID id) {
        return tariffs.listVersions(caller.scope(), id)
                .map(found -> found.stream().map(Tariff::view).toList());
    }

    @GET
    @Path("{id}/versions/{tariffVersion:[0-9]{1,6}}")
    public Uni<TariffApi.Tariff> get(@PathParam("id") UUID id, @PathParam("tariffVersion") int tariffVersion) {
        return tariffs.get(caller.scope(), id, tariffVersion).map(Tariff::view);
    }

    @POST
    @Path("{id}/versions/{tariffVersion:[0-9]{1,6}}/publish")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<TariffApi.Tariff> publish(
            @PathParam("id") UUID id, @PathParam("tariffVersion") int tariffVersion, @BeanParam Preconditions given) {
        return tariffs.publish(caller.scope(), act(id, tariffVersion, given)).map(Tariff::view);
    }

    @POST
    @Path("{id}/versions/{tariffVersion:[0-9]{1,6}}/withdraw")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<TariffApi.Tariff> withdraw(
            @PathParam("id") UUID id, @PathParam("tariffVersion") int tariffVersion, @BeanParam Preconditions given) {
        return tariffs.withdraw(caller.scope(), act(id, tariffVersion, given)).map(Tariff::view);
    }

    @POST
    @Path("{id}/versions/{tariffVersion:[0-9]{1,6}}/end")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<TariffApi.Tariff> end(
            @PathParam("id") UUID id,
            @PathParam("tariffVersion") int tariffVersion,
            TariffApi.@Nullable End end,
            @BeanParam Preconditions given) {
        return tariffs.end(caller.scope(), act(id, tariffVersion, given), end).map(Tariff::view);
    }

    private static TariffService.Act act(UUID id, int tariffVersion, Preconditions given) {
        return new TariffService.Act(id, tariffVersion, given.match(), given.key());
    }
}

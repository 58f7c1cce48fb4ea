package org.motorpool.dispatch.registry.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.contract.ChargerApi;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.registry.ChargerFile;
import org.motorpool.dispatch.registry.ChargerService;

@Path("/api/v1/chargers")
@RolesAllowed("FLEET_OFFICER")
class ChargerResource {

    private static final UUID LATEST = new UUID(-1, -1);

    private final ChargerService chargers;
    private final Caller caller;

    ChargerResource(ChargerService chargers, Caller caller) {
        this.chargers = chargers;
        this.caller = caller;
    }

    /** Chargers of the units in scope, and those of the units above, where their vehicles charge too. */
    @GET
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
    public Uni<Page<ChargerApi.Charger>> list(@BeanParam PageQuery page) {
        int size = page.size();
        return chargers.list(caller.scope(), page.cursorId(LATEST), size + 1)
                .map(found -> Pages.of(found.stream().map(ChargerFile::view).toList(), size, charger -> charger.id()
                        .toString()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
    public Uni<ChargerApi.Charger> get(@PathParam("id") UUID id) {
        return chargers.get(caller.scope(), id).map(ChargerFile::view);
    }

    @POST
    @ResponseStatus(201)
    public Uni<ChargerApi.Charger> add(
            ChargerApi.@Nullable NewCharger wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return chargers.add(caller.scope(), wanted, key).map(ChargerFile::view);
    }

    @PUT
    @Path("{id}")
    public Uni<ChargerApi.Charger> correct(
            @PathParam("id") UUID id,
            ChargerApi.@Nullable NewCharger wanted,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return chargers.correct(caller.scope(), id, wanted, IfMatch.of(ifMatch)).map(ChargerFile::view);
    }

    @POST
    @Path("{id}/retire")
    public Uni<ChargerApi.Charger> retire(@PathParam("id") UUID id, @BeanParam Preconditions given) {
        return chargers.retire(caller.scope(), id, given.match(), given.key()).map(ChargerFile::view);
    }
}

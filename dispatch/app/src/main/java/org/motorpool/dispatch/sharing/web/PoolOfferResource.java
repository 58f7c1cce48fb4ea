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
import org.motorpool.dispatch.contract.PoolOfferApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.sharing.OfferedVehicles;
import org.motorpool.dispatch.sharing.PoolOffer;
import org.motorpool.dispatch.sharing.PoolOfferService;

@Path("/api/v1/pool-offers")
@RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class PoolOfferResource {

    private static final UUID LATEST = new UUID(-1, -1);

    private final PoolOfferService offers;
    private final OfferedVehicles vehicles;
    private final Caller caller;

    PoolOfferResource(PoolOfferService offers, OfferedVehicles vehicles, Caller caller) {
        this.offers = offers;
        this.vehicles = vehicles;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<PoolOfferApi.Offer> create(
            PoolOfferApi.@Nullable NewOffer wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return offers.create(caller.scope(), wanted, key).map(PoolOffer::view);
    }

    /** Offers of the units in scope and offers made to them. */
    @GET
    public Uni<Page<PoolOfferApi.Offer>> list(@BeanParam PageQuery query) {
        int size = query.size();
        return offers.list(caller.scope(), query.cursorId(LATEST), size + 1)
                .map(found -> Pages.of(found.stream().map(PoolOffer::view).toList(), size, offer -> offer.id()
                        .toString()));
    }

    @GET
    @Path("{id}")
    public Uni<PoolOfferApi.Offer> get(@PathParam("id") UUID id) {
        return offers.get(caller.scope(), id).map(PoolOffer::view);
    }

    /** The vehicles in service that the offer gives, with the drivers on duty with them, by plate. */
    @GET
    @Path("{id}/vehicles")
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER"})
    public Uni<List<PoolOfferApi.OfferedVehicle>> listVehicles(@PathParam("id") UUID id) {
        return vehicles.list(caller.scope(), id);
    }

    @POST
    @Path("{id}/withdraw")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<PoolOfferApi.Offer> withdraw(@PathParam("id") UUID id, @BeanParam Preconditions given) {
        return offers.withdraw(caller.scope(), id, given.match(), given.key()).map(PoolOffer::view);
    }
}

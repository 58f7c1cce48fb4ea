package org.motorpool.dispatch.assignment.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.PeriodQuery;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.assignment.RentalFile;
import org.motorpool.dispatch.assignment.RentalService;
import org.motorpool.dispatch.assignment.RentalSuppliers;
import org.motorpool.dispatch.assignment.SupplierFile;
import org.motorpool.dispatch.contract.OrderActApi;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.RentalApi;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1")
@RolesAllowed("DISPATCHER")
class RentalResource {

    private static final UUID LAST = new UUID(-1, -1);

    private final RentalSuppliers suppliers;
    private final RentalService rentals;
    private final Caller caller;

    RentalResource(RentalSuppliers suppliers, RentalService rentals, Caller caller) {
        this.suppliers = suppliers;
        this.rentals = rentals;
        this.caller = caller;
    }

    @GET
    @Path("rental-suppliers")
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
    public Uni<Page<RentalApi.Supplier>> suppliers(@BeanParam PageQuery page) {
        int size = page.size();
        return suppliers
                .list(caller.scope(), page.cursorId(LAST), size + 1)
                .map(found -> Pages.of(found.stream().map(SupplierFile::view).toList(), size, supplier -> supplier.id()
                        .toString()));
    }

    @POST
    @Path("rental-suppliers")
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<RentalApi.Supplier> addSupplier(
            RentalApi.@Nullable NewSupplier wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return suppliers.add(caller.scope(), wanted, key).map(SupplierFile::view);
    }

    @GET
    @Path("rental-orders")
    @RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
    public Uni<Page<RentalApi.RentalOrder>> list(@BeanParam PeriodQuery query) {
        int size = query.size();
        return rentals.list(caller.scope(), query.from(), query.to(), query.before(), size + 1)
                .map(found -> Pages.of(found.stream().map(RentalFile::view).toList(), size, order -> order.id()
                        .toString()));
    }

    @GET
    @Path("rental-orders/{id}")
    @RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
    public Uni<RentalApi.RentalOrder> get(@PathParam("id") UUID id) {
        return rentals.get(caller.scope(), id).map(RentalFile::view);
    }

    @POST
    @Path("rental-orders")
    @ResponseStatus(201)
    public Uni<RentalApi.RentalOrder> order(
            RentalApi.@Nullable NewRentalOrder wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return rentals.order(caller.scope(), wanted, key).map(RentalFile::view);
    }

    @POST
    @Path("rental-orders/{id}/close")
    public Uni<RentalApi.RentalOrder> close(
            @PathParam("id") UUID id, RentalApi.@Nullable Closing closing, @BeanParam Preconditions given) {
        return rentals.close(caller.scope(), id, given.match(), closing, given.key())
                .map(RentalFile::view);
    }

    @POST
    @Path("rental-orders/{id}/cancel")
    public Uni<RentalApi.RentalOrder> cancel(
            @PathParam("id") UUID id, OrderActApi.@Nullable Cancellation cancellation, @BeanParam Preconditions given) {
        return rentals.cancel(caller.scope(), id, given.match(), cancellation, given.key())
                .map(RentalFile::view);
    }
}

package org.motorpool.dispatch.assignment.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.HistoryQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.OrderBulk;
import org.motorpool.dispatch.assignment.OrderFilter;
import org.motorpool.dispatch.assignment.OrderService;
import org.motorpool.dispatch.assignment.OrderStatus;
import org.motorpool.dispatch.assignment.Reassigning;
import org.motorpool.dispatch.assignment.TakingBack;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.OrderActApi;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.PoolOfferApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.organisation.Scope;

@Path("/api/v1/orders")
@RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class OrderResource {

    private static final String ME = "me";

    private final OrderService orders;
    private final Reassigning reassigning;
    private final TakingBack takingBack;
    private final OrderBulk bulk;
    private final Caller caller;

    OrderResource(OrderService orders, Reassigning reassigning, TakingBack takingBack, OrderBulk bulk, Caller caller) {
        this.orders = orders;
        this.reassigning = reassigning;
        this.takingBack = takingBack;
        this.bulk = bulk;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("DISPATCHER")
    @ResponseStatus(201)
    public Uni<OrderApi.Order> create(
            OrderApi.@Nullable NewOrder wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return orders.create(caller.scope(), wanted, key).map(VehicleOrder::view);
    }

    /**
     * With {@code driver=me} the caller's own orders; a driver sees no others. With {@code conflict=true} those that cannot be
     * kept as they are.
     */
    @GET
    @RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR", "DRIVER"})
    public Uni<Page<OrderApi.Order>> list(
            @BeanParam HistoryQuery query,
            @QueryParam("driver") @Nullable String driver,
            @QueryParam("conflict") boolean inConflict) {
        if (driver != null && !driver.equals(ME)) {
            throw Problem.invalid(
                            "driver",
                            "driver 只能是 me，收到 \"%s\"".formatted(driver),
                            "driver must be me, got \"%s\"".formatted(driver))
                    .asException();
        }
        int size = query.size();
        OrderFilter filter = new OrderFilter(
                query.statuses(OrderStatus.class), query.from(), query.to(), inConflict, query.before(), size + 1);
        return list(caller.scope(), filter, driver != null)
                .map(found -> Pages.of(found.stream().map(VehicleOrder::view).toList(), size, order -> order.id()
                        .toString()));
    }

    private Uni<List<VehicleOrder>> list(Scope scope, OrderFilter filter, boolean own) {
        boolean driverOnly = scope.roles().equals(Set.of("DRIVER"));
        return own || driverOnly ? orders.listOfDriver(scope, filter) : orders.list(scope, filter);
    }

    @GET
    @Path("{id}")
    public Uni<OrderApi.Order> get(@PathParam("id") UUID id) {
        return orders.get(caller.scope(), id).map(VehicleOrder::view);
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed("DISPATCHER")
    public Uni<OrderApi.Order> cancel(
            @PathParam("id") UUID id, OrderActApi.@Nullable Cancellation cancellation, @BeanParam Preconditions given) {
        return orders.cancel(caller.scope(), id, given.match(), cancellation, given.key())
                .map(VehicleOrder::view);
    }

    @POST
    @Path("{id}/reassign")
    @RolesAllowed("DISPATCHER")
    public Uni<OrderApi.Order> reassign(
            @PathParam("id") UUID id, OrderActApi.@Nullable Reassignment reassignment, @BeanParam Preconditions given) {
        return reassigning
                .reassign(caller.scope(), id, given.match(), reassignment, given.key())
                .map(VehicleOrder::view);
    }

    /** On what basis the order has another unit's vehicle, and what it was expected to cost. */
    @GET
    @Path("{id}/basis")
    public Uni<PoolOfferApi.Basis> basis(@PathParam("id") UUID id) {
        return takingBack.findBasis(caller.scope(), id).map(found -> found.orElseThrow(() -> ownVehicle(id)));
    }

    /** The owner takes a lent vehicle back for an own request, until the cut-off; the answer is that request's order. */
    @POST
    @Path("{id}/take-back")
    @RolesAllowed("DISPATCHER")
    public Uni<OrderApi.Order> takeBack(
            @PathParam("id") UUID id, PoolOfferApi.@Nullable TakeBack wanted, @BeanParam Preconditions given) {
        return takingBack
                .takeBack(caller.scope(), id, given.match(), wanted, given.key())
                .map(VehicleOrder::view);
    }

    private static RuntimeException ownVehicle(UUID id) {
        return Problem.notFound(
                        "basis-none",
                        "派车单 %s 使用本单位车辆，无共享依据".formatted(id),
                        "order %s has a vehicle of its own unit, on no basis of sharing".formatted(id))
                .asException();
    }

    @POST
    @Path("bulk")
    @RolesAllowed("DISPATCHER")
    public Uni<List<OrderActApi.BulkResult>> bulk(
            OrderActApi.@Nullable Bulk wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return bulk.carryOut(caller.scope(), wanted, key);
    }
}

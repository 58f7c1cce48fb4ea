package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.store.Orders;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;

/**
 * What becomes of an order on the road; for trip, in its transactions, which run in the platform's scope: a driver may serve
 * a request and drive a vehicle of other units. Every move keeps request and vehicle in step.
 */
@ApplicationScoped
public class OrderLife {

    private final Orders orders;
    private final RequestLife requests;
    private final VehicleStates states;

    OrderLife(Orders orders, RequestLife requests, VehicleStates states) {
        this.orders = orders;
        this.requests = requests;
        this.states = states;
    }

    /** Lock the order if this account drives it; otherwise it is problem {@code order-unknown}. */
    public Uni<VehicleOrder> lockForDriver(Mutiny.Session session, UUID id, String username) {
        return orders.lock(session, id)
                .map(found -> found.filter(order -> username.equals(order.view().driverUsername()))
                        .orElseThrow(() -> OrderService.unknown(id)));
    }

    /** Lock the order. */
    public Uni<VehicleOrder> lock(Mutiny.Session session, UUID id) {
        return orders.lock(session, id).map(found -> found.orElseThrow(() -> OrderService.unknown(id)));
    }

    /** The order; fails with problem {@code order-unknown} when there is none in the scope of the session. */
    public Uni<VehicleOrder> get(Mutiny.Session session, UUID id) {
        return orders.find(session, id).map(found -> found.orElseThrow(() -> OrderService.unknown(id)));
    }

    /** The request of an order. */
    public Uni<OrderChange> unchanged(Mutiny.Session session, VehicleOrder order) {
        return requests.get(session, order.view().requestId()).map(request -> new OrderChange(order, request));
    }

    /** Accepted or arrived: the request only shows it. */
    public Uni<OrderChange> move(Mutiny.Session session, UUID id, OrderStatus status) {
        return orders.move(session, id, status)
                .chain(order -> requests.showOrderStatus(session, order.view().requestId(), status.name())
                        .map(request -> new OrderChange(order, request)));
    }

    /** Departed: request under way, vehicle on trip. */
    public Uni<OrderChange> depart(Mutiny.Session session, UUID id) {
        return orders.move(session, id, OrderStatus.DEPARTED)
                .call(order -> states.refresh(session, order.view().vehicleId(), VehicleStates.byDriver(order)))
                .chain(order -> follow(session, order, RequestStatus.UNDERWAY));
    }

    /** Back: the vehicle and the driver are free from then on, the request waits for the measure. */
    public Uni<OrderChange> comeBack(Mutiny.Session session, UUID id, Instant returnedAt) {
        return orders.comeBack(session, id, returnedAt)
                .call(order -> states.refresh(session, order.view().vehicleId(), VehicleStates.byDriver(order)))
                .chain(order -> requests.showOrderStatus(
                                session, order.view().requestId(), order.view().status())
                        .map(request -> new OrderChange(order, request)));
    }

    /** Measured and done. */
    public Uni<OrderChange> close(Mutiny.Session session, UUID id) {
        return orders.move(session, id, OrderStatus.CLOSED)
                .chain(order -> follow(session, order, RequestStatus.CLOSED));
    }

    private Uni<OrderChange> follow(Mutiny.Session session, VehicleOrder order, RequestStatus status) {
        Uni<UseRequest> moved = requests.move(
                session, order.view().requestId(), status, order.view().status());
        return moved.map(request -> new OrderChange(order, request));
    }
}

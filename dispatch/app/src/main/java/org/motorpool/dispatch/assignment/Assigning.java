package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.store.AssignmentRules;
import org.motorpool.dispatch.assignment.store.Orders;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.DispatchEvent;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.DriverService;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.request.Assigned;
import org.motorpool.dispatch.request.BusinessNumbers;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.UseRequest;

/** Gives a request a vehicle and a driver, in the caller's transaction; by hand and from a plan alike. */
@ApplicationScoped
class Assigning {

    /** What goes into an order. */
    private record Parts(UseRequest request, VehicleFile vehicle, DriverFile driver) {}

    private final RequestLife requests;
    private final VehicleService vehicles;
    private final DriverService drivers;
    private final Orders orders;
    private final AssignmentRules rules;
    private final VehicleStates states;
    private final BusinessNumbers numbers;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Assigning(
            RequestLife requests,
            VehicleService vehicles,
            DriverService drivers,
            Orders orders,
            AssignmentRules rules,
            VehicleStates states,
            BusinessNumbers numbers,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.vehicles = vehicles;
        this.drivers = drivers;
        this.orders = orders;
        this.rules = rules;
        this.states = states;
        this.numbers = numbers;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Assign. Problems: {@code request-unknown}, {@code request-state}, {@code vehicle-unknown}, {@code driver-unknown}, the
     * code of a rule that refuses, {@code vehicle-already-booked}, {@code driver-already-booked}.
     */
    Uni<OrderChange> assign(Mutiny.Session session, Scope scope, OrderApi.NewOrder wanted) {
        return collect(session, wanted)
                .call(parts -> requireAllowed(session, parts))
                .chain(parts -> numbers.next(
                                session, "PC", parts.request().view().regionCode())
                        .chain(number -> issue(session, scope, parts, order(parts, number, clock.instant()))));
    }

    private Uni<Parts> collect(Mutiny.Session session, OrderApi.NewOrder wanted) {
        UUID vehicleId = wanted.vehicleId();
        UUID driverId = wanted.driverId();
        return requests.lockForAssignment(session, wanted.requestId())
                .call(() -> orders.lockVehicleAndDriver(session, vehicleId, driverId))
                .chain(request -> vehicles.get(session, vehicleId).chain(vehicle -> drivers.get(session, driverId)
                        .map(driver -> new Parts(request, vehicle, driver))));
    }

    private Uni<ServingRules> requireAllowed(Mutiny.Session session, Parts parts) {
        RequestApi.Request request = parts.request().view();
        return rules.serving(session, Days.of(request.departAt())).invoke(serving -> Eligibility.check(
                        request, parts.vehicle(), serving)
                .or(() -> LicenceRule.check(parts.vehicle(), parts.driver()))
                .ifPresent(violation -> {
                    throw Problem.refused(violation.rule(), List.of(violation)).asException();
                }));
    }

    private Uni<OrderChange> issue(Mutiny.Session session, Scope scope, Parts parts, VehicleOrder order) {
        return orders.add(session, order, scope.username())
                .call(() -> states.refresh(session, parts.vehicle(), VehicleStates.by(scope.username(), order)))
                .call(() -> outbox.add(session, event(order)))
                .call(() -> audit.note(
                        session, scope, "order-assigned", order.view().number()))
                .chain(() -> requests.assign(session, parts.request().id(), assigned(order)))
                .map(request -> new OrderChange(order, request));
    }

    private DispatchEvent.VehicleAssigned event(VehicleOrder order) {
        OrderApi.Order view = order.view();
        return new DispatchEvent.VehicleAssigned(
                Ids.next(),
                view.requestId(),
                clock.instant(),
                view.id(),
                view.number(),
                view.vehicleId(),
                view.driverId(),
                view.from(),
                view.to());
    }

    private static Assigned assigned(VehicleOrder order) {
        return new Assigned(order.summary(), order.view().sharing(), order.vehicleUnitId(), order.vehicleUnitPath());
    }

    private static VehicleOrder order(Parts parts, String number, Instant issuedAt) {
        return new VehicleOrder(
                view(parts, number),
                parts.request().view().unitId(),
                parts.request().unitPath(),
                parts.vehicle().unitId(),
                parts.vehicle().unitPath(),
                parts.vehicle().energyType(),
                issuedAt);
    }

    private static OrderApi.Order view(Parts parts, String number) {
        RequestApi.Request request = parts.request().view();
        VehicleFile vehicle = parts.vehicle();
        DriverFile driver = parts.driver();
        return new OrderApi.Order(
                Ids.next(),
                number,
                OrderStatus.ASSIGNED.name(),
                request.id(),
                request.number(),
                request.unitName(),
                request.purpose(),
                request.passengers(),
                request.pickup(),
                request.dropoff(),
                request.departAt(),
                request.returnAt(),
                Sharing.between(request, vehicle).name(),
                vehicle.id(),
                vehicle.plate(),
                vehicle.unitName(),
                driver.id(),
                driver.name(),
                driver.username(),
                0);
    }
}

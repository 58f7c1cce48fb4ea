package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.store.AssignmentRules;
import org.motorpool.dispatch.assignment.store.OrderBases;
import org.motorpool.dispatch.assignment.store.Orders;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.DispatchEvent;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.duty.DutyService;
import org.motorpool.dispatch.duty.Period;
import org.motorpool.dispatch.duty.PlannedDrive;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.registry.DriverService;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.request.Assigned;
import org.motorpool.dispatch.request.BusinessNumbers;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.dispatch.sharing.Lending;

/** Gives a request a vehicle and a driver, in the caller's transaction; by hand and from a plan alike. */
@Singleton
class Assigning {

    private final RequestLife requests;
    private final VehicleService vehicles;
    private final DriverService drivers;
    private final Orders orders;
    private final AssignmentRules rules;
    private final DutyService duty;
    private final Lending lending;
    private final OrderBases bases;
    private final VehicleStates states;
    private final BusinessNumbers numbers;
    private final Outbox outbox;
    private final Changes changes;
    private final Clock clock;

    Assigning(
            RequestLife requests,
            VehicleService vehicles,
            DriverService drivers,
            Orders orders,
            AssignmentRules rules,
            DutyService duty,
            Lending lending,
            OrderBases bases,
            VehicleStates states,
            BusinessNumbers numbers,
            Outbox outbox,
            Changes changes,
            Clock clock) {
        this.requests = requests;
        this.vehicles = vehicles;
        this.drivers = drivers;
        this.orders = orders;
        this.rules = rules;
        this.duty = duty;
        this.lending = lending;
        this.bases = bases;
        this.states = states;
        this.numbers = numbers;
        this.outbox = outbox;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Assign. Problems: {@code request-unknown}, {@code request-state}, {@code order-in-past}, {@code vehicle-unknown},
     * {@code driver-unknown}, the code of a rule that refuses, {@code vehicle-already-booked}, {@code driver-already-booked}.
     */
    Uni<OrderChange> assign(Mutiny.Session session, Scope scope, OrderApi.NewOrder wanted) {
        return assign(session, scope, wanted, Ids.next());
    }

    /** The same, as the order with this id. */
    Uni<OrderChange> assign(Mutiny.Session session, Scope scope, OrderApi.NewOrder wanted, UUID id) {
        return issue(
                session,
                scope,
                wanted,
                id,
                request -> crew(session, request, wanted.vehicleId(), wanted.driverId(), DutyService.NONE));
    }

    /** The same, for as long as the planner has the riders on board where they consent to share; for the whole use otherwise. */
    Uni<OrderChange> assign(Mutiny.Session session, Scope scope, OrderApi.NewOrder wanted, UUID id, Period planned) {
        return issue(
                session,
                scope,
                wanted,
                crew -> crew.request().pooling().isPresent() ? planned : null,
                id,
                request -> crew(session, request, wanted.vehicleId(), wanted.driverId(), DutyService.NONE));
    }

    /** Assign by order of a superior 征用: it needs no offer and no agreement, and has no price. */
    Uni<OrderChange> requisition(Mutiny.Session session, Scope scope, OrderApi.NewOrder wanted) {
        return issue(session, scope, wanted, Ids.next(), request -> fit(
                        session, request, wanted.vehicleId(), wanted.driverId())
                .call(crew -> requireOnDuty(session, crew, crew.drive(), DutyService.NONE)));
    }

    private Uni<OrderChange> issue(
            Mutiny.Session session,
            Scope scope,
            OrderApi.NewOrder wanted,
            UUID id,
            Function<UseRequest, Uni<Crew>> choose) {
        return issue(session, scope, wanted, _ -> null, id, choose);
    }

    private Uni<OrderChange> issue(
            Mutiny.Session session,
            Scope scope,
            OrderApi.NewOrder wanted,
            Function<Crew, @Nullable Period> planned,
            UUID id,
            Function<UseRequest, Uni<Crew>> choose) {
        return requests.lockForAssignment(session, wanted.requestId())
                .invoke(request -> requireNotOver(request.view(), clock.instant()))
                .call(() -> hold(session, wanted.vehicleId(), wanted.driverId()))
                .chain(request -> choose.apply(request))
                .chain(crew -> numbers.next(session, "PC", crew.request().view().regionCode())
                        .chain(number -> issue(session, scope, crew, order(crew, id, number, planned.apply(crew)))));
    }

    private VehicleOrder order(Crew crew, UUID id, String number, @Nullable Period planned) {
        return planned == null
                ? crew.order(id, number, clock.instant())
                : crew.order(id, number, clock.instant(), planned);
    }

    /** Orders of one vehicle or driver queue up here, so that they do not wait for each other in a circle. */
    Uni<Void> hold(Mutiny.Session session, UUID vehicleId, UUID driverId) {
        return vehicles.hold(session, vehicleId).chain(() -> drivers.hold(session, driverId));
    }

    static void requireNotOver(RequestApi.Request request, Instant now) {
        if (!request.returnAt().isAfter(now)) {
            throw Problem.conflict(
                            "order-in-past",
                            "用车申请 %s 的用车时间 %s 已过，不能派车".formatted(request.number(), request.returnAt()),
                            "the use of request %s ended at %s; no vehicle can be assigned any more"
                                    .formatted(request.number(), request.returnAt()))
                    .asException();
        }
    }

    /**
     * The vehicle and the driver, fit to serve the request; the caller holds their locks.
     *
     * @param instead the order whose place this takes, {@link DutyService#NONE} for a new one
     */
    Uni<Crew> crew(Mutiny.Session session, UseRequest request, UUID vehicleId, UUID driverId, UUID instead) {
        return fit(session, request, vehicleId, driverId)
                .chain(crew -> lend(session, crew, instead))
                .call(crew -> requireOnDuty(session, crew, crew.drive(), instead));
    }

    /** The same, whatever the driver's hours and whoever the vehicle belongs to. */
    Uni<Crew> fit(Mutiny.Session session, UseRequest request, UUID vehicleId, UUID driverId) {
        return vehicles.get(session, vehicleId)
                .chain(vehicle -> drivers.get(session, driverId).map(driver -> new Crew(request, vehicle, driver)))
                .call(crew -> requireAllowed(session, crew));
    }

    /** With the basis on which another unit's vehicle serves; an own one needs none, and no query. */
    Uni<Crew> lend(Mutiny.Session session, Crew crew, UUID instead) {
        return lending.basis(session, crew.use(), crew.vehicle(), instead).map(basis -> crew.on(basis.orElse(null)));
    }

    private Uni<ServingRules> requireAllowed(Mutiny.Session session, Crew crew) {
        RequestApi.Request request = crew.request().view();
        return rules.serving(session, Days.of(request.departAt()))
                .invoke(serving -> refuse(Eligibility.check(request, crew.vehicle(), serving)
                        .or(() -> LicenceRule.check(crew.vehicle(), crew.driver()))));
    }

    /** The driver may drive this; the caller holds the driver's lock. */
    Uni<Optional<Violation>> requireOnDuty(Mutiny.Session session, Crew crew, PlannedDrive drive, UUID instead) {
        return duty.check(session, crew.driver(), drive, instead).invoke(Assigning::refuse);
    }

    private static void refuse(Optional<Violation> found) {
        found.ifPresent(violation -> {
            throw Problem.refused(violation.rule(), List.of(violation)).asException();
        });
    }

    private Uni<OrderChange> issue(Mutiny.Session session, Scope scope, Crew crew, VehicleOrder order) {
        return add(session, scope, crew, order)
                .chain(() -> requests.assign(session, crew.request().id(), assigned(order)))
                .map(request -> new OrderChange(order, request));
    }

    /** Write a new order and tell of it; the request is the caller's business. */
    Uni<Void> add(Mutiny.Session session, Scope scope, Crew crew, VehicleOrder order) {
        return orders.add(session, order, scope.username())
                .call(() -> bases.add(session, order.id(), crew.basis()))
                .call(() -> states.promise(session, crew.vehicle(), VehicleStates.by(scope.username(), order)))
                .chain(() -> changes.tell(session, scope, issued(order), event(order)));
    }

    private static StateChange issued(VehicleOrder order) {
        OrderApi.Order view = order.view();
        return new StateChange(
                "order", view.id(), view.requestId(), view.number(), "order-assigned", null, order.told());
    }

    /** Tell the stream which vehicle serves the request. */
    Uni<Void> tellAssigned(Mutiny.Session session, VehicleOrder order) {
        return outbox.add(session, event(order));
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

    static Assigned assigned(VehicleOrder order) {
        return new Assigned(order.summary(), order.view().sharing(), order.vehicleUnitId(), order.vehicleUnitPath());
    }
}

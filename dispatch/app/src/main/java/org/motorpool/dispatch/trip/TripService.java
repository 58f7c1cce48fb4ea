package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.assignment.OrderActs;
import org.motorpool.dispatch.assignment.OrderChange;
import org.motorpool.dispatch.assignment.OrderLife;
import org.motorpool.dispatch.assignment.OrderStatus;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.DispatchEvent;
import org.motorpool.dispatch.contract.OdometerApi.Reading;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.trip.store.TripEvents;
import org.motorpool.dispatch.trip.store.Trips;

/** Trips: what the driver of an order reports, and what was driven. */
@Singleton
public class TripService {

    private final ScopedTransactions transactions;
    private final OrderLife orders;
    private final OrderActs acts;
    private final Trips trips;
    private final TripEvents events;
    private final OdometerLog odometer;
    private final Outbox outbox;
    private final Push push;
    private final Clock clock;
    private final TripConfig config;

    TripService(
            ScopedTransactions transactions,
            OrderLife orders,
            OrderActs acts,
            Trips trips,
            TripEvents events,
            OdometerLog odometer,
            Outbox outbox,
            Push push,
            Clock clock,
            TripConfig config) {
        this.transactions = transactions;
        this.orders = orders;
        this.acts = acts;
        this.trips = trips;
        this.events = events;
        this.odometer = odometer;
        this.outbox = outbox;
        this.push = push;
        this.clock = clock;
        this.config = config;
    }

    /** What was driven for the order, as far as it was; none before departure. */
    public Uni<Optional<TripFile>> findOfOrder(Mutiny.Session session, UUID orderId) {
        return trips.findOfOrder(session, orderId);
    }

    /** Trips in scope, newest first. */
    public Uni<List<TripFile>> list(Scope scope, TripFilter filter) {
        return transactions.inTransaction(scope, session -> trips.list(session, scope.unitPath(), filter));
    }

    /**
     * The order's driver reports a step. The right to do so is being that driver, wherever the request's and the vehicle's
     * units are; so the platform's scope carries it out. The same event twice changes nothing the second time.
     */
    public Uni<VehicleOrder> progress(Scope driver, UUID orderId, OrderApi.@Nullable Progress progress) {
        DriverReport report = ProgressRules.require(progress, clock.instant());
        return transactions
                .inTransaction(Scope.SYSTEM, session -> orders.lockForDriver(session, orderId, driver.username())
                        .map(VehicleOrder::requireLeading)
                        .chain(order -> events.add(session, order, report, driver.username(), clock.instant())
                                .chain(fresh -> fresh
                                        ? take(session, driver, order, report)
                                                .call(change -> tell(session, driver, order, change.order()))
                                        : repeat(session, order, report))))
                .invoke(change -> change.push(push))
                .map(OrderChange::order);
    }

    private Uni<Void> tell(Mutiny.Session session, Scope driver, VehicleOrder before, VehicleOrder after) {
        String action = "order-" + after.view().status().toLowerCase(Locale.ROOT);
        return acts.tell(session, driver, action, before, after);
    }

    private Uni<OrderChange> repeat(Mutiny.Session session, VehicleOrder order, DriverReport report) {
        return events.isSame(session, report.eventId(), order.id(), report.step())
                .invoke(same -> {
                    if (!same) {
                        throw Problem.of(
                                        422,
                                        "event-id-reused",
                                        "事件编号重复 Event id reused",
                                        "eventId %s 已用于另一步骤，请换一个新的编号".formatted(report.eventId()),
                                        "eventId %s was used for another step; use a new one"
                                                .formatted(report.eventId()),
                                        "eventId")
                                .asException();
                    }
                })
                .chain(_ -> orders.unchanged(session, order));
    }

    private Uni<OrderChange> take(Mutiny.Session session, Scope driver, VehicleOrder order, DriverReport report) {
        order.requireMayBecome(report.step().outcome());
        ProgressRules.requireIssued(report, order.issuedAt());
        return events.findStepBefore(session, order.id(), report.eventId())
                .invoke(found -> found.ifPresent(before -> ProgressRules.requireNotBefore(report, before)))
                .chain(_ -> follow(session, driver, order, report));
    }

    private Uni<OrderChange> follow(Mutiny.Session session, Scope driver, VehicleOrder order, DriverReport report) {
        return switch (report.step()) {
            case ACCEPT -> orders.move(session, driver, order.id(), OrderStatus.ACCEPTED);
            case DEPART -> depart(session, driver, order, report);
            case ARRIVE ->
                trips.arrive(session, order.id(), report.occurredAt())
                        .chain(_ -> orders.move(session, driver, order.id(), OrderStatus.ARRIVED));
            case RETURN -> comeBack(session, driver, order, report);
        };
    }

    private Uni<OrderChange> depart(Mutiny.Session session, Scope driver, VehicleOrder order, DriverReport report) {
        OrderApi.Order view = order.view();
        DispatchEvent started = new DispatchEvent.TripStarted(
                Ids.next(),
                view.requestId(),
                report.occurredAt(),
                view.id(),
                view.vehicleId(),
                report.requireOdometer_km());
        return read(session, order, report)
                .chain(_ -> trips.findLast(session, view.vehicleId()))
                .invoke(last -> last.ifPresent(trip -> ProgressRules.requireBackBefore(report, trip)))
                .chain(_ -> trips.add(session, order, report))
                .chain(_ -> outbox.add(session, started))
                .chain(() -> orders.depart(session, driver, order.id()));
    }

    private Uni<OrderChange> comeBack(Mutiny.Session session, Scope driver, VehicleOrder order, DriverReport report) {
        return trips.getOfOrder(session, order.id())
                .invoke(trip -> ProgressRules.requireOdometer(report, trip))
                .invoke(trip -> ProgressRules.requireWaiting(report, trip))
                .call(_ -> read(session, order, report))
                .chain(_ -> trips.comeBack(
                        session, order.id(), report, clock.instant().plus(config.closingDelay())))
                .chain(_ -> orders.comeBack(session, driver, order.id(), report.occurredAt()));
    }

    private Uni<Reading> read(Mutiny.Session session, VehicleOrder order, DriverReport report) {
        UUID vehicleId = order.view().vehicleId();
        String driver = Objects.requireNonNullElse(order.view().driverUsername(), "driver");
        return odometer.add(
                session,
                vehicleId,
                odometer.reading(
                        vehicleId, report.occurredAt(), report.requireOdometer_km(), "DRIVER", order.id(), driver));
    }
}

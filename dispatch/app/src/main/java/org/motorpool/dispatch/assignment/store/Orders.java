package org.motorpool.dispatch.assignment.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PlainSql;
import org.motorpool.dispatch.assignment.OrderFilter;
import org.motorpool.dispatch.assignment.OrderStatus;
import org.motorpool.dispatch.assignment.ReasonCode;
import org.motorpool.dispatch.assignment.VehicleOrder;

/** Orders in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Orders {

    private static final String PAGE = """
            from VehicleOrder o
            where (o.requestUnitPath like ?1 or o.vehicleUnitPath like ?1)
              and o.status in ?2 and o.startsAt >= ?3 and o.startsAt < ?4 and o.id < ?5
              and (o.conflict is not null or ?6 = false)
            order by o.id desc
            """;
    private static final String OF_DRIVER = """
            from VehicleOrder o
            where o.driverUsername = ?1
              and o.status in ?2 and o.startsAt >= ?3 and o.startsAt < ?4 and o.id < ?5
              and (o.conflict is not null or ?6 = false)
            order by o.id desc
            """;
    private static final String LOCK_VEHICLES =
            "select cast(id as text) from vehicle where id in (?1, ?2) order by id for update";
    private static final String LOCK_DRIVERS =
            "select cast(id as text) from driver where id in (?1, ?2) order by id for update";

    private static final String LOCK_LEAD = """
            select id from vehicle_order
            where id = (select coalesce(rides_with, id) from vehicle_order where id = ?1) for update""";

    private static final String LOCK_ALL_VEHICLES = "select id from vehicle where id = any(?1) order by id for update";
    private static final String LOCK_ALL_DRIVERS = "select id from driver where id = any(?1) order by id for update";
    private static final String CHANGE_PLACES =
            "set constraints vehicle_order_vehicle_free, vehicle_order_driver_free deferred";
    private static final String REQUIRE_FREE =
            "set constraints vehicle_order_vehicle_free, vehicle_order_driver_free immediate";

    /** Add an order; problems {@code vehicle-already-booked} and {@code driver-already-booked} come from the database. */
    public Uni<VehicleOrder> add(Mutiny.Session session, VehicleOrder order, String issuedBy) {
        return PlainSql.update(session, OrderInsert.SQL, OrderInsert.values(new OrderRow(order, issuedBy)))
                .onFailure()
                .transform(failure -> DoubleBooking.explain(failure, order))
                .replaceWith(order);
    }

    /** Vehicles and drivers of an order that goes from one to the other; in one order, so that nobody waits in a circle. */
    public Uni<Void> lockBoth(Mutiny.Session session, VehicleOrder order, UUID vehicleId, UUID driverId) {
        return lockTwo(session, LOCK_VEHICLES, order.view().vehicleId(), vehicleId)
                .chain(() -> lockTwo(session, LOCK_DRIVERS, order.view().driverId(), driverId));
    }

    /** The same of many orders that change places. */
    public Uni<Void> lockAll(Mutiny.Session session, Collection<UUID> vehicleIds, Collection<UUID> driverIds) {
        return PlainSql.select(session, LOCK_ALL_VEHICLES, (Object) vehicleIds.toArray(UUID[]::new))
                .chain(() -> PlainSql.select(session, LOCK_ALL_DRIVERS, (Object) driverIds.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** Until {@link #requireFree}, orders of the transaction may hold a vehicle or driver that another one has not left yet. */
    public Uni<Void> changePlaces(Mutiny.Session session) {
        return PlainSql.update(session, CHANGE_PLACES).replaceWithVoid();
    }

    /** Fails with {@code vehicle-already-booked} or {@code driver-already-booked} when two orders hold one; of these, say the first. */
    public Uni<Void> requireFree(Mutiny.Session session, VehicleOrder first) {
        return PlainSql.update(session, REQUIRE_FREE)
                .onFailure()
                .transform(failure -> DoubleBooking.explain(failure, first))
                .replaceWithVoid();
    }

    private static Uni<Void> lockTwo(Mutiny.Session session, String statement, UUID first, UUID second) {
        return session.createNativeQuery(statement, String.class)
                .setParameter(1, first)
                .setParameter(2, second)
                .getResultList()
                .replaceWithVoid();
    }

    public Uni<List<VehicleOrder>> list(Mutiny.Session session, String scopePath, OrderFilter filter) {
        return page(session, PAGE, scopePath + "%", filter);
    }

    public Uni<List<VehicleOrder>> listOfDriver(Mutiny.Session session, String username, OrderFilter filter) {
        return page(session, OF_DRIVER, username, filter);
    }

    private static Uni<List<VehicleOrder>> page(
            Mutiny.Session session, String query, String whose, OrderFilter filter) {
        return session.createQuery(query, OrderRow.class)
                .setParameter(1, whose)
                .setParameter(2, filter.statuses())
                .setParameter(3, filter.from())
                .setParameter(4, filter.to())
                .setParameter(5, filter.before())
                .setParameter(6, filter.inConflict())
                .setMaxResults(filter.limit())
                .getResultList()
                .map(rows -> rows.stream().map(OrderRow::toOrder).toList());
    }

    public Uni<Optional<VehicleOrder>> find(Mutiny.Session session, UUID id) {
        return session.find(OrderRow.class, id)
                .map(row -> Optional.ofNullable(row).map(OrderRow::toOrder));
    }

    public Uni<Optional<VehicleOrder>> findByNumber(Mutiny.Session session, String number) {
        return session.createQuery("from VehicleOrder o where o.number = ?1", OrderRow.class)
                .setParameter(1, number)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(OrderRow::toOrder));
    }

    /** The order, and before it the one it rides with, so that nobody waits in a circle; locked to the end of the transaction. */
    public Uni<Optional<VehicleOrder>> lockWithLead(Mutiny.Session session, UUID id) {
        return PlainSql.select(session, LOCK_LEAD, id).chain(() -> lock(session, id));
    }

    /** The order, locked to the end of the transaction. */
    public Uni<Optional<VehicleOrder>> lock(Mutiny.Session session, UUID id) {
        return session.find(OrderRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(OrderRow::toOrder));
    }

    public Uni<VehicleOrder> cancel(Mutiny.Session session, UUID id, String reason, ReasonCode code) {
        return change(session, id, row -> row.cancel(reason, code));
    }

    /** Give the order the vehicle and the driver of {@code next}; problems as of {@link #add}. */
    public Uni<VehicleOrder> reassign(Mutiny.Session session, VehicleOrder next) {
        return change(session, next.id(), row -> row.reassign(next))
                .onFailure()
                .transform(failure -> DoubleBooking.explain(failure, next));
    }

    /** End the leg of a vehicle that broke down; the order that goes on is added next. */
    public Uni<VehicleOrder> handOver(Mutiny.Session session, UUID id, Instant at, UUID nextId) {
        return change(session, id, row -> row.handOver(at, nextId));
    }

    /** @param next 合乘: who leads instead; null where nobody rides with it, or it rides itself */
    public Uni<VehicleOrder> noShow(Mutiny.Session session, UUID id, Instant at, String reason, @Nullable UUID next) {
        return change(session, id, row -> {
            row.noShow(at, reason);
            if (next != null) {
                row.rideWith(next);
            }
        });
    }

    /** Problems {@code vehicle-on-the-road} and {@code driver-on-the-road} come from the database. */
    public Uni<VehicleOrder> move(Mutiny.Session session, UUID id, OrderStatus status) {
        return session.find(OrderRow.class, id).chain(row -> {
            row.status = status;
            VehicleOrder moved = row.toOrder();
            return session.flush()
                    .map(_ -> row.toOrder())
                    .onFailure()
                    .transform(failure -> DoubleBooking.explain(failure, moved));
        });
    }

    public Uni<VehicleOrder> comeBack(Mutiny.Session session, UUID id, Instant returnedAt) {
        return change(session, id, row -> row.comeBack(returnedAt));
    }

    /** The order holds its vehicle and driver until then. */
    public Uni<VehicleOrder> prolong(Mutiny.Session session, UUID id, Instant until) {
        return change(session, id, row -> row.endsAt = until);
    }

    private static Uni<VehicleOrder> change(Mutiny.Session session, UUID id, Consumer<OrderRow> change) {
        return session.find(OrderRow.class, id).invoke(change).chain(row -> session.flush()
                .map(_ -> row.toOrder()));
    }

    /** Statuses of the orders of a vehicle that are neither finished nor cancelled. */
    public Uni<List<OrderStatus>> listOpenStatuses(Mutiny.Session session, UUID vehicleId) {
        return session.createQuery(
                        "select o.status from VehicleOrder o where o.vehicleId = ?1 and o.status in ?2",
                        OrderStatus.class)
                .setParameter(1, vehicleId)
                .setParameter(
                        2,
                        List.of(OrderStatus.ASSIGNED, OrderStatus.ACCEPTED, OrderStatus.DEPARTED, OrderStatus.ARRIVED))
                .getResultList();
    }
}

package org.motorpool.dispatch.assignment.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.OrderConflict;
import org.motorpool.dispatch.assignment.OrderStatus;
import org.motorpool.dispatch.assignment.VehicleOrder;

/** Orders that are overdue, and those that cannot be kept because of it; every call runs in the caller's session. */
@Singleton
public class Conflicts {

    private static final List<OrderStatus> WAITING = List.of(OrderStatus.ASSIGNED, OrderStatus.ACCEPTED);
    private static final int MOST = 1000;

    /** Another replica that looks at the same time takes other orders. */
    private static final String OVERDUE = """
            select id from vehicle_order
            where status in ('DEPARTED', 'ARRIVED') and rides_with is null and coalesce(late_check_at, ends_at) <= ?1
            order by coalesce(late_check_at, ends_at) limit ?2 for update skip locked
            """;

    private static final String NEXT_START = """
            select min(starts_at) from vehicle_order
            where (vehicle_id = ?1 or driver_id = ?2) and status <> 'CANCELLED' and rides_with is null and id <> ?3
              and starts_at >= ?4 and starts_at < ends_at
            """;
    private static final String OF_VEHICLE =
            "from VehicleOrder o where o.vehicleId = ?1 and o.status in ?2 and o.ridesWith is null";
    private static final String NEXT = """
            from VehicleOrder o
            where (o.vehicleId = ?1 or o.driverId = ?2) and o.status in ?3 and o.startsAt < ?4 and o.startsAt >= ?5
              and o.conflict is null and o.ridesWith is null
            """;
    private static final List<OrderStatus> UNDERWAY = List.of(OrderStatus.DEPARTED, OrderStatus.ARRIVED);
    private static final String IN_CONFLICT = """
            from VehicleOrder o
            where o.conflict is not null and o.status in ?1 and o.startsAt < ?2
            order by o.startsAt, o.id
            """;
    private static final String FOLLOWED = """
            select o, n from VehicleOrder o join VehicleOrder n on n.vehicleId = o.vehicleId
            where o.status in ?1 and n.status in ?2 and n.startsAt < ?3 and n.conflict is null
              and o.ridesWith is null and n.ridesWith is null
            order by n.startsAt, n.id
            """;
    private static final String BECAUSE_OF = "from VehicleOrder o where o.conflictWithId = ?1";

    /** Orders on the road whose period has ended, locked to the end of the transaction. */
    public Uni<List<UUID>> lockOverdue(Mutiny.Session session, Instant now, int limit) {
        return session.createNativeQuery(OVERDUE, UUID.class)
                .setParameter(1, now)
                .setParameter(2, limit)
                .getResultList();
    }

    /** When the vehicle or the driver of the order are promised next. */
    public Uni<Optional<Instant>> findNextStart(Mutiny.Session session, VehicleOrder order) {
        return session.createNativeQuery(NEXT_START, OffsetDateTime.class)
                .setParameter(1, order.view().vehicleId())
                .setParameter(2, order.view().driverId())
                .setParameter(3, order.id())
                .setParameter(4, order.view().to())
                .getSingleResultOrNull()
                .map(next -> Optional.ofNullable(next).map(OffsetDateTime::toInstant));
    }

    public Uni<VehicleOrder> extend(Mutiny.Session session, UUID id, Instant until, Instant nextCheck) {
        return session.find(OrderRow.class, id)
                .invoke(row -> row.extend(until, nextCheck))
                .chain(row -> session.flush().map(_ -> row.toOrder()));
    }

    /** Waiting orders of the vehicle or driver that begin before the moment and were not known to be in conflict. */
    public Uni<List<VehicleOrder>> markNext(Mutiny.Session session, VehicleOrder late, Instant before) {
        return session.createQuery(NEXT, OrderRow.class)
                .setParameter(1, late.view().vehicleId())
                .setParameter(2, late.view().driverId())
                .setParameter(3, WAITING)
                .setParameter(4, before)
                .setParameter(5, late.view().from())
                .setMaxResults(MOST)
                .getResultList()
                .chain(rows -> change(session, rows, row -> row.conflict(OrderConflict.LATE_RETURN, late.id())));
    }

    /** All waiting orders of a vehicle that broke down. */
    public Uni<List<VehicleOrder>> markOfVehicle(Mutiny.Session session, VehicleOrder broken) {
        return session.createQuery(OF_VEHICLE, OrderRow.class)
                .setParameter(1, broken.view().vehicleId())
                .setParameter(2, WAITING)
                .setMaxResults(MOST)
                .getResultList()
                .chain(rows ->
                        change(session, rows, row -> row.conflict(OrderConflict.VEHICLE_OUT_OF_SERVICE, broken.id())));
    }

    /** Waiting orders in conflict that begin before the moment, the earliest first. */
    public Uni<List<VehicleOrder>> listInConflict(Mutiny.Session session, Instant before) {
        return session.createQuery(IN_CONFLICT, OrderRow.class)
                .setParameter(1, WAITING)
                .setParameter(2, before)
                .setMaxResults(MOST)
                .getResultList()
                .map(rows -> rows.stream().map(OrderRow::toOrder).toList());
    }

    /** An order on the road and one that waits for its vehicle. */
    public record Followed(VehicleOrder order, VehicleOrder next) {}

    /** Orders on the road that others follow before the moment, the earliest of them first. */
    public Uni<List<Followed>> listFollowed(Mutiny.Session session, Instant before) {
        return session.createQuery(FOLLOWED, Object[].class)
                .setParameter(1, UNDERWAY)
                .setParameter(2, WAITING)
                .setParameter(3, before)
                .setMaxResults(MOST)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Followed(((OrderRow) row[0]).toOrder(), ((OrderRow) row[1]).toOrder()))
                        .toList());
    }

    /** The order is back: those that were in conflict because of it no longer are. */
    public Uni<List<VehicleOrder>> settle(Mutiny.Session session, UUID id) {
        return session.createQuery(BECAUSE_OF, OrderRow.class)
                .setParameter(1, id)
                .setMaxResults(MOST)
                .getResultList()
                .chain(rows -> change(session, rows, OrderRow::settleConflict));
    }

    private static Uni<List<VehicleOrder>> change(
            Mutiny.Session session, List<OrderRow> rows, Consumer<OrderRow> change) {
        rows.forEach(change);
        return session.flush().map(_ -> rows.stream().map(OrderRow::toOrder).toList());
    }
}

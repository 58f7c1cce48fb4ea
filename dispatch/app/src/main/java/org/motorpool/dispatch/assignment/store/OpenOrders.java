package org.motorpool.dispatch.assignment.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.OrderStatus;
import org.motorpool.dispatch.assignment.VehicleOrder;

/** Orders that hold vehicles or drivers in a period; every call runs in the caller's session. */
@Singleton
public class OpenOrders {

    private static final int MOST = 20_000;

    private static final String OVERLAPPING = """
            select o from VehicleOrder o left join VehicleOrder l on l.id = o.ridesWith
            where o.status in ?1 and coalesce(l.startsAt, o.startsAt) < ?3 and coalesce(l.endsAt, o.endsAt) > ?2
              and (o.vehicleId in ?4 or o.driverId in ?5)
            order by o.startsAt, o.id
            """;
    private static final String ALL = """
            select o from VehicleOrder o left join VehicleOrder l on l.id = o.ridesWith
            where o.status in ?1 and coalesce(l.startsAt, o.startsAt) < ?3 and coalesce(l.endsAt, o.endsAt) > ?2
            order by o.startsAt, o.id
            """;
    private static final List<OrderStatus> OPEN =
            List.of(OrderStatus.ASSIGNED, OrderStatus.ACCEPTED, OrderStatus.DEPARTED, OrderStatus.ARRIVED);

    /** Open orders of any of the vehicles or drivers that touch [from, to), the earliest first; with those that ride with them. */
    public Uni<List<VehicleOrder>> listOverlapping(
            Mutiny.Session session, Instant from, Instant to, Collection<UUID> vehicleIds, Collection<UUID> driverIds) {
        return session.createQuery(OVERLAPPING, OrderRow.class)
                .setParameter(1, OPEN)
                .setParameter(2, from)
                .setParameter(3, to)
                .setParameter(4, vehicleIds)
                .setParameter(5, driverIds)
                .setMaxResults(MOST)
                .getResultList()
                .map(rows -> rows.stream().map(OrderRow::toOrder).toList());
    }

    /** Open orders that touch [from, to), as far as the session sees, the earliest first. */
    public Uni<List<VehicleOrder>> list(Mutiny.Session session, Instant from, Instant to) {
        return session.createQuery(ALL, OrderRow.class)
                .setParameter(1, OPEN)
                .setParameter(2, from)
                .setParameter(3, to)
                .setMaxResults(MOST)
                .getResultList()
                .map(rows -> rows.stream().map(OrderRow::toOrder).toList());
    }
}

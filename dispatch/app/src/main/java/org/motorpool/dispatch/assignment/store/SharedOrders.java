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
import org.motorpool.dispatch.PlainSql;
import org.motorpool.dispatch.assignment.OrderStatus;
import org.motorpool.dispatch.assignment.VehicleOrder;

/** Orders that ride together 合乘; every call runs in the caller's session. */
@Singleton
public class SharedOrders {

    private static final int MOST = 100;
    private static final List<OrderStatus> GOING = List.of(
            OrderStatus.ASSIGNED,
            OrderStatus.ACCEPTED,
            OrderStatus.DEPARTED,
            OrderStatus.ARRIVED,
            OrderStatus.RETURNED);

    private static final String RIDERS =
            "from VehicleOrder o where o.ridesWith = ?1 and o.status in ?2 order by o.startsAt, o.id";

    private static final String LEAD = """
            select o.id from VehicleOrder o
            where o.requestId in ?1 and o.vehicleId = ?2 and o.driverId = ?3 and o.status in ?4 and o.ridesWith is null
            order by o.startsAt, o.id""";

    private static final String BASIS = """
            insert into order_basis (order_id, offer_id, agreement_id, firm_from, tariff_id, tariff_version, estimated_m, estimate_fen)
            select ?2, offer_id, agreement_id, firm_from, tariff_id, tariff_version, estimated_m, estimate_fen
            from order_basis where order_id = ?1""";

    /** Those that ride with the order and are not over, the first picked up first; locked to the end of the transaction. */
    public Uni<List<VehicleOrder>> lockRiders(Mutiny.Session session, UUID leadId) {
        return session.createQuery(RIDERS, OrderRow.class)
                .setParameter(1, leadId)
                .setParameter(2, GOING)
                .setMaxResults(MOST)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> rows.stream().map(OrderRow::toOrder).toList());
    }

    /** The order that leads those of these requests which this vehicle and driver serve; none before the first of them. */
    public Uni<Optional<UUID>> findLead(Mutiny.Session session, List<UUID> requestIds, UUID vehicleId, UUID driverId) {
        return session.createQuery(LEAD, UUID.class)
                .setParameter(1, requestIds)
                .setParameter(2, vehicleId)
                .setParameter(3, driverId)
                .setParameter(4, List.of(OrderStatus.ASSIGNED, OrderStatus.ACCEPTED))
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** The same, only looked at. */
    public Uni<List<VehicleOrder>> listRiders(Mutiny.Session session, UUID leadId) {
        return session.createQuery(RIDERS, OrderRow.class)
                .setParameter(1, leadId)
                .setParameter(2, GOING)
                .setMaxResults(MOST)
                .getResultList()
                .map(rows -> rows.stream().map(OrderRow::toOrder).toList());
    }

    /** Somebody rides with the order in this period; problems as of adding an order. */
    public Uni<VehicleOrder> takeAlong(Mutiny.Session session, VehicleOrder lead, Instant from, Instant to) {
        return change(session, lead.id(), row -> row.takeAlong(from, to))
                .onFailure()
                .transform(failure -> DoubleBooking.explain(failure, lead));
    }

    /** Somebody rides with the order no longer: its slip is another one. */
    public Uni<VehicleOrder> supersede(Mutiny.Session session, UUID leadId) {
        return change(session, leadId, OrderRow::supersede);
    }

    public Uni<VehicleOrder> rideWith(Mutiny.Session session, UUID id, UUID leadId) {
        return change(session, id, row -> row.rideWith(leadId));
    }

    /** The order leads instead of one that holds vehicle and driver no longer; what the use costs is agreed as before. */
    public Uni<VehicleOrder> lead(
            Mutiny.Session session, UUID id, VehicleOrder before, Collection<VehicleOrder> others) {
        return change(session, id, row -> row.lead(before.view().to(), !others.isEmpty()))
                .call(() -> PlainSql.update(session, BASIS, before.id(), id));
    }

    private static Uni<VehicleOrder> change(Mutiny.Session session, UUID id, Consumer<OrderRow> change) {
        return session.find(OrderRow.class, id).invoke(change).chain(row -> session.flush()
                .map(_ -> row.toOrder()));
    }
}

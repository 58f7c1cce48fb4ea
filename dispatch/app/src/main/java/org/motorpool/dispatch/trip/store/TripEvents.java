package org.motorpool.dispatch.trip.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.trip.DriverReport;
import org.motorpool.dispatch.trip.Step;

/** What drivers reported, each event once. */
@Singleton
public class TripEvents {

    private static final String ADD = """
            insert into trip_event (
                id, order_id, unit_id, unit_path, step, occurred_at, received_at, odometer_km, username)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(cast(?8 as text) as bigint), ?9)
            on conflict do nothing
            """;
    private static final String BEFORE = """
            select occurred_at from trip_event where order_id = ?1 and id <> ?2
            order by occurred_at desc limit 1
            """;
    private static final String SAME = "select count(*) from trip_event where id = ?1 and order_id = ?2 and step = ?3";

    /** Note the report; false when its event id was noted before. */
    public Uni<Boolean> add(
            Mutiny.Session session, VehicleOrder order, DriverReport report, String username, Instant receivedAt) {
        Long odometer_km = report.odometer_km();
        return session.createNativeQuery(ADD)
                .setParameter(1, report.eventId())
                .setParameter(2, order.id())
                .setParameter(3, order.requestUnitId())
                .setParameter(4, order.requestUnitPath())
                .setParameter(5, report.step().name())
                .setParameter(6, report.occurredAt())
                .setParameter(7, receivedAt)
                .setParameter(8, odometer_km == null ? null : odometer_km.toString())
                .setParameter(9, username)
                .executeUpdate()
                .map(added -> added == 1);
    }

    /** When the order's step before this event happened. */
    public Uni<Optional<Instant>> findStepBefore(Mutiny.Session session, UUID orderId, UUID eventId) {
        return session.createNativeQuery(BEFORE, Instant.class)
                .setParameter(1, orderId)
                .setParameter(2, eventId)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** Whether the noted event is this step of this order. */
    public Uni<Boolean> isSame(Mutiny.Session session, UUID eventId, UUID orderId, Step step) {
        return session.createNativeQuery(SAME, Long.class)
                .setParameter(1, eventId)
                .setParameter(2, orderId)
                .setParameter(3, step.name())
                .getSingleResult()
                .map(count -> count == 1);
    }
}

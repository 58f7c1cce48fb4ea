package org.motorpool.dispatch.trip.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.trip.DriverReport;
import org.motorpool.dispatch.trip.Plausibility;
import org.motorpool.dispatch.trip.TripFile;
import org.motorpool.dispatch.trip.TripFilter;

/** Trips in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Trips {

    private static final String PAGE = """
            from Trip t
            where (t.unitPath like ?1 or t.vehicleUnitPath like ?1)
              and t.status in ?2 and t.departedAt >= ?3 and t.departedAt < ?4 and t.id < ?5
            order by t.id desc
            """;
    private static final String OF_ORDER = "from Trip t where t.orderId = ?1";
    private static final String LAST_OF_VEHICLE =
            "from Trip t where t.vehicleId = ?1 order by t.departedAt desc, t.id desc";

    /** Another replica that claims at the same time takes other trips. */
    private static final String CLAIM_DUE = """
            update trip set close_at = ?2
            where id in (
                select id from trip where close_at <= ?1 order by close_at limit ?3 for update skip locked)
            returning id
            """;

    /** The rule is the detector's, so that what a trip has to explain and what becomes a finding are the same. */
    private static final String DEVIATION_LIMIT = """
            select cast(r.thresholds ->> 'difference' as double precision) as difference,
                   cast(r.thresholds ->> 'min_km' as double precision) as min_km
            from detector_rule r
            where r.detector = 'V23' and r.enabled and r.effective_from <= ?2
              and (r.effective_to is null or r.effective_to > ?2)
              and r.jurisdiction in ('100000', (select left(v.region_code, 2) || '0000' from vehicle v where v.id = ?1))
            order by 1 limit 1""";

    public Uni<TripFile> add(Mutiny.Session session, VehicleOrder order, DriverReport departure) {
        TripRow row = new TripRow(order, departure);
        return session.persist(row).chain(session::flush).map(_ -> row.toTrip());
    }

    public Uni<TripFile> getOfOrder(Mutiny.Session session, UUID orderId) {
        return ofOrder(session, orderId).map(TripRow::toTrip);
    }

    public Uni<TripFile> arrive(Mutiny.Session session, UUID orderId, Instant at) {
        return change(session, ofOrder(session, orderId), row -> row.arrive(at));
    }

    public Uni<TripFile> comeBack(Mutiny.Session session, UUID orderId, DriverReport back, Instant firstTry) {
        return change(session, ofOrder(session, orderId), row -> row.comeBack(back, firstTry));
    }

    public Uni<TripFile> close(
            Mutiny.Session session, UUID id, OptionalLong distance_m, Optional<Plausibility> judged) {
        return change(session, session.find(TripRow.class, id), row -> row.close(distance_m, judged));
    }

    public Uni<TripFile> explain(Mutiny.Session session, UUID id, String reason, String by, Instant at) {
        return change(session, session.find(TripRow.class, id), row -> row.explain(reason, by, at));
    }

    /** The trip, locked to the end of the transaction; empty when there is none in the scope of the session. */
    public Uni<Optional<TripFile>> findLocked(Mutiny.Session session, UUID id) {
        return session.find(TripRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(TripRow::toTrip));
    }

    public Uni<Optional<TripFile>> find(Mutiny.Session session, UUID id) {
        return session.find(TripRow.class, id)
                .map(row -> Optional.ofNullable(row).map(TripRow::toTrip));
    }

    /** The trip of an order, if it has departed. */
    public Uni<Optional<TripFile>> findOfOrder(Mutiny.Session session, UUID orderId) {
        return session.createQuery(OF_ORDER, TripRow.class)
                .setParameter(1, orderId)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(TripRow::toTrip));
    }

    /** The trip of the vehicle that departed last. */
    public Uni<Optional<TripFile>> findLast(Mutiny.Session session, UUID vehicleId) {
        return session.createQuery(LAST_OF_VEHICLE, TripRow.class)
                .setParameter(1, vehicleId)
                .setMaxResults(1)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(TripRow::toTrip));
    }

    /** The strictest row of detector V23 in force on the day where the vehicle is. */
    public Uni<Optional<Plausibility.Limit>> findDeviationLimit(Mutiny.Session session, UUID vehicleId, LocalDate day) {
        return session.createNativeQuery(DEVIATION_LIMIT, Object[].class)
                .setParameter(1, vehicleId)
                .setParameter(2, day)
                .getResultList()
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Plausibility.Limit(
                                ((Number) row[0]).doubleValue(), ((Number) row[1]).doubleValue())));
    }

    /** The trip, locked to the end of the transaction. */
    public Uni<TripFile> lock(Mutiny.Session session, UUID id) {
        return session.find(TripRow.class, id, LockModeType.PESSIMISTIC_WRITE).map(TripRow::toTrip);
    }

    public Uni<List<TripFile>> list(Mutiny.Session session, String scopePath, TripFilter filter) {
        return session.createQuery(PAGE, TripRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, filter.statuses())
                .setParameter(3, filter.from())
                .setParameter(4, filter.to())
                .setParameter(5, filter.before())
                .setMaxResults(filter.limit())
                .getResultList()
                .map(rows -> rows.stream().map(TripRow::toTrip).toList());
    }

    /** Returned trips whose closing is due now; it is due again at {@code nextTry}, unless they are closed by then. */
    public Uni<List<TripFile>> claimDue(Mutiny.Session session, Instant now, Instant nextTry, int limit) {
        return session.createNativeQuery(CLAIM_DUE, UUID.class)
                .setParameter(1, now)
                .setParameter(2, nextTry)
                .setParameter(3, limit)
                .getResultList()
                .chain(ids -> session.createQuery("from Trip t where t.id in ?1", TripRow.class)
                        .setParameter(1, ids)
                        .getResultList())
                .map(rows -> rows.stream().map(TripRow::toTrip).toList());
    }

    private static Uni<TripRow> ofOrder(Mutiny.Session session, UUID orderId) {
        return session.createQuery(OF_ORDER, TripRow.class)
                .setParameter(1, orderId)
                .getSingleResult();
    }

    private static Uni<TripFile> change(Mutiny.Session session, Uni<TripRow> found, Consumer<TripRow> change) {
        return found.invoke(change).chain(row -> session.flush().map(_ -> row.toTrip()));
    }
}

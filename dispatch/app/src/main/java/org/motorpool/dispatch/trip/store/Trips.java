package org.motorpool.dispatch.trip.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.trip.DriverReport;
import org.motorpool.dispatch.trip.TripFile;
import org.motorpool.dispatch.trip.TripFilter;

/** Trips in PostgreSQL; every call runs in the caller's session. */
@ApplicationScoped
public class Trips {

    private static final String PAGE = """
            from Trip t
            where (t.unitPath like ?1 or t.vehicleUnitPath like ?1)
              and t.status in ?2 and t.departedAt >= ?3 and t.departedAt < ?4 and t.id < ?5
            order by t.id desc
            """;
    private static final String OF_ORDER = "from Trip t where t.orderId = ?1";

    /** Another replica that claims at the same time takes other trips. */
    private static final String CLAIM_DUE = """
            update trip set close_at = ?2
            where id in (
                select id from trip where close_at <= ?1 order by close_at limit ?3 for update skip locked)
            returning id
            """;

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

    public Uni<TripFile> close(Mutiny.Session session, UUID id, OptionalLong distance_m) {
        return change(session, session.find(TripRow.class, id), row -> row.close(distance_m));
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

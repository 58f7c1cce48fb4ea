package org.motorpool.dispatch.request.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.request.Assigned;
import org.motorpool.dispatch.request.RequestFilter;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;

/** Use requests in PostgreSQL; every call runs in the caller's session. */
@ApplicationScoped
public class Requests {

    private static final String PAGE = """
            from UseRequest r
            where (r.unitPath like ?1 or r.vehicleUnitPath like ?1)
              and r.status in ?2 and r.departAt >= ?3 and r.departAt < ?4 and r.id < ?5
            order by r.id desc
            """;
    private static final String APPROVED = """
            from UseRequest r
            where r.unitPath like ?1 and r.status = ?2 and r.departAt >= ?3 and r.departAt < ?4
            order by r.queueFirst desc, r.departAt, r.id
            """;
    private static final String CATEGORY = """
            select count(*) from vehicle_category
            where code = ?1 and jurisdiction in ('100000', ?2)
              and effective_from <= ?3 and (effective_to is null or effective_to > ?3)
            """;

    public Uni<UseRequest> add(Mutiny.Session session, UseRequest request) {
        RequestRow row = new RequestRow(request);
        return session.persist(row).chain(session::flush).map(_ -> row.toRequest());
    }

    public Uni<List<UseRequest>> list(Mutiny.Session session, String scopePath, RequestFilter filter) {
        return session.createQuery(PAGE, RequestRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, filter.statuses())
                .setParameter(3, filter.from())
                .setParameter(4, filter.to())
                .setParameter(5, filter.before())
                .setMaxResults(filter.limit())
                .getResultList()
                .map(Requests::views);
    }

    public Uni<List<UseRequest>> listApproved(
            Mutiny.Session session, String scopePath, Instant from, Instant to, int limit) {
        return session.createQuery(APPROVED, RequestRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, RequestStatus.APPROVED)
                .setParameter(3, from)
                .setParameter(4, to)
                .setMaxResults(limit)
                .getResultList()
                .map(Requests::views);
    }

    public Uni<List<UseRequest>> listByIds(Mutiny.Session session, List<UUID> ids) {
        return session.createQuery("from UseRequest r where r.id in ?1", RequestRow.class)
                .setParameter(1, ids)
                .getResultList()
                .map(Requests::views);
    }

    public Uni<Optional<UseRequest>> find(Mutiny.Session session, UUID id) {
        return session.find(RequestRow.class, id)
                .map(row -> Optional.ofNullable(row).map(RequestRow::toRequest));
    }

    /** The request, locked to the end of the transaction. */
    public Uni<Optional<UseRequest>> lock(Mutiny.Session session, UUID id) {
        return session.find(RequestRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(RequestRow::toRequest));
    }

    public Uni<UseRequest> decide(
            Mutiny.Session session, UUID id, RequestStatus outcome, String by, Instant at, @Nullable String reason) {
        return change(session, id, row -> row.decide(outcome, by, at, reason));
    }

    public Uni<UseRequest> assign(Mutiny.Session session, UUID id, Assigned assigned) {
        return change(session, id, row -> row.assign(assigned));
    }

    /** Set the status, and the status of the order it has. */
    public Uni<UseRequest> move(Mutiny.Session session, UUID id, RequestStatus status, @Nullable String orderStatus) {
        return change(session, id, row -> row.move(status, orderStatus));
    }

    /** Back to waiting, without the vehicle it had. */
    public Uni<UseRequest> release(Mutiny.Session session, UUID id) {
        return change(session, id, RequestRow::release);
    }

    private static Uni<UseRequest> change(Mutiny.Session session, UUID id, Consumer<RequestRow> change) {
        return session.find(RequestRow.class, id).invoke(change).chain(row -> session.flush()
                .map(_ -> row.toRequest()));
    }

    public Uni<Boolean> regionExists(Mutiny.Session session, String code) {
        return session.createQuery("select count(r) from Region r where r.code = ?1", Long.class)
                .setParameter(1, code)
                .getSingleResult()
                .map(count -> count > 0);
    }

    /** Whether a rule row in force on the day knows the vehicle category, nationally or in the province. */
    public Uni<Boolean> categoryExists(Mutiny.Session session, String code, String province, LocalDate day) {
        return session.createNativeQuery(CATEGORY, Long.class)
                .setParameter(1, code)
                .setParameter(2, province)
                .setParameter(3, day)
                .getSingleResult()
                .map(count -> count > 0);
    }

    private static List<UseRequest> views(List<RequestRow> rows) {
        return rows.stream().map(RequestRow::toRequest).toList();
    }
}

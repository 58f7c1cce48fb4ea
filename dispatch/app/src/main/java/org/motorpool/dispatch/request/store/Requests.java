package org.motorpool.dispatch.request.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PlainSql;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.request.Assigned;
import org.motorpool.dispatch.request.RequestFilter;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;

/** Use requests in PostgreSQL; every call runs in the caller's session. */
@Singleton
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
    private static final String HELD = """
            select id from use_request
            where status = 'SUBMITTED' and held_until is not null and held_until <= ?1 order by held_until limit ?2""";
    private static final String PAPERS_DUE = """
            select id from use_request
            where paper_state = 'DUE' and status <> 'CANCELLED' and paper_due_at <= ?1 order by paper_due_at limit ?2""";

    /** Decided, and not to be served any more while nobody decides: nothing holds a vehicle for it, and no step is open. */
    private static final String DECIDE = """
            update use_request
            set status = ?2, decided_by = ?3, decided_at = ?4, decision_reason = ?5, step = null, held_until = null,
                version = version + 1
            where id = ?1""";

    private static final String ASSIGN = """
            update use_request
            set status = ?2, sharing = ?3, vehicle_unit_id = ?4, vehicle_unit_path = ?5, order_id = ?6, order_number = ?7,
                order_status = ?8, order_plate = ?9, order_energy_type = ?10, order_vehicle_unit_name = ?11,
                order_driver_name = ?12, version = version + 1
            where id = ?1""";

    public Uni<UseRequest> add(Mutiny.Session session, UseRequest request) {
        RequestRow row = new RequestRow(request);
        return PlainSql.update(session, RequestInsert.SQL, RequestInsert.values(row))
                .map(_ -> row.toRequest());
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
        return write(
                session, id, row -> row.decide(outcome, by, at, reason), DECIDE, id, outcome.name(), by, at, reason);
    }

    public Uni<UseRequest> assign(Mutiny.Session session, UUID id, Assigned assigned) {
        OrderApi.OrderSummary order = assigned.order();
        return write(
                session,
                id,
                row -> row.assign(assigned),
                ASSIGN,
                id,
                RequestStatus.ASSIGNED.name(),
                assigned.sharing(),
                assigned.vehicleUnitId(),
                assigned.vehicleUnitPath(),
                order.id(),
                order.number(),
                order.status(),
                order.plate(),
                order.energyType(),
                order.vehicleUnitName(),
                order.driverName());
    }

    /** Serve the request by another vehicle or driver. */
    public Uni<UseRequest> follow(Mutiny.Session session, UUID id, Assigned assigned) {
        return change(session, id, row -> row.serveBy(assigned));
    }

    /** Set the status, and the status of the order it has. */
    public Uni<UseRequest> move(Mutiny.Session session, UUID id, RequestStatus status, @Nullable String orderStatus) {
        return change(session, id, row -> row.move(status, orderStatus));
    }

    /** It is given up, and no step of it is open any more. */
    public Uni<UseRequest> cancel(Mutiny.Session session, UUID id) {
        return change(session, id, RequestRow::cancel);
    }

    /** Back to waiting, without the vehicle it had. */
    public Uni<UseRequest> release(Mutiny.Session session, UUID id) {
        return change(session, id, RequestRow::release);
    }

    private static Uni<UseRequest> change(Mutiny.Session session, UUID id, Consumer<RequestRow> change) {
        return session.find(RequestRow.class, id).invoke(change).chain(row -> session.flush()
                .map(_ -> row.toRequest()));
    }

    /** A change of every booking: the statement writes it, and the row, changed like this, leaves the session. */
    private static Uni<UseRequest> write(
            Mutiny.Session session, UUID id, Consumer<RequestRow> change, String sql, @Nullable Object... values) {
        return session.find(RequestRow.class, id)
                .invoke(session::detach)
                .invoke(change)
                .call(() -> PlainSql.update(session, sql, values))
                .map(RequestRow::toRequest);
    }

    public Uni<Boolean> regionExists(Mutiny.Session session, String code) {
        return session.createQuery("select count(r) from Region r where r.code = ?1", Long.class)
                .setParameter(1, code)
                .getSingleResult()
                .map(count -> count > 0);
    }

    /** Submitted again, with what was corrected. */
    public Uni<UseRequest> ask(Mutiny.Session session, UseRequest request) {
        return change(session, request.id(), row -> row.ask(request));
    }

    /** Another step of its chain is open, or none. */
    public Uni<UseRequest> openStep(Mutiny.Session session, UUID id, @Nullable Integer position) {
        return change(session, id, row -> row.openStep(position));
    }

    /** The paper of an emergency is DUE, OVERDUE, DONE or REFUSED; no step is open when it is decided. */
    public Uni<UseRequest> setPaper(Mutiny.Session session, UUID id, String state, @Nullable Integer step) {
        return change(session, id, row -> {
            row.setPaper(state);
            row.openStep(step);
        });
    }

    /** It waits on without holding a vehicle. */
    public Uni<UseRequest> stopHolding(Mutiny.Session session, UUID id) {
        return change(session, id, RequestRow::stopHolding);
    }

    /** Submitted requests whose hold has run out. */
    public Uni<List<UUID>> listHoldsRunOut(Mutiny.Session session, Instant now, int limit) {
        return session.createNativeQuery(HELD, UUID.class)
                .setParameter(1, now)
                .setParameter(2, limit)
                .getResultList();
    }

    /** Emergencies whose paper is late. */
    public Uni<List<UUID>> listPapersLate(Mutiny.Session session, Instant now, int limit) {
        return session.createNativeQuery(PAPERS_DUE, UUID.class)
                .setParameter(1, now)
                .setParameter(2, limit)
                .getResultList();
    }

    /** Who decided on a request without a chain, and when. */
    public record Decided(String by, Instant at) {}

    /** The decision of one approver; empty while there is none. */
    public Uni<Optional<Decided>> findDecision(Mutiny.Session session, UUID id) {
        return session.find(RequestRow.class, id)
                .map(row -> row.decidedAt == null
                        ? Optional.empty()
                        : Optional.of(new Decided(row.decidedBy, row.decidedAt)));
    }

    /** Requests of a series, earliest first. */
    public Uni<List<UseRequest>> listSeries(Mutiny.Session session, UUID seriesId, int limit) {
        return session.createQuery(
                        "from UseRequest r where r.seriesId = ?1 order by r.departAt, r.id", RequestRow.class)
                .setParameter(1, seriesId)
                .setMaxResults(limit)
                .getResultList()
                .map(Requests::views);
    }

    private static List<UseRequest> views(List<RequestRow> rows) {
        return rows.stream().map(RequestRow::toRequest).toList();
    }
}

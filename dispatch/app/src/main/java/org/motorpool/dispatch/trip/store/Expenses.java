package org.motorpool.dispatch.trip.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.ExpenseApi.CostOfKind;
import org.motorpool.dispatch.contract.ExpenseApi.Expense;
import org.motorpool.dispatch.contract.ExpenseApi.NewExpense;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.trip.ExpenseFilter;
import org.motorpool.dispatch.trip.Running;

/** Expenses in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Expenses {

    private static final int MOST_OF_ORDER = 900;

    private static final String KINDS = """
            select e.kind, count(e), sum(e.amountFen) from Expense e
            where e.vehicleId = ?1 and e.cancelled = false and e.incurredAt >= ?2 and e.incurredAt < ?3 group by e.kind order by e.kind""";

    private static final String RUNNING = """
            select (select coalesce(sum(t.odometer_end_km - t.odometer_start_km), 0)::double precision from trip t
                    where t.vehicle_id = ?1 and t.status = 'CLOSED' and t.returned_at >= ?2 and t.returned_at < ?3),
                   coalesce(sum(e.quantity) filter (where e.kind = 'FUEL' and e.quantity_unit = 'L'), 0),
                   coalesce(sum(e.quantity) filter (where e.kind = 'CHARGING'), 0)
            from expense e
            where e.vehicle_id = ?1 and e.incurred_at >= ?2 and e.incurred_at < ?3""";

    private static final Map<String, Problem> REFUSED = Map.of(
            "expense_invoice_once",
            Problem.of(
                    409,
                    "invoice-duplicate",
                    "状态冲突 Conflict",
                    "该发票号码已报销，一张发票只能登记一次（《党政机关公务用车管理办法》第二十六条（七））",
                    "this invoice has been claimed; an invoice is recorded once (Art. 26(7))",
                    "invoiceNumber"),
            "expense_kept",
            Problem.conflict(
                    "expense-charged",
                    "该费用已计入结算，金额、类别和派车单不能更正；请取消（系统自动冲减）后重新登记",
                    "this expense was charged, and its amount, kind and order stay; cancel it, which credits it, and record it anew"));

    public Uni<Expense> add(
            Mutiny.Session session, UUID id, VehicleFile vehicle, NewExpense expense, String by, Instant at) {
        ExpenseRow row = new ExpenseRow(id, vehicle, expense, by, at);
        return written(session.persist(row).chain(session::flush)).map(_ -> row.toExpense());
    }

    public Uni<Optional<Expense>> find(Mutiny.Session session, UUID id) {
        return session.find(ExpenseRow.class, id).map(row -> Optional.ofNullable(row)
                .filter(found -> !found.confidential)
                .map(ExpenseRow::toExpense));
    }

    /** The expense, locked to the end of the transaction; that of a confidential vehicle is not there. */
    public Uni<Optional<Expense>> lock(Mutiny.Session session, UUID id) {
        return session.find(ExpenseRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row)
                        .filter(found -> !found.confidential)
                        .map(ExpenseRow::toExpense));
    }

    public Uni<Expense> correct(Mutiny.Session session, UUID id, NewExpense expense, Change change) {
        return change(session, id, row -> row.correct(expense, change.reason(), change.by(), change.at()));
    }

    public Uni<Expense> cancel(Mutiny.Session session, UUID id, Change change) {
        return change(session, id, row -> row.cancel(change.reason(), change.by(), change.at()));
    }

    /** Who changes an expense, when and why. */
    public record Change(String reason, String by, Instant at) {}

    private static Uni<Expense> change(Mutiny.Session session, UUID id, Consumer<ExpenseRow> change) {
        return session.find(ExpenseRow.class, id).invoke(change).chain(row -> written(session.flush())
                .map(_ -> row.toExpense()));
    }

    private static Uni<Void> written(Uni<Void> flushed) {
        return flushed.onFailure().transform(failure -> Constraints.explain(failure, REFUSED));
    }

    public Uni<List<Expense>> list(Mutiny.Session session, String scopePath, ExpenseFilter filter) {
        Map<String, Object> bound = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("from Expense e where e.confidential = false");
        narrow(where, bound, " and e.unitPath like :scope", scopePath + "%");
        narrow(where, bound, " and e.id < :before", filter.before());
        narrow(where, bound, " and e.incurredAt >= :from", filter.from());
        narrow(where, bound, " and e.incurredAt < :to", filter.to());
        narrow(where, bound, " and e.vehicleId = :vehicle", filter.vehicleId());
        narrow(where, bound, " and e.unitId = :unit", filter.unitId());
        narrow(where, bound, " and e.kind = :kind", filter.kind());
        Mutiny.SelectionQuery<ExpenseRow> query =
                session.createQuery(where.append(" order by e.id desc").toString(), ExpenseRow.class);
        bound.forEach(query::setParameter);
        return query.setMaxResults(filter.limit())
                .getResultList()
                .map(rows -> rows.stream().map(ExpenseRow::toExpense).toList());
    }

    /** What was paid for the order and stands, the first first. */
    public Uni<List<Expense>> listOfOrder(Mutiny.Session session, UUID orderId) {
        return session.createQuery(
                        "from Expense e where e.orderId = ?1 and e.cancelled = false order by e.id", ExpenseRow.class)
                .setParameter(1, orderId)
                .setMaxResults(MOST_OF_ORDER)
                .getResultList()
                .map(rows -> rows.stream().map(ExpenseRow::toExpense).toList());
    }

    /** Sums by kind of the vehicle in [from, to). */
    public Uni<List<CostOfKind>> sums(Mutiny.Session session, UUID vehicleId, Instant from, Instant to) {
        return session.createQuery(KINDS, Object[].class)
                .setParameter(1, vehicleId)
                .setParameter(2, from)
                .setParameter(3, to)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new CostOfKind(
                                (String) row[0], Math.toIntExact((Long) row[1]), ((Number) row[2]).longValue()))
                        .toList());
    }

    /** What the vehicle drove, burned and charged in [from, to). */
    public Uni<Running> running(Mutiny.Session session, UUID vehicleId, Instant from, Instant to) {
        return session.createNativeQuery(RUNNING, Object[].class)
                .setParameter(1, vehicleId)
                .setParameter(2, from)
                .setParameter(3, to)
                .getSingleResult()
                .map(row -> new Running(number(row[0]), number(row[1]), number(row[2])));
    }

    private static double number(Object column) {
        return ((Number) column).doubleValue();
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> bound, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            bound.put(condition.substring(condition.indexOf(':') + 1), value);
        }
    }
}

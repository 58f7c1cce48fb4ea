package org.motorpool.dispatch.assignment.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.RentalFile;
import org.motorpool.dispatch.assignment.SupplierFile;
import org.motorpool.dispatch.contract.OrderActApi;
import org.motorpool.dispatch.contract.RentalApi;

/** Suppliers and the orders at them, in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Rentals {

    private static final String SUPPLIERS =
            "from RentalSupplier s where s.unitPath like ?1 and s.id < ?2 order by s.id desc";
    private static final String ORDERS = """
            from RentalOrder o
            where o.unitPath like ?1 and o.startsAt >= ?2 and o.startsAt < ?3 and o.id < ?4 order by o.id desc
            """;

    private static final Map<String, Problem> REFUSED = Map.of(
            "expense_invoice_once",
            Problem.of(
                    409,
                    "invoice-duplicate",
                    "状态冲突 Conflict",
                    "该发票号码已报销，一张发票只能登记一次（《党政机关公务用车管理办法》第二十六条（七））",
                    "this invoice has been claimed; an invoice is recorded once (Art. 26(7))",
                    "invoiceNumber"));

    public Uni<List<SupplierFile>> listSuppliers(Mutiny.Session session, String scopePath, UUID before, int limit) {
        return session.createQuery(SUPPLIERS, SupplierRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, before)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(SupplierRow::toSupplier).toList());
    }

    public Uni<SupplierFile> addSupplier(Mutiny.Session session, SupplierFile supplier, String by, Instant at) {
        SupplierRow row = new SupplierRow(supplier, by, at);
        return session.persist(row).chain(session::flush).map(_ -> row.toSupplier());
    }

    /** The supplier; problem {@code rental-supplier-unknown}. */
    public Uni<SupplierFile> getSupplier(Mutiny.Session session, UUID id) {
        return session.find(SupplierRow.class, id)
                .map(row -> required(row, "rental-supplier-unknown", "租赁供应商", "rental supplier", id)
                        .toSupplier());
    }

    public Uni<List<RentalFile>> list(
            Mutiny.Session session, String scopePath, Instant from, Instant to, UUID before, int limit) {
        return session.createQuery(ORDERS, RentalRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, from)
                .setParameter(3, to)
                .setParameter(4, before)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(RentalRow::toRental).toList());
    }

    public Uni<RentalFile> add(Mutiny.Session session, RentalFile order, String by, Instant at) {
        RentalRow row = new RentalRow(order, by, at);
        return session.persist(row).chain(session::flush).map(_ -> row.toRental());
    }

    /** The order; problem {@code order-unknown}. */
    public Uni<RentalFile> get(Mutiny.Session session, UUID id) {
        return session.find(RentalRow.class, id).map(row -> order(row, id).toRental());
    }

    public Uni<Optional<RentalFile>> findByNumber(Mutiny.Session session, String number) {
        return session.createQuery("from RentalOrder o where o.number = ?1", RentalRow.class)
                .setParameter(1, number)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(RentalRow::toRental));
    }

    /** The order, locked to the end of the transaction. */
    public Uni<RentalFile> lock(Mutiny.Session session, UUID id) {
        return session.find(RentalRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> order(row, id).toRental());
    }

    /** Closed with its cost, which is an expense from then on; problem {@code invoice-duplicate}. */
    public Uni<RentalFile> close(Mutiny.Session session, UUID id, RentalApi.Closing closing) {
        return change(session, id, row -> row.close(closing))
                .onFailure()
                .transform(failure -> Constraints.explain(failure, REFUSED));
    }

    public Uni<RentalFile> cancel(Mutiny.Session session, UUID id, OrderActApi.Cancellation why) {
        return change(session, id, row -> row.cancel(why));
    }

    private static Uni<RentalFile> change(Mutiny.Session session, UUID id, Consumer<RentalRow> change) {
        return session.find(RentalRow.class, id).invoke(change).chain(row -> session.flush()
                .map(_ -> row.toRental()));
    }

    private static RentalRow order(@Nullable RentalRow row, UUID id) {
        return required(row, "order-unknown", "租赁派车单", "rental order", id);
    }

    private static <T> T required(@Nullable T row, String code, String zh, String en, UUID id) {
        if (row == null) {
            throw Problem.notFound(
                            code,
                            "%s %s 不存在或不在您的管理范围内".formatted(zh, id),
                            "%s %s does not exist or is outside your scope".formatted(en, id))
                    .asException();
        }
        return row;
    }
}

package org.motorpool.dispatch.registry.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.registry.BoundTerminal;
import org.motorpool.dispatch.registry.TerminalBinding;
import org.motorpool.dispatch.registry.VehicleFile;

/** Terminal bindings in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Terminals {

    private static final int INSERT_BATCH = 100;

    /** A binding; {@code on} is null where it was bound before that was kept. */
    public record BoundSince(
            TerminalBinding binding, @Nullable LocalDate on) {}

    public Uni<List<TerminalBinding>> list(Mutiny.Session session, String scopePath, String afterPhone, int limit) {
        return bindings(session.createQuery(
                        "from Terminal t where t.unitPath like ?1 and t.phone > ?2 order by t.phone", TerminalRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, afterPhone)
                .setMaxResults(limit));
    }

    /** The binding with this number, but for leading zeros; row-level security hides those outside the scope. */
    public Uni<Optional<TerminalBinding>> find(Mutiny.Session session, String phone) {
        return session.createQuery("from Terminal t where ltrim(t.phone, '0') = ltrim(?1, '0')", TerminalRow.class)
                .setParameter(1, phone)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(TerminalRow::toBinding));
    }

    /** Bindings with one of these numbers, which have no leading zeros. */
    public Uni<List<TerminalBinding>> listByNumbers(Mutiny.Session session, String scopePath, List<String> numbers) {
        if (numbers.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return bindings(session.createQuery(
                        "from Terminal t where t.unitPath like ?1 and ltrim(t.phone, '0') in ?2", TerminalRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, numbers)
                .setMaxResults(numbers.size()));
    }

    /** Bindings that share the number (but for leading zeros), the id or the vehicle. */
    public Uni<List<TerminalBinding>> listConflicts(Mutiny.Session session, TerminalBinding binding) {
        return bindings(session.createQuery("""
                        from Terminal t where t.vehicleId = ?1 or t.terminalId = ?2
                        or ltrim(t.phone, '0') = ltrim(?3, '0')""", TerminalRow.class)
                .setParameter(1, binding.vehicleId())
                .setParameter(2, binding.terminalId())
                .setParameter(3, binding.phone())
                .setMaxResults(3));
    }

    /** The vehicle's terminal, and since when. */
    public Uni<Optional<BoundSince>> findOf(Mutiny.Session session, UUID vehicleId) {
        return session.createQuery("from Terminal t where t.vehicleId = ?1", TerminalRow.class)
                .setParameter(1, vehicleId)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(found -> new BoundSince(found.toBinding(), found.boundOn)));
    }

    public Uni<Boolean> isBound(Mutiny.Session session, UUID vehicleId) {
        return session.createQuery("select count(t) from Terminal t where t.vehicleId = ?1", Long.class)
                .setParameter(1, vehicleId)
                .getSingleResult()
                .map(count -> count > 0);
    }

    public Uni<Void> add(Mutiny.Session session, List<BoundTerminal> terminals, Function<VehicleFile, LocalDate> on) {
        Object[] rows = terminals.stream()
                .map(terminal -> new TerminalRow(terminal, on.apply(terminal.vehicle())))
                .toArray();
        return session.setBatchSize(INSERT_BATCH).persistAll(rows).chain(session::flush);
    }

    /** The binding removed; empty when the vehicle had none. */
    public Uni<Optional<TerminalBinding>> remove(Mutiny.Session session, UUID vehicleId) {
        return session.createQuery("from Terminal t where t.vehicleId = ?1", TerminalRow.class)
                .setParameter(1, vehicleId)
                .getSingleResultOrNull()
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : session.remove(row).chain(session::flush).replaceWith(Optional.of(row.toBinding())));
    }

    private static Uni<List<TerminalBinding>> bindings(Mutiny.SelectionQuery<TerminalRow> query) {
        return query.getResultList()
                .map(rows -> rows.stream().map(TerminalRow::toBinding).toList());
    }
}

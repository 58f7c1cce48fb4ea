package org.motorpool.dispatch.settlement.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.SettlementApi.Charge;
import org.motorpool.dispatch.settlement.ChargeFilter;
import org.motorpool.dispatch.settlement.Terms;
import org.motorpool.dispatch.settlement.UseToCharge;
import org.motorpool.dispatch.sharing.SettlementMode;

/** Charges with their lines in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Charges {

    private static final String PAGE = """
            from Charge c
            where (c.payerUnitPath like ?1 or c.payeeUnitPath like ?1)
              and c.usedTo >= ?2 and c.usedTo < ?3 and c.id < ?4
            order by c.id desc
            """;

    /** Lines on no statement yet of what was used before the end, of charges that cost something. */
    private static final String UNBILLED = """
            select l.id, l.amountFen from ChargeLine l join Charge c on c.id = l.chargeId
            where c.payerUnitId = ?1 and c.payeeUnitId = ?2 and c.mode = ?3
              and c.agreementId is not distinct from ?4
              and c.requestId = coalesce(?5, c.requestId) and c.usedTo < ?6 and c.totalFen > 0
              and not exists (select 1 from StatementLine s where s.chargeLineId = l.id)
            order by l.chargeId, l.position
            """;

    /** Who owes whom for uses before the end, by agreement. */
    private static final String OWING = """
            select distinct c.payerUnitId, c.payeeUnitId, c.agreementId, c.agreementNumber, c.confirmDays
            from Charge c join ChargeLine l on l.chargeId = c.id
            where c.mode = ?1 and c.usedTo < ?2 and c.totalFen > 0
              and not exists (select 1 from StatementLine s where s.chargeLineId = l.id)
            """;

    /** Add a charge; its lines go onto a statement afterwards. */
    public Uni<Void> add(Mutiny.Session session, OrderApi.Order order, Terms terms, UseToCharge use, Instant at) {
        ChargeRow charge = new ChargeRow(order, terms, use, at);
        List<ChargeLineRow> lines = new ArrayList<>();
        use.lines().forEach(line -> lines.add(new ChargeLineRow(charge.id, lines.size() + 1, line)));
        return session.persist(charge)
                .chain(session::flush)
                .chain(() -> session.persistAll(lines.toArray()))
                .chain(session::flush);
    }

    /** Whether the use, the cancellation or the no-show of the order has been charged. */
    public Uni<Boolean> isCharged(Mutiny.Session session, UUID orderId) {
        return session.createQuery("select count(c) from Charge c where c.orderId = ?1", Long.class)
                .setParameter(1, orderId)
                .getSingleResult()
                .map(count -> count > 0);
    }

    /** Expenses of the order that are passed through already. */
    public Uni<Set<UUID>> listChargedExpenses(Mutiny.Session session, UUID orderId) {
        return session.createQuery(
                        "select l.expenseId from ChargeLine l join Charge c on c.id = l.chargeId"
                                + " where c.orderId = ?1 and l.expenseId is not null",
                        UUID.class)
                .setParameter(1, orderId)
                .getResultList()
                .map(Set::copyOf);
    }

    public Uni<List<Charge>> list(Mutiny.Session session, String scopePath, ChargeFilter filter) {
        return session.createQuery(PAGE, ChargeRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, filter.from())
                .setParameter(3, filter.to())
                .setParameter(4, filter.before())
                .setMaxResults(filter.limit())
                .getResultList()
                .chain(rows -> withLines(session, rows));
    }

    public Uni<Optional<Charge>> find(Mutiny.Session session, UUID id) {
        return session.find(ChargeRow.class, id)
                .chain(row -> withLines(session, row == null ? List.of() : List.of(row)))
                .map(found -> found.stream().findFirst());
    }

    /** Lines of the group on no statement yet. */
    public Uni<List<Billable>> listUnbilled(Mutiny.Session session, Statements.Group group, Instant before) {
        return session.createQuery(UNBILLED, Billable.class)
                .setParameter(1, group.payer().id())
                .setParameter(2, group.payee().id())
                .setParameter(3, group.mode())
                .setParameter(4, group.agreementId())
                .setParameter(5, group.matterId())
                .setParameter(6, before)
                .getResultList();
    }

    /** A line that may go onto a statement. */
    public record Billable(UUID lineId, long amount_fen) {}

    /** Parties with monthly charges of before on no statement yet. */
    public Uni<List<Owing>> listOwing(Mutiny.Session session, Instant before, int limit) {
        return session.createQuery(OWING, Owing.class)
                .setParameter(1, SettlementMode.MONTHLY)
                .setParameter(2, before)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The same of two parties. */
    public Uni<List<Owing>> listOwing(Mutiny.Session session, UUID payerUnitId, UUID payeeUnitId, Instant before) {
        return session.createQuery(OWING + " and c.payerUnitId = ?3 and c.payeeUnitId = ?4", Owing.class)
                .setParameter(1, SettlementMode.MONTHLY)
                .setParameter(2, before)
                .setParameter(3, payerUnitId)
                .setParameter(4, payeeUnitId)
                .getResultList();
    }

    /** One party owes another under an agreement. */
    public record Owing(
            UUID payerUnitId, UUID payeeUnitId, UUID agreementId, String agreementNumber, int confirmDays) {}

    private static Uni<List<Charge>> withLines(Mutiny.Session session, List<ChargeRow> charges) {
        return session.createQuery(
                        "from ChargeLine l where l.chargeId in ?1 order by l.chargeId, l.position", ChargeLineRow.class)
                .setParameter(1, charges.stream().map(charge -> charge.id).toList())
                .getResultList()
                .map(lines -> lines.stream().collect(Collectors.groupingBy(line -> line.chargeId)))
                .map(lines -> together(charges, lines));
    }

    private static List<Charge> together(List<ChargeRow> charges, Map<UUID, List<ChargeLineRow>> lines) {
        return charges.stream()
                .map(charge -> charge.toCharge(lines.getOrDefault(charge.id, List.of())))
                .toList();
    }
}

package org.motorpool.dispatch.settlement.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.SettlementApi.StatementLine;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.settlement.DrawnStatement;
import org.motorpool.dispatch.settlement.StatementFilter;
import org.motorpool.dispatch.settlement.StatementStatus;
import org.motorpool.dispatch.sharing.SettlementMode;

/** Statements and their lines in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Statements {

    /** Lines of one statement that are read at once; a month of a large city has some thousands. */
    private static final int MOST_LINES = 100_000;

    private static final String PAGE = """
            from Statement s
            where (s.payerUnitPath like ?1 or s.payeeUnitPath like ?1)
              and s.status in ?2 and s.drawnUpAt >= ?3 and s.drawnUpAt < ?4 and s.id < ?5
            order by s.id desc
            """;
    private static final String CREDITED = """
            select s.creditsId, sum(s.totalFen) from Statement s where s.creditsId in ?1 group by s.creditsId""";
    private static final String DRAFT = """
            from Statement s
            where s.status = ?1 and s.kind = 'STATEMENT' and s.payerUnitId = ?2 and s.payeeUnitId = ?3 and s.mode = ?4
              and s.agreementId is not distinct from ?5 and s.matterId is not distinct from ?6
              and s.month is not distinct from ?7
            """;

    /** Who comes later waits here, and finds the draft. */
    private static final String LOCK_PARTIES =
            "select 1 from (select pg_advisory_xact_lock(hashtextextended('motorpool.statement' || ?1, 0))) as locked";

    /** What is drawn up together. */
    public record Group(
            Unit payer,
            Unit payee,
            SettlementMode mode,
            @Nullable UUID agreementId,
            @Nullable String agreementNumber,
            @Nullable UUID matterId,
            @Nullable LocalDate month,
            int confirmDays) {}

    public Uni<List<DrawnStatement>> list(Mutiny.Session session, String scopePath, StatementFilter filter) {
        return session.createQuery(PAGE, StatementRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, filter.statuses())
                .setParameter(3, filter.from())
                .setParameter(4, filter.to())
                .setParameter(5, filter.before())
                .setMaxResults(filter.limit())
                .getResultList()
                .chain(rows -> withCredits(session, rows));
    }

    public Uni<Optional<DrawnStatement>> find(Mutiny.Session session, UUID id) {
        return session.find(StatementRow.class, id).chain(row -> single(session, row));
    }

    /** The statement, locked to the end of the transaction. */
    public Uni<Optional<DrawnStatement>> lock(Mutiny.Session session, UUID id) {
        return session.find(StatementRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> single(session, row));
    }

    /** The region whose numbers the statement has. */
    public Uni<String> regionOf(Mutiny.Session session, UUID id) {
        return session.find(StatementRow.class, id).map(row -> row.regionCode);
    }

    /** Credit notes of a statement, the first first. */
    public Uni<List<DrawnStatement>> listCreditNotes(Mutiny.Session session, UUID id) {
        return session.createQuery("from Statement s where s.creditsId = ?1 order by s.id", StatementRow.class)
                .setParameter(1, id)
                .getResultList()
                .map(rows -> rows.stream().map(row -> row.toStatement(0)).toList());
    }

    public Uni<List<StatementLine>> listLines(Mutiny.Session session, UUID id) {
        return session.createQuery("from StatementEntry e where e.statementId = ?1 order by e.id", EntryRow.class)
                .setParameter(1, id)
                .setMaxResults(MOST_LINES)
                .getResultList()
                .map(rows -> rows.stream().map(EntryRow::toLine).toList());
    }

    /** The draft of the group, to which lines may still come; a use that is settled alone has one of its own. */
    public Uni<Optional<UUID>> findDraft(Mutiny.Session session, Group group) {
        Uni<Void> alone = lockParties(session, group);
        return group.mode() == SettlementMode.PER_USE
                ? alone.replaceWith(Optional.empty())
                : alone.chain(() -> draft(session, group));
    }

    private static Uni<Optional<UUID>> draft(Mutiny.Session session, Group group) {
        return session.createQuery(DRAFT, StatementRow.class)
                .setParameter(1, StatementStatus.DRAFT)
                .setParameter(2, group.payer().id())
                .setParameter(3, group.payee().id())
                .setParameter(4, group.mode())
                .setParameter(5, group.agreementId())
                .setParameter(6, group.matterId())
                .setParameter(7, group.month())
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(found -> found.id));
    }

    private static Uni<Void> lockParties(Mutiny.Session session, Group group) {
        return session.createNativeQuery(LOCK_PARTIES, Integer.class)
                .setParameter(1, group.payee().id() + " " + group.payer().id())
                .getSingleResult()
                .replaceWithVoid();
    }

    /** A new draft without lines. */
    public Uni<UUID> add(Mutiny.Session session, UUID id, String number, Group group, Instant at) {
        return session.persist(new StatementRow(id, number, group, at))
                .chain(session::flush)
                .replaceWith(id);
    }

    /** Puts charged lines on a draft, each of which is on no statement yet. */
    public Uni<Void> addLines(Mutiny.Session session, UUID id, List<Charges.Billable> charged) {
        List<StatementLineRow> lines =
                charged.stream().map(line -> StatementLineRow.of(id, line)).toList();
        long added_fen =
                charged.stream().mapToLong(Charges.Billable::amount_fen).sum();
        return session.persistAll(lines.toArray())
                .chain(() -> change(session, id, row -> row.totalFen += added_fen))
                .replaceWithVoid();
    }

    /** A credit note 红字 over part of one line, issued and confirmed at once: it is in the payer's favour. */
    public Uni<UUID> credit(Mutiny.Session session, Credit credit, String by, Instant at) {
        return session.find(StatementRow.class, credit.statementId())
                .map(of -> StatementRow.creditNote(credit.id(), credit.number(), of, at))
                .call(note -> session.persist(note).chain(session::flush))
                .call(note -> session.persist(
                                StatementLineRow.credit(note.id, credit.lineId(), credit.amount_fen(), credit.reason()))
                        .chain(session::flush))
                .invoke(note -> note.totalFen = -credit.amount_fen())
                .invoke(note -> note.issue(by, at, at))
                .call(_ -> session.flush())
                .invoke(note -> note.confirm(by, at))
                .call(_ -> session.flush())
                .map(note -> note.id);
    }

    /** What is taken back from a line; {@code id} and {@code number} are the credit note's. */
    public record Credit(UUID id, String number, UUID statementId, UUID lineId, long amount_fen, String reason) {}

    public Uni<DrawnStatement> issue(Mutiny.Session session, UUID id, String by, Instant at, Instant confirmBy) {
        return change(session, id, row -> row.issue(by, at, confirmBy));
    }

    public Uni<DrawnStatement> dispute(Mutiny.Session session, UUID id) {
        return change(session, id, row -> row.status = StatementStatus.DISPUTED);
    }

    public Uni<DrawnStatement> confirm(Mutiny.Session session, UUID id, String by, Instant at) {
        return change(session, id, row -> row.confirm(by, at));
    }

    public Uni<DrawnStatement> settle(Mutiny.Session session, UUID id, String voucher, String by, Instant at) {
        return change(session, id, row -> row.settle(voucher, by, at));
    }

    /** Statements nobody answered in time, of all units. */
    public Uni<List<UUID>> listUnanswered(Mutiny.Session session, Instant now, int limit) {
        return session.createQuery(
                        "select s.id from Statement s where s.status = ?1 and s.kind = 'STATEMENT' and s.confirmBy <= ?2"
                                + " order by s.confirmBy",
                        UUID.class)
                .setParameter(1, StatementStatus.ISSUED)
                .setParameter(2, now)
                .setMaxResults(limit)
                .getResultList();
    }

    private static Uni<DrawnStatement> change(Mutiny.Session session, UUID id, Consumer<StatementRow> change) {
        return session.find(StatementRow.class, id)
                .invoke(change)
                .call(_ -> session.flush())
                .chain(row -> withCredits(session, List.of(row)))
                .map(List::getFirst);
    }

    private static Uni<Optional<DrawnStatement>> single(Mutiny.Session session, @Nullable StatementRow row) {
        return row == null
                ? Uni.createFrom().item(Optional.empty())
                : withCredits(session, List.of(row)).map(found -> Optional.of(found.getFirst()));
    }

    private static Uni<List<DrawnStatement>> withCredits(Mutiny.Session session, Collection<StatementRow> rows) {
        return session.createQuery(CREDITED, Object[].class)
                .setParameter(1, rows.stream().map(row -> row.id).toList())
                .getResultList()
                .map(credits -> credits.stream()
                        .collect(Collectors.<Object[], UUID, Long>toMap(one -> (UUID) one[0], one -> (Long) one[1])))
                .map(credits -> rows.stream()
                        .map(row -> row.toStatement(credited(credits, row)))
                        .toList());
    }

    private static long credited(Map<UUID, Long> credits, StatementRow row) {
        return credits.getOrDefault(row.id, 0L);
    }
}

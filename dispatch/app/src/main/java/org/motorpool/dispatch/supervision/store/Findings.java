package org.motorpool.dispatch.supervision.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.JsonRows;
import org.motorpool.dispatch.supervision.FindingFile;
import org.motorpool.dispatch.supervision.FindingFilter;
import org.motorpool.dispatch.supervision.FindingStep;
import org.motorpool.dispatch.supervision.detector.Lead;

/** Findings in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Findings {

    private static final UUID ANY = new UUID(0, 0);

    private static final String EXTEND =
            "update finding set occurred_to = greatest(occurred_to, ?3) where detector = ?1 and episode = ?2";

    /** One that goes on is the same one: it began before what the detector saw, and lasted at least until there. */
    private static final String GO_ON = """
            update finding set occurred_to = greatest(occurred_to, ?3)
            where vehicle_id = ?4 and detector = ?1
              and (episode = ?2 or occurred_from < ?5 and occurred_to + interval '1 hour' >= ?5)""";

    private static final String INSERT = """
            insert into finding (id, detector, episode, vehicle_id, unit_id, unit_path, severity, status, occurred_from, occurred_to,
                                 message, message_en, clause, evidence, raised_at, due_on)
            values (?1, ?2, ?3, nullif(?4, cast('00000000-0000-0000-0000-000000000000' as uuid)), ?5, ?6, ?7, 'RAISED', ?8, ?9, ?10,
                    ?11, ?12, ?13, ?14, ?15)
            on conflict (detector, episode) do nothing""";

    private static final String PAGE = FindingRow.SELECT + """
            where f.unit_path ~>=~ ?1 and f.unit_path ~<~ ?2 and f.id < ?3 and f.status = any (string_to_array(?5, ','))
              and (?6 = '' or f.detector = ?6) and (?7 = cast('00000000-0000-0000-0000-000000000000' as uuid)
                   or f.vehicle_id = ?7 and not v.confidential)
              and (not ?8 or f.status = 'RAISED' and f.due_on < ?9)
            order by f.id desc limit ?4""";

    private static final String ONE = FindingRow.SELECT + "where f.id = ?1 limit 1";

    private static final String LOCK = "select 1 from finding where id = ?1 for update";

    private static final String EXPLAIN =
            "update finding set status = 'EXPLAINING', explanation = ?2, explained_by = ?3, explained_at = ?4 where id = ?1";

    private static final String REVIEW = """
            update finding set status = ?5, outcome = nullif(?6, ''), reason = ?2, reviewed_by = ?3, reviewed_at = ?4
            where id = ?1""";

    private final JsonRows rows;

    Findings(JsonRows rows) {
        this.rows = rows;
    }

    /** Keep what a detector saw; false when the episode is known. */
    public Uni<Boolean> raise(Mutiny.Session session, UUID id, Lead lead, Instant now, LocalDate dueOn) {
        return extend(session, lead)
                .chain(known -> known > 0 ? Uni.createFrom().item(0) : insert(session, id, lead, now, dueOn))
                .map(inserted -> inserted == 1);
    }

    private static Uni<Integer> extend(Mutiny.Session session, Lead lead) {
        UUID vehicleId = lead.vehicleId();
        Mutiny.MutationQuery update = lead.beganBefore() && vehicleId != null
                ? session.createNativeQuery(GO_ON).setParameter(4, vehicleId).setParameter(5, lead.from())
                : session.createNativeQuery(EXTEND);
        return update.setParameter(1, lead.rule().detector())
                .setParameter(2, lead.episode())
                .setParameter(3, lead.to())
                .executeUpdate();
    }

    private Uni<Integer> insert(Mutiny.Session session, UUID id, Lead lead, Instant now, LocalDate dueOn) {
        Object[] columns = {
            id,
            lead.rule().detector(),
            lead.episode(),
            lead.vehicleId() == null ? ANY : lead.vehicleId(),
            lead.unitId(),
            lead.unitPath(),
            lead.severity().name(),
            lead.from(),
            lead.to().isBefore(lead.from()) ? lead.from() : lead.to(),
            lead.text().zh(),
            lead.text().en(),
            lead.rule().clause(),
            rows.write(lead.evidence()),
            now,
            dueOn
        };
        Mutiny.MutationQuery insert = session.createNativeQuery(INSERT);
        for (int i = 0; i < columns.length; i++) {
            insert.setParameter(i + 1, columns[i]);
        }
        return insert.executeUpdate();
    }

    /** @param today tells what is overdue */
    public Uni<List<FindingFile>> list(Mutiny.Session session, FindingFilter filter, LocalDate today) {
        List<Object> bound = new ArrayList<>(List.of(
                filter.unitPath(),
                Facts.end(filter.unitPath()),
                filter.before(),
                filter.limit(),
                filter.statuses().stream().map(Enum::name).collect(Collectors.joining(","))));
        bound.add(filter.detector() == null ? "" : filter.detector());
        bound.add(filter.vehicleId() == null ? ANY : filter.vehicleId());
        bound.add(filter.overdueOn() != null);
        bound.add(filter.overdueOn() == null ? today : filter.overdueOn());
        return rows.list(session, FindingRow.class, PAGE, bound.toArray())
                .map(found -> found.stream().map(row -> row.toFile(today)).toList());
    }

    public Uni<Optional<FindingFile>> find(Mutiny.Session session, UUID id, LocalDate today) {
        return rows.list(session, FindingRow.class, ONE, id)
                .map(found -> found.stream().map(row -> row.toFile(today)).findFirst());
    }

    /** Locks the finding, if there is one in scope, to the end of the transaction. */
    public Uni<Void> lock(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(LOCK, Integer.class)
                .setParameter(1, id)
                .getResultList()
                .replaceWithVoid();
    }

    /** Write the step down. */
    public Uni<Void> take(Mutiny.Session session, UUID id, FindingStep step, String by, Instant now) {
        Mutiny.MutationQuery update =
                switch (step) {
                    case FindingStep.Explain _ -> session.createNativeQuery(EXPLAIN);
                    case FindingStep.Close close ->
                        review(session, step, close.outcome().name());
                    case FindingStep.Transfer _ -> review(session, step, "");
                };
        return update.setParameter(1, id)
                .setParameter(2, step.text())
                .setParameter(3, by)
                .setParameter(4, now)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery review(Mutiny.Session session, FindingStep step, String outcome) {
        return session.createNativeQuery(REVIEW)
                .setParameter(5, step.outcomeStatus().name())
                .setParameter(6, outcome);
    }
}

package org.motorpool.dispatch.supervision.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.JsonRows;
import org.motorpool.dispatch.supervision.DetectorRule;

/** Rule rows of detectors in PostgreSQL. They are public knowledge; a row is only ever added, or ended. */
@Singleton
public class DetectorRules {

    /** Forty detectors in forty jurisdictions, and room. */
    private static final int MOST = 10_000;

    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private static final String SELECT = """
            select r.detector, r.jurisdiction, r.thresholds, r.severity, r.deadline_days as "deadlineDays", r.enabled, r.clause,
                   r.article_verified as "articleVerified", r.evidence, r.effective_from as "effectiveFrom",
                   r.effective_to as "effectiveTo"
            from detector_rule r\s""";

    private static final String IN_FORCE = SELECT + """
            where r.effective_from <= ?1 and (r.effective_to is null or r.effective_to > ?1) and r.detector || r.jurisdiction > ?2
            order by r.detector || r.jurisdiction limit ?3""";

    private static final String OF = SELECT + """
            where r.detector = ?1 and r.jurisdiction = ?2 and r.effective_from <= ?3
              and (r.effective_to is null or r.effective_to > ?3) limit 1""";

    private static final String END = """
            update detector_rule set effective_to = ?3
            where detector = ?1 and jurisdiction = ?2 and effective_to is null and effective_from < ?3""";

    private static final String INSERT = """
            insert into detector_rule (detector, jurisdiction, thresholds, severity, deadline_days, enabled, clause,
                                       article_verified, evidence, effective_from, effective_to)
            values (?1, ?2, cast(cast(?3 as text) as jsonb), ?4, ?5, ?6, ?7, false, 'D', ?8,
                    nullif(?9, cast('9999-12-31' as date)))""";

    private final JsonRows rows;

    DetectorRules(JsonRows rows) {
        this.rows = rows;
    }

    /** All rows in force on the day. */
    public Uni<List<DetectorRule>> inForce(Mutiny.Session session, LocalDate day) {
        return inForce(session, day, "", MOST);
    }

    /** Rows in force on the day, by {@link #key} after {@code after}. */
    public Uni<List<DetectorRule>> inForce(Mutiny.Session session, LocalDate day, String after, int limit) {
        return rows.list(session, DetectorRule.class, IN_FORCE, day, after, limit);
    }

    /** What the lists are in the order of. */
    public static String key(String detector, String jurisdiction) {
        return detector + jurisdiction;
    }

    /** The row of a detector and jurisdiction in force on the day. */
    public Uni<Optional<DetectorRule>> find(
            Mutiny.Session session, String detector, String jurisdiction, LocalDate day) {
        return rows.list(session, DetectorRule.class, OF, detector, jurisdiction, day)
                .map(found -> found.stream().findFirst());
    }

    /** Add the row, and end the open one before it on the day it begins. */
    public Uni<Void> add(Mutiny.Session session, DetectorRule rule) {
        return session.createNativeQuery(END)
                .setParameter(1, rule.detector())
                .setParameter(2, rule.jurisdiction())
                .setParameter(3, rule.effectiveFrom())
                .executeUpdate()
                .chain(_ -> insert(session, rule));
    }

    private Uni<Void> insert(Mutiny.Session session, DetectorRule rule) {
        @Nullable LocalDate to = rule.effectiveTo();
        return session.createNativeQuery(INSERT)
                .setParameter(1, rule.detector())
                .setParameter(2, rule.jurisdiction())
                .setParameter(3, rows.write(rule.thresholds()))
                .setParameter(4, rule.severity().name())
                .setParameter(5, rule.deadlineDays())
                .setParameter(6, rule.enabled())
                .setParameter(7, rule.clause())
                .setParameter(8, rule.effectiveFrom())
                .setParameter(9, to == null ? OPEN : to)
                .executeUpdate()
                .replaceWithVoid();
    }
}

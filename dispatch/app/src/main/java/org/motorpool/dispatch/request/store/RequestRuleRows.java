package org.motorpool.dispatch.request.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.JsonRows;
import org.motorpool.dispatch.contract.RequestRuleApi.RequestRule;
import org.motorpool.dispatch.organisation.RegionCode;
import org.motorpool.dispatch.request.RequestRuleKind;

/** Rows that requests are judged by, of four tables in one shape; they are added and ended, never changed. */
@Singleton
public class RequestRuleRows {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final String COLUMNS = """
            select id, kind, key, jurisdiction, severity, content, clause, article_verified as "articleVerified",
                   recorded_by as "recordedBy", effective_from as "effectiveFrom", effective_to as "effectiveTo"
            from request_rule_row\s""";

    private static final String LIST = COLUMNS + """
            where id > ?1 and (?2 = '' or kind = ?2) and (?3 = '' or jurisdiction in (?4, ?5, ?6, ?7))
              and (effective_to is null or effective_to > ?8)
            order by id limit ?9""";

    private static final String FIND = COLUMNS + "where id = ?1";

    /** Of a level above, in its time, and stricter. */
    private static final String STRICTER = COLUMNS + """
            where kind = ?1 and key = ?2 and jurisdiction in (?3, ?4, ?5, ?6) and jurisdiction <> ?7
              and effective_from < ?9 and (effective_to is null or effective_to > ?8) and mildness < ?10
            order by jurisdiction desc limit 1""";

    private final JsonRows rows;

    RequestRuleRows(JsonRows rows) {
        this.rows = rows;
    }

    /** Rows in force on the day or later; of a region those of all levels above it too. */
    public Uni<List<RequestRule>> list(
            Mutiny.Session session,
            @Nullable RequestRuleKind kind,
            String region,
            LocalDate day,
            UUID after,
            int limit) {
        List<String> levels = region.isEmpty() ? List.of("", "", "", "") : RegionCode.levels(region);
        return rows.list(
                session,
                RequestRule.class,
                LIST,
                after,
                kind == null ? "" : kind.name(),
                region,
                levels.get(0),
                levels.get(1),
                levels.get(2),
                levels.get(3),
                day,
                limit);
    }

    public Uni<Optional<RequestRule>> find(Mutiny.Session session, UUID id) {
        return rows.list(session, RequestRule.class, FIND, id)
                .map(found -> found.stream().findFirst());
    }

    /** A row of a level above that says the same more strictly. */
    public Uni<Optional<RequestRule>> findStricterAbove(Mutiny.Session session, RequestRule rule) {
        List<String> levels = RegionCode.levels(rule.jurisdiction());
        return rows.list(
                        session,
                        RequestRule.class,
                        STRICTER,
                        rule.kind(),
                        rule.key(),
                        levels.get(0),
                        levels.get(1),
                        levels.get(2),
                        levels.get(3),
                        rule.jurisdiction(),
                        rule.effectiveFrom(),
                        rule.effectiveTo() == null ? NEVER : rule.effectiveTo(),
                        mildness(rule))
                .map(found -> found.stream().findFirst());
    }

    /** As the view ranks it; 0 where there is nothing to be milder in. */
    private static int mildness(RequestRule rule) {
        return rule.severity() != null
                ? 1 + List.of("REFUSE", "WARN", "INFO").indexOf(rule.severity())
                : rule.content().get("paper_hours") instanceof Integer hours ? hours : 0;
    }

    public Uni<Void> add(Mutiny.Session session, RequestRule rule) {
        RequestRuleKind kind = RequestRuleKind.valueOf(rule.kind());
        return session.createNativeQuery(RequestRuleSql.insert(kind))
                .setParameter(1, rule.id())
                .setParameter(2, rule.kind())
                .setParameter(3, rule.key())
                .setParameter(4, rule.jurisdiction())
                .setParameter(5, rule.severity())
                .setParameter(6, rows.write(rule.content()))
                .setParameter(7, rule.clause())
                .setParameter(8, rule.recordedBy())
                .setParameter(9, rule.effectiveFrom())
                .setParameter(10, rule.effectiveTo())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> end(Mutiny.Session session, RequestRule rule, LocalDate end) {
        String table = RequestRuleSql.table(RequestRuleKind.valueOf(rule.kind()));
        return session.createNativeQuery("update " + table + " set effective_to = ?2 where id = ?1")
                .setParameter(1, rule.id())
                .setParameter(2, end)
                .executeUpdate()
                .replaceWithVoid();
    }
}

package org.motorpool.dispatch.compliance.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.compliance.Rule;
import org.motorpool.dispatch.compliance.RuleKind;
import org.motorpool.dispatch.organisation.RegionCode;

/** Rule rows one by one: listed, added, closed. The grants allow no other change. */
@Singleton
public class RuleRows {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** A row and who recorded it. */
    public record Recorded(Rule rule, String recordedBy) {}

    private static final String COLUMNS = "select kind, content::text, recorded_by from rule_row ";

    private static final String LIST = COLUMNS + """
            where id > ?1 and (?2 = '' or kind = ?2) and (?3 = '' or jurisdiction in (?4, ?5, ?6, ?3))
              and effective_from <= ?7 and (effective_to is null or effective_to > ?7)
            order by id""";

    private static final String FIND = COLUMNS + "where id = ?1";

    private static final String OVERLAPPING = COLUMNS + """
            where kind = ?1 and key = ?2 and jurisdiction in (?3, ?4, ?5, ?6)
              and effective_from < ?8 and (effective_to is null or effective_to > ?7)
            order by jurisdiction desc, id""";

    private static final String FIRST_DAY = "select min(effective_from) from rule_row where kind = 'CATEGORY'";

    private static final String NEXT_ID = "select nextval('rule_row_id')";

    /** At most one who adds to a key at a time, so that the other sees the row. */
    private static final String LOCK = """
            select 1 from (select pg_advisory_xact_lock(hashtextextended('motorpool.rule.' || ?1, 0))) as locked""";

    private static final String IS_AUTHORITY = "select is_authority(?1)";

    private final ObjectMapper json;

    RuleRows(ObjectMapper json) {
        this.json = json;
    }

    /** Rows in force on the day after an id; of a region those of all levels above it too. */
    public Uni<List<Recorded>> list(
            Mutiny.Session session, long after, @Nullable RuleKind kind, String region, LocalDate day, int limit) {
        List<String> levels = region.isEmpty() ? List.of("", "", "", "") : RegionCode.levels(region);
        return session.createNativeQuery(LIST, Object[].class)
                .setParameter(1, after)
                .setParameter(2, kind == null ? "" : kind.name())
                .setParameter(3, region)
                .setParameter(4, levels.get(0))
                .setParameter(5, levels.get(1))
                .setParameter(6, levels.get(2))
                .setParameter(7, day)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(this::recorded).toList());
    }

    public Uni<Optional<Recorded>> find(Mutiny.Session session, long id) {
        return session.createNativeQuery(FIND, Object[].class)
                .setParameter(1, id)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(this::recorded));
    }

    /** Rows of the same key, of the rule's own jurisdiction and of those above, that overlap it in time. */
    public Uni<List<Rule>> listOverlapping(Mutiny.Session session, Rule rule) {
        List<String> levels = RegionCode.levels(rule.head().jurisdiction());
        LocalDate to = rule.head().effectiveTo();
        return session.createNativeQuery(LOCK, Integer.class)
                .setParameter(1, rule.kind() + rule.key())
                .getSingleResult()
                .chain(locked -> session.createNativeQuery(OVERLAPPING, Object[].class)
                        .setParameter(1, rule.kind().name())
                        .setParameter(2, rule.key())
                        .setParameter(3, levels.get(0))
                        .setParameter(4, levels.get(1))
                        .setParameter(5, levels.get(2))
                        .setParameter(6, levels.get(3))
                        .setParameter(7, rule.head().effectiveFrom())
                        .setParameter(8, to == null ? NEVER : to)
                        .setMaxResults(1000)
                        .getResultList())
                .map(rows -> rows.stream().map(row -> recorded(row).rule()).toList());
    }

    /** First day any rule is in force. */
    public Uni<LocalDate> firstDay(Mutiny.Session session) {
        return session.createNativeQuery(FIRST_DAY, LocalDate.class).getSingleResult();
    }

    public Uni<Long> nextId(Mutiny.Session session) {
        return session.createNativeQuery(NEXT_ID, Long.class).getSingleResult();
    }

    /** Whether the unit heads its region: the fleet authority 主管部门 of its level. */
    public Uni<Boolean> isAuthority(Mutiny.Session session, java.util.UUID unitId) {
        return session.createNativeQuery(IS_AUTHORITY, Boolean.class)
                .setParameter(1, unitId)
                .getSingleResultOrNull()
                .map(Boolean.TRUE::equals);
    }

    public Uni<Void> add(Mutiny.Session session, Rule rule, String username) {
        return session.createNativeQuery(insert(rule.kind()))
                .setParameter(1, write(rule))
                .setParameter(2, username)
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> close(Mutiny.Session session, Rule rule, LocalDate effectiveTo) {
        return session.createNativeQuery("update %s set effective_to = ?2 where id = ?1".formatted(table(rule.kind())))
                .setParameter(1, rule.head().id())
                .setParameter(2, effectiveTo)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String table(RuleKind kind) {
        return switch (kind) {
            case CATEGORY -> "vehicle_category";
            case EQUIPMENT_LIMIT -> "equipment_limit";
            case NEV_SHARE -> "nev_rule";
            case RENEWAL -> "renewal_rule";
            case QUOTA_FORMULA -> "quota_formula";
            case CLAUSE -> "rule_clause";
        };
    }

    private static String insert(RuleKind kind) {
        return switch (kind) {
            case CATEGORY -> insert(kind, "code, name, national_class, quota_authority", """
                    r.code, r.name, r."nationalClass", r."quotaAuthority"
                    """, """
                    code text, name text, "nationalClass" text, "quotaAuthority" text""");
            case EQUIPMENT_LIMIT -> insert(kind, """
                    category, tier, body_types, price_max_fen, displacement_max_l, new_energy_sedan_price_max_fen, condition,
                    approval_required""", """
                    r.category, r.tier, r."bodyTypes", r."priceMax_fen", r."displacementMax_l",
                    r."newEnergySedanPriceMax_fen", r.condition, r."approvalRequired"
                    """, """
                    category text, tier text, "bodyTypes" text[], "priceMax_fen" bigint, "displacementMax_l" double precision,
                    "newEnergySedanPriceMax_fen" bigint, condition text, "approvalRequired" boolean""");
            case NEV_SHARE -> insert(kind, """
                    code, account, counts, threshold, energy_types, hybrid_counts, kinds, use_classes, exemption_reasons,
                    min_additions""", """
                    r.code, r.account, r.counts, r.threshold, r."energyTypes", r."hybridCounts", r.kinds, r."useClasses",
                    r."exemptionReasons", r."minAdditions"
                    """, """
                    code text, account text, counts text, threshold numeric, "energyTypes" text[], "hybridCounts" boolean,
                    kinds text[], "useClasses" text[], "exemptionReasons" text[], "minAdditions" integer""");
            case RENEWAL -> insert(kind, "category, min_years, min_km, logic, approval_lifts", """
                    r.category, r."minYears", r.min_km, r.logic, r."approvalLifts"
                    """, """
                    category text, "minYears" integer, min_km integer, logic text, "approvalLifts" boolean""");
            case QUOTA_FORMULA -> insert(kind, "code, categories, staff_up_to, numbers, maximum, binding", """
                    r.code, r.categories, r."staffUpTo", r.numbers, r.maximum, r.binding""", """
                    code text, categories text[], "staffUpTo" integer[], numbers integer[], maximum integer, binding boolean""");
            case CLAUSE -> insert(kind, "rule", "r.rule", "rule text");
        };
    }

    private static String insert(RuleKind kind, String columns, String values, String fields) {
        return """
                insert into %s (%s, id, jurisdiction, clause, article_verified, relaxable, document_number,
                                effective_from, effective_to, recorded_by)
                select %s, h.id, h.jurisdiction, h.clause, h."articleVerified", h.relaxable, h."documentNumber",
                       h."effectiveFrom", h."effectiveTo", ?2
                from jsonb_to_record(cast(cast(?1 as text) as jsonb)) as r (%s),
                     jsonb_to_record(cast(cast(?1 as text) as jsonb) -> 'head') as h (
                         id bigint, jurisdiction text, clause text, "articleVerified" boolean, relaxable boolean,
                         "documentNumber" text, "effectiveFrom" date, "effectiveTo" date)""".formatted(table(kind), columns, values, fields);
    }

    private Recorded recorded(Object[] row) {
        return new Recorded(RuleBooks.read(json, (String) row[0], (String) row[1]), (String) row[2]);
    }

    private String write(Rule rule) {
        try {
            return json.writeValueAsString(rule);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a rule cannot be written as JSON: " + rule, impossible);
        }
    }
}

package org.motorpool.dispatch.compliance.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.compliance.EquipmentLimit;
import org.motorpool.dispatch.compliance.NevRule;
import org.motorpool.dispatch.compliance.RuleBook;
import org.motorpool.dispatch.compliance.VehicleCategory;

/** The rule tables; a row of the province replaces the national row of the same key. */
@ApplicationScoped
public class RuleBooks {

    private static final int RULE_LIMIT = 10_000;

    /** National rows first, so that the province's come later and win. */
    private static final String IN_FORCE = """
            where jurisdiction in ('100000', ?1) and effective_from <= ?2
              and (effective_to is null or effective_to > ?2)
            order by jurisdiction, 2, 3""";

    private static final String CATEGORIES =
            "select jurisdiction, code, name, national_class from vehicle_category " + IN_FORCE;

    private static final String LIMITS = """
            select jurisdiction, category, tier, array_to_string(body_types, ','), price_max_fen, displacement_max_l,
                   new_energy_sedan_price_max_fen, condition, approval_required, clause
            from equipment_limit\s""" + IN_FORCE;

    private static final String CLAUSES =
            "select jurisdiction, rule, clause, article_verified from rule_clause " + IN_FORCE;

    private static final String NEV_RULES = """
            select jurisdiction, threshold,
                   array_to_string(energy_types || case when hybrid_counts then array ['HEV'] else array []::text[] end, ','),
                   array_to_string(kinds, ','), clause
            from nev_rule\s""" + IN_FORCE;

    /** Everything in force in the province on the day. */
    public Uni<RuleBook> load(Mutiny.Session session, String provinceCode, LocalDate day) {
        return listCategories(session, provinceCode, day).chain(categories -> listLimits(session, provinceCode, day)
                .chain(limits -> clauses(session, provinceCode, day)
                        .chain(clauses -> findNevRule(session, provinceCode, day)
                                .map(nev -> new RuleBook(categories, limits, clauses, nev.orElse(null))))));
    }

    public Uni<List<VehicleCategory>> listCategories(Mutiny.Session session, String provinceCode, LocalDate day) {
        return rows(session, CATEGORIES, provinceCode, day).map(rows -> lastOf(rows, row -> row[1]).stream()
                .map(row -> new VehicleCategory(text(row[0]), text(row[1]), text(row[2]), text(row[3])))
                .toList());
    }

    public Uni<Optional<NevRule>> findNevRule(Mutiny.Session session, String provinceCode, LocalDate day) {
        return rows(session, NEV_RULES, provinceCode, day)
                .map(rows -> rows.isEmpty() ? Optional.empty() : Optional.of(nevRule(rows.getLast())));
    }

    private Uni<List<EquipmentLimit>> listLimits(Mutiny.Session session, String provinceCode, LocalDate day) {
        return rows(session, LIMITS, provinceCode, day)
                .map(rows -> lastOf(rows, row -> List.of(row[1], row[2])).stream()
                        .map(RuleBooks::limit)
                        .toList());
    }

    private Uni<Map<String, String>> clauses(Mutiny.Session session, String provinceCode, LocalDate day) {
        return rows(session, CLAUSES, provinceCode, day).map(rows -> {
            Map<String, String> clauses = new LinkedHashMap<>();
            rows.forEach(row -> clauses.put(text(row[1]), text(row[2])));
            return clauses;
        });
    }

    private static Uni<List<Object[]>> rows(Mutiny.Session session, String sql, String provinceCode, LocalDate day) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter(1, provinceCode)
                .setParameter(2, day)
                .setMaxResults(RULE_LIMIT)
                .getResultList();
    }

    private static List<Object[]> lastOf(List<Object[]> rows, Function<Object[], Object> key) {
        Map<Object, Object[]> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(key.apply(row), row));
        return new ArrayList<>(last.values());
    }

    private static EquipmentLimit limit(Object[] row) {
        return new EquipmentLimit(
                text(row[1]),
                text(row[2]),
                set(row[3]),
                fen(row[4]),
                row[5] == null ? null : ((Number) row[5]).doubleValue(),
                fen(row[6]),
                text(row[7]),
                (Boolean) row[8],
                text(row[9]));
    }

    private static NevRule nevRule(Object[] row) {
        return new NevRule((BigDecimal) row[1], set(row[2]), set(row[3]), text(row[4]));
    }

    private static @Nullable Long fen(@Nullable Object column) {
        return column == null ? null : ((Number) column).longValue();
    }

    private static Set<String> set(Object column) {
        return Set.of(text(column).split(","));
    }

    private static String text(Object column) {
        return (String) column;
    }
}

package org.motorpool.dispatch.reporting.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.reporting.Amounts;
import org.motorpool.dispatch.reporting.Measure;
import org.motorpool.dispatch.reporting.Period;
import org.motorpool.dispatch.reporting.Source;
import org.motorpool.dispatch.reporting.Split;

/**
 * The sums of a unit and of each unit directly below it, with everything below that: one pass over each source, however many units
 * there are.
 */
@Singleton
public class Figures {

    private static final int ROW_LIMIT = 500_000;

    /** The unit's own rows count under its path, all others under the path of the unit directly below it. */
    private static final String BRANCH = """
            case when unit_path = cast(?3 as text) then cast(?3 as text)
                 else cast(?3 as text) || split_part(substr(unit_path, length(cast(?3 as text)) + 1), '/', 1) || '/' end""";

    /** For this transaction: joins of a national register in memory instead of in files, and no machine code for each query. */
    private static final String SETTINGS =
            "select set_config('work_mem', '64MB', true) || set_config('jit', 'off', true)";

    /** Sums by path. */
    public Uni<Map<String, Amounts>> byBranch(Mutiny.Session session, String unitPath, Period period) {
        return session.createNativeQuery(SETTINGS, String.class)
                .getSingleResult()
                .chain(() -> sums(session, unitPath, period));
    }

    private static Uni<Map<String, Amounts>> sums(Mutiny.Session session, String unitPath, Period period) {
        Map<String, Map<Measure, Map<Split, BigDecimal>>> sums = new TreeMap<>();
        return Multi.createFrom()
                .items(Source.values())
                .onItem()
                .transformToUniAndConcatenate(source -> read(session, source, new Subtree(unitPath), period)
                        .invoke(rows -> rows.forEach(row -> add(sums, source, row))))
                .collect()
                .last()
                .map(_ -> sums.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                branch -> Amounts.of(branch.getValue()),
                                Amounts::plus,
                                TreeMap::new)));
    }

    private static Uni<List<Object[]>> read(Mutiny.Session session, Source source, Subtree subtree, Period period) {
        return session.createNativeQuery(sql(source), Object[].class)
                .setParameter(1, period.from())
                .setParameter(2, period.to())
                .setParameter(3, subtree.path())
                .setParameter(4, subtree.end())
                .setMaxResults(ROW_LIMIT)
                .getResultList();
    }

    /** First by all keys together, which PostgreSQL does in parallel, then by each of them. */
    static String sql(Source source) {
        List<String> keys = source.keys();
        List<Measure> measures = Measure.of(source);
        String columns = String.join(", ", keys);
        return """
                select branch, %s as split_by, coalesce(%s) as key, %s
                from (select %s as branch, %s, %s
                      from %s
                      where unit_path ~>=~ cast(?3 as text) and unit_path ~<~ cast(?4 as text)
                      group by 1, %s) cube
                group by grouping sets ((branch), %s)""".formatted(
                        splitBy(keys),
                        keys.stream()
                                .map("case when grouping(%1$s) = 0 then coalesce(%1$s, '') end"::formatted)
                                .collect(Collectors.joining(", ")),
                        measures.stream().map("sum(%1$s) as %1$s"::formatted).collect(Collectors.joining(", ")),
                        BRANCH,
                        columns,
                        measures.stream().map(Figures::sum).collect(Collectors.joining(", ")),
                        source.function(),
                        columns,
                        keys.stream().map("(branch, %s)"::formatted).collect(Collectors.joining(", ")));
    }

    private static String splitBy(List<String> keys) {
        return keys.stream()
                .map("when grouping(%1$s) = 0 then '%1$s'"::formatted)
                .collect(Collectors.joining(" ", "case ", " else '' end"));
    }

    private static String sum(Measure measure) {
        return "sum(cast(%s as numeric)) filter (where %s) as %s"
                .formatted(measure.amount(), measure.condition(), measure.name());
    }

    private static void add(Map<String, Map<Measure, Map<Split, BigDecimal>>> sums, Source source, Object[] row) {
        Map<Measure, Map<Split, BigDecimal>> branch =
                sums.computeIfAbsent((String) row[0], _ -> new EnumMap<>(Measure.class));
        Split split = row[1].equals("") ? Split.ALL : new Split((String) row[1], (String) row[2]);
        List<Measure> measures = new ArrayList<>(Measure.of(source));
        for (int n = 0; n < measures.size(); n++) {
            if (row[n + 3] != null) {
                branch.computeIfAbsent(measures.get(n), _ -> new HashMap<>()).put(split, (BigDecimal) row[n + 3]);
            }
        }
    }
}

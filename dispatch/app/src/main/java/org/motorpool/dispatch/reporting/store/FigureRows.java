package org.motorpool.dispatch.reporting.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.ReportApi.Row;
import org.motorpool.dispatch.reporting.RowQuery;
import org.motorpool.dispatch.reporting.Source;

/** The rows a figure is the sum of, by id. */
@Singleton
public class FigureRows {

    /** Of all rows. */
    public record Totals(BigDecimal sum, long count, long confidential) {}

    public Uni<Totals> totals(Mutiny.Session session, RowQuery query) {
        return bind(session.createNativeQuery(RowSql.totals(query), Object[].class), query)
                .getSingleResult()
                .map(row -> new Totals((BigDecimal) row[0], (Long) row[1], (Long) row[2]));
    }

    public Uni<List<Row>> list(Mutiny.Session session, RowQuery query, UUID after, int limit) {
        return bind(session.createNativeQuery(RowSql.page(query), Object[].class), query)
                .setParameter(6, after)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> row(query.measure().source(), row))
                        .toList());
    }

    private static Mutiny.SelectionQuery<Object[]> bind(Mutiny.SelectionQuery<Object[]> select, RowQuery query) {
        Subtree subtree = new Subtree(query.unitPath());
        return select.setParameter(1, query.period().from())
                .setParameter(2, query.period().to())
                .setParameter(3, subtree.path())
                .setParameter(4, subtree.end())
                .setParameter(5, query.split().key());
    }

    private static Row row(Source source, Object[] row) {
        Map<String, String> by = new HashMap<>();
        for (int n = 0; n < source.keys().size(); n++) {
            if (row[RowSql.FIXED + n] != null) {
                by.put(source.keys().get(n), (String) row[RowSql.FIXED + n]);
            }
        }
        return new Row(
                (UUID) row[0],
                source.word(),
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (UUID) row[4],
                (String) row[5],
                (LocalDate) row[6],
                (BigDecimal) row[7],
                by);
    }
}

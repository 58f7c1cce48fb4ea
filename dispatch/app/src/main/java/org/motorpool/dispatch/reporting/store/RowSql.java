package org.motorpool.dispatch.reporting.store;

import java.util.stream.Collectors;
import org.motorpool.dispatch.reporting.RowQuery;
import org.motorpool.dispatch.reporting.Split;

/**
 * SQL of the rows of a figure, the same that the figure is summed from. Parameters: 1 and 2 the period, 3 and 4 the range of paths,
 * 5 the key, then what the query adds. Rows of confidential vehicles are counted and never listed.
 */
final class RowSql {

    /** Columns before the keys. */
    static final int FIXED = 8;

    private RowSql() {}

    static String totals(RowQuery query) {
        return """
                select coalesce(sum(cast(%s as numeric)), 0) as total, count(*) as counted, count(*) filter (where confidential) as hidden
                from %s""".formatted(query.measure().amount(), rows(query));
    }

    /** Parameter 6 is the id before the first. */
    static String page(RowQuery query) {
        return select(query) + " and s.id > cast(?6 as uuid) order by s.id";
    }

    /** Every row, in no order. */
    static String all(RowQuery query) {
        return select(query);
    }

    private static String select(RowQuery query) {
        return """
                select s.id, s.unit_id, u.code, u.name, s.vehicle_id, s.label, s.day, s.amount%s
                from (select *, cast(%s as numeric) as amount from %s) s
                         left join unit u on u.id = s.unit_id
                where not s.confidential""".formatted(
                query.measure().source().keys().stream().map(", s."::concat).collect(Collectors.joining()),
                query.measure().amount(),
                rows(query));
    }

    private static String rows(RowQuery query) {
        return """
                %s
                where unit_path ~>=~ cast(?3 as text) and unit_path ~<~ cast(?4 as text) and %s and %s""".formatted(
                        query.measure().source().function(), query.measure().condition(), key(query));
    }

    private static String key(RowQuery query) {
        return query.split().equals(Split.ALL)
                ? "cast(?5 as text) = ''"
                : "coalesce(%s, '') = cast(?5 as text)".formatted(query.split().by());
    }
}

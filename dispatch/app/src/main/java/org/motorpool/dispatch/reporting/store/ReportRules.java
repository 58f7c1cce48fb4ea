package org.motorpool.dispatch.reporting.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.reporting.ReportField;

/** The fields of a report in force; a province's row replaces the national one of the same code. */
@Singleton
public class ReportRules {

    private static final int FIELD_LIMIT = 100;

    private static final String FIELDS = """
            select distinct on (code) code, name, name_en, unit, definition, formula, array_to_string(split_by, ',')
            from report_field
            where jurisdiction in ('100000', ?1) and effective_from <= ?2 and (effective_to is null or effective_to > ?2)
            order by code, jurisdiction = '100000'""";

    public Uni<List<ReportField>> fields(Mutiny.Session session, String provinceCode, LocalDate day) {
        return session.createNativeQuery(FIELDS, Object[].class)
                .setParameter(1, provinceCode)
                .setParameter(2, day)
                .setMaxResults(FIELD_LIMIT)
                .getResultList()
                .map(rows -> rows.stream().map(ReportRules::field).toList());
    }

    private static ReportField field(Object[] row) {
        String splitBy = (String) row[6];
        return new ReportField(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                splitBy.isEmpty() ? List.of() : List.of(splitBy.split(",", -1)));
    }
}

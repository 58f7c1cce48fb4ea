package org.motorpool.dispatch.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.organisation.Unit;

/**
 * Which figure somebody wants to open, as it was asked.
 *
 * @param measure one of the sums of the field, the first without it
 * @param by with {@code key}, only the rows of this part
 */
public record RowQuestion(
        String code,
        @Nullable String measure,
        @Nullable UUID unitId,
        @Nullable String year,
        @Nullable String by,
        @Nullable String key) {

    /** The question in our words, still without the unit. */
    record Checked(String code, Measure measure, Period period, Split split) {
        RowQuery at(Unit unit) {
            return new RowQuery(code, measure, unit.path(), period, split);
        }
    }

    Checked check(LocalDate today) {
        Measure checked = measure(Formulas.of(code).measures());
        return new Checked(code, checked, Period.of(year, today), split(checked));
    }

    private Measure measure(List<Measure> measures) {
        if (measures.isEmpty()) {
            throw ReportService.unknownField(code);
        }
        return measure == null || measure.isEmpty()
                ? measures.getFirst()
                : measures.stream()
                        .filter(each -> each.name().equals(measure))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid(
                                        "measure",
                                        "measure 应为 %s，收到“%s”".formatted(measures, measure),
                                        "measure must be one of %s, got \"%s\"".formatted(measures, measure))
                                .asException());
    }

    private Split split(Measure checked) {
        if (by == null || by.isEmpty()) {
            return Split.ALL;
        }
        List<String> keys = checked.source().keys();
        if (!keys.contains(by)) {
            throw Problem.invalid(
                            "by",
                            "by 应为 %s，收到“%s”".formatted(keys, by),
                            "by must be one of %s, got \"%s\"".formatted(keys, by))
                    .asException();
        }
        return new Split(by, key == null ? "" : key);
    }
}

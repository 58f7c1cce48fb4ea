package org.motorpool.dispatch.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** {@code /api/v1/reports/…} and {@code /api/v1/dashboards/…}: annual report 年度统计报告 and the picture of a province. */
public final class ReportApi {
    private ReportApi() {}

    /**
     * The annual report of a unit and all units below it. A figure that the platform has no data for is null, with a note, never 0.
     *
     * @param asOf the last day that counts: 31 December, today in the running year
     * @param status OPEN (figures of the moment) or SUBMITTED (frozen)
     * @param version of the submission, 0 while open
     * @param branches the unit's own figures and those of each unit directly below; they add up to the unit's
     */
    public record AnnualReport(
            int year,
            LocalDate asOf,
            UUID unitId,
            String unitCode,
            String unitName,
            String level,
            String status,
            int version,
            Instant submittedAt,
            String submittedBy,
            List<Field> fields,
            List<Branch> branches) {
        public AnnualReport {
            fields = List.copyOf(fields);
            branches = List.copyOf(branches);
        }
    }

    /**
     * One field, A01 to A48.
     *
     * @param unit of the value: 辆, 元, km, % …
     * @param value in this unit
     * @param previous the value of the year before
     * @param change of the value against the year before, percent
     * @param note why there is no value, or how to read it
     * @param measures the sums it is made of; each opens to its rows
     */
    public record Field(
            String code,
            String name,
            String nameEn,
            String unit,
            String definition,
            String formula,
            BigDecimal value,
            BigDecimal previous,
            BigDecimal change,
            String note,
            String noteEn,
            List<Measure> measures,
            List<Split> splits) {
        public Field {
            measures = List.copyOf(measures);
            splits = List.copyOf(splits);
        }
    }

    /** A sum over rows: {@code GET reports/annual/{code}/rows?measure=} lists them. */
    public record Measure(String measure, BigDecimal total) {}

    /** The part of a figure that has this key, e.g. by category, QT. */
    public record Split(String by, String key, BigDecimal value, BigDecimal previous) {}

    /**
     * The part of one unit directly below, with all units below it, or of the unit alone.
     *
     * @param own whether these are the unit's own figures
     * @param status OPEN or SUBMITTED
     * @param values by field code; what is unknown is left out
     */
    public record Branch(
            UUID unitId, String unitCode, String unitName, boolean own, String status, Map<String, BigDecimal> values) {
        public Branch {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }

    /**
     * A page of the rows that a figure is the sum of; the totals are on the first page.
     *
     * @param total of all rows, the figure
     * @param count of all rows
     * @param confidential how many of them belong to confidential vehicles; they are counted and not shown
     */
    public record Rows(
            String code,
            String measure,
            BigDecimal total,
            Long count,
            Long confidential,
            List<Row> items,
            String next) {
        public Rows {
            items = List.copyOf(items);
        }
    }

    /**
     * One record that counts.
     *
     * @param source what kind of record: vehicle, quota, expense, trip …
     * @param label plate, document number, order number …
     * @param amount what it adds to the sum, in the unit of the measure: fen, metres, or 1
     * @param by the keys under which it counts
     */
    public record Row(
            UUID id,
            String source,
            UUID unitId,
            String unitCode,
            String unitName,
            UUID vehicleId,
            String label,
            LocalDate day,
            BigDecimal amount,
            Map<String, String> by) {
        public Row {
            by = Collections.unmodifiableMap(new TreeMap<>(by));
        }
    }

    /**
     * What a dry run finds before submission.
     *
     * @param submittable no finding is an ERROR
     * @param total findings there are; items holds the first 1000
     */
    public record CheckResult(int year, UUID unitId, boolean submittable, long total, List<CheckItem> items) {
        public CheckResult {
            items = List.copyOf(items);
        }
    }

    /**
     * What is missing or contradictory in one unit.
     *
     * @param severity ERROR forbids submitting, WARNING does not
     * @param count of the records concerned
     */
    public record CheckItem(
            String check,
            String severity,
            UUID unitId,
            String unitCode,
            String unitName,
            long count,
            String message,
            String messageEn) {}

    /** Body of {@code POST reports/annual/{year}/check} and {@code …/submit}; without a unit, the caller's own. */
    public record ReportedUnit(UUID unitId) {}

    /** Body of {@code POST reports/annual/{year}/reopen}, by the level above. */
    public record Reopening(UUID unitId, String reason) {}

    /** Where the reports of a year stand. */
    public record Submission(
            UUID unitId,
            String unitCode,
            String unitName,
            String level,
            String status,
            int version,
            Instant submittedAt,
            String submittedBy) {}

    /**
     * The picture of a province, as far as it is in scope.
     *
     * @param additions put on file this year
     * @param newEnergyShare of the additions, 0 to 1; null without additions
     * @param openFindings by severity
     * @param expenses_fen this year's, by kind
     */
    public record Dashboard(
            String regionCode,
            String regionName,
            LocalDate day,
            long units,
            long vehicles,
            long confidential,
            Map<String, Long> byCategory,
            Map<String, Long> byEnergy,
            Map<String, Long> byState,
            long quota,
            long overQuota,
            long vacantQuota,
            long additions,
            long additionsNewEnergy,
            Double newEnergyShare,
            Map<String, Long> openFindings,
            Map<String, Long> expenses_fen) {
        public Dashboard {
            byCategory = sorted(byCategory);
            byEnergy = sorted(byEnergy);
            byState = sorted(byState);
            openFindings = sorted(openFindings);
            expenses_fen = sorted(expenses_fen);
        }

        private static Map<String, Long> sorted(Map<String, Long> counts) {
            return Collections.unmodifiableMap(new TreeMap<>(counts));
        }
    }
}

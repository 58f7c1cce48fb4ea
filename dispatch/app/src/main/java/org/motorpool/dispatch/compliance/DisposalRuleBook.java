package org.motorpool.dispatch.compliance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The rules of disposal with their dates and jurisdictions. A disposal follows those of the day it was applied for. */
public record DisposalRuleBook(List<Dated> rows) {

    private static final String NATIONAL = "100000";

    /**
     * A rule with its validity.
     *
     * @param to the first day it is no longer in force
     */
    public record Dated(String jurisdiction, LocalDate from, LocalDate to, DisposalRule rule) {
        boolean holds(String province, String method, LocalDate day) {
            return rule.method().equals(method)
                    && (jurisdiction.equals(NATIONAL) || jurisdiction.equals(province))
                    && !day.isBefore(from)
                    && day.isBefore(to);
        }
    }

    public DisposalRuleBook {
        rows = List.copyOf(rows);
    }

    /** The rule of the method in the province on the day; the province's own comes before the national one. */
    public DisposalRule get(String method, String province, LocalDate day) {
        return rows.stream()
                .filter(row -> row.holds(province, method, day))
                .min(Comparator.comparing(row -> row.jurisdiction().equals(NATIONAL)))
                .map(Dated::rule)
                .orElseThrow(() -> new IllegalStateException(
                        "no rule for %s in %s on %s; see table disposal_rule".formatted(method, province, day)));
    }
}

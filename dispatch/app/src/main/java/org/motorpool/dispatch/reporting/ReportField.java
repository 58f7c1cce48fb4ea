package org.motorpool.dispatch.reporting;

import java.util.List;

/**
 * A field as the rules in force describe it.
 *
 * @param unit of the value, e.g. 辆
 * @param splitBy the keys it is split by, where its rows have them
 */
public record ReportField(
        String code, String name, String nameEn, String unit, String definition, String formula, List<String> splitBy) {
    public ReportField {
        splitBy = List.copyOf(splitBy);
    }
}

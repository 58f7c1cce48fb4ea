package org.motorpool.dispatch.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.compliance.IndicatorFile;
import org.motorpool.dispatch.contract.ComplianceApi.NewAcquisition;
import org.motorpool.dispatch.organisation.Unit;

/**
 * Four acquisitions for the rules to decide, each with its indicator: accepted, over the quota, over the price limit, under the
 * NEV share.
 */
final class DemoAcquisitions {

    private static final String NUMBER = "ZB-";
    private static final Set<String> PETROL = Set.of("ICE", "HEV");

    private DemoAcquisitions() {}

    /** One indicator for each of the four, as it would be issued from a plan. */
    static List<IndicatorFile> indicators(List<Unit> units, LocalDate today, Instant now) {
        Map<String, Unit> byCode = units.stream().collect(Collectors.toMap(Unit::code, unit -> unit));
        return DemoTables.read(
                "acquisitions", row -> indicator(Objects.requireNonNull(byCode.get(row[0])), row, today, now));
    }

    /** Those whose indicator is open; whether they were decided before is not looked at. */
    static List<NewAcquisition> wanted(List<Unit> units, List<IndicatorFile> indicators) {
        Map<String, UUID> byCode = units.stream().collect(Collectors.toMap(Unit::code, Unit::id));
        Map<String, UUID> byNumber =
                indicators.stream().collect(Collectors.toMap(IndicatorFile::number, IndicatorFile::id));
        return DemoTables.read("acquisitions", row -> acquisition(byCode, byNumber, row)).stream()
                .filter(wanted -> wanted.indicatorId() != null)
                .toList();
    }

    private static IndicatorFile indicator(Unit unit, String[] row, LocalDate today, Instant now) {
        boolean confidential = row[4].equals("JYTX");
        IndicatorFile.Terms terms = new IndicatorFile.Terms(
                row[4],
                "BASE",
                "NEW",
                !PETROL.contains(row[6]),
                confidential ? "CONFIDENTIAL_COMMUNICATION" : "GENERAL",
                Long.parseLong(row[10]) * 100,
                null,
                null);
        return new IndicatorFile(
                Ids.next(),
                NUMBER + row[1],
                null,
                unit.id(),
                unit.path(),
                unit.name(),
                unit.regionCode(),
                today.getYear(),
                terms,
                "ISSUED",
                LocalDate.of(today.getYear(), 12, 31),
                "system",
                now,
                null,
                null,
                null);
    }

    private static NewAcquisition acquisition(Map<String, UUID> units, Map<String, UUID> indicators, String[] row) {
        return new NewAcquisition(
                units.get(row[0]),
                "NEW",
                row[1],
                row[2],
                row[3],
                row[4],
                "BASE",
                row[5],
                row[6],
                row[7],
                row[8],
                Integer.valueOf(row[9]),
                Long.parseLong(row[10]) * 100,
                Double.valueOf(row[11]),
                true,
                null,
                null,
                indicators.get(NUMBER + row[1]),
                null,
                null,
                null);
    }
}

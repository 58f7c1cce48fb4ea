package org.motorpool.dispatch.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.motorpool.dispatch.contract.ComplianceApi.Acquisition;
import org.motorpool.dispatch.contract.ComplianceApi.NewAcquisition;
import org.motorpool.dispatch.organisation.Unit;

/** Four acquisitions for the rules to decide: accepted, over the quota, over the price limit, under the NEV share. */
final class DemoAcquisitions {

    private DemoAcquisitions() {}

    /** Those whose plate no decision names yet. */
    static List<NewAcquisition> undecided(List<Unit> units, List<Acquisition> decided) {
        Set<String> plates = decided.stream().map(Acquisition::plate).collect(Collectors.toSet());
        Map<String, UUID> byCode = units.stream().collect(Collectors.toMap(Unit::code, Unit::id));
        return DemoTables.read("acquisitions", row -> acquisition(byCode, row)).stream()
                .filter(wanted -> !plates.contains(wanted.plate()))
                .toList();
    }

    private static NewAcquisition acquisition(Map<String, UUID> units, String[] row) {
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
                null);
    }
}

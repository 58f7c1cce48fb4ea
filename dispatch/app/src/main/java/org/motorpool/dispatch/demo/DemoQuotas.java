package org.motorpool.dispatch.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.compliance.QuotaFile;
import org.motorpool.dispatch.registry.UnitCategory;
import org.motorpool.dispatch.registry.VehicleFile;

/** Quotas the fleet fits in: full in the departments, one to spare in the fleet offices. */
final class DemoQuotas {

    private static final LocalDate SINCE = LocalDate.of(2018, 1, 1);

    /** Decided by finance and filed with the fleet authority (办法第六条). */
    private static final Set<String> BY_FINANCE = Set.of("ZFZQ", "TZZY");

    private DemoQuotas() {}

    static List<QuotaFile> of(List<VehicleFile> vehicles) {
        Map<UnitCategory, Integer> inUse = new LinkedHashMap<>();
        Map<UnitCategory, VehicleFile> samples = new LinkedHashMap<>();
        for (VehicleFile vehicle : vehicles) {
            UnitCategory key = new UnitCategory(vehicle.unitId(), vehicle.category());
            inUse.merge(key, 1, Integer::sum);
            samples.put(key, vehicle);
        }
        return samples.entrySet().stream()
                .map(entry -> quota(entry.getValue(), inUse.getOrDefault(entry.getKey(), 0)))
                .toList();
    }

    private static QuotaFile quota(VehicleFile sample, int inUse) {
        boolean finance = BY_FINANCE.contains(sample.category());
        boolean office = sample.unitPath().endsWith("/" + sample.regionCode() + "/");
        return new QuotaFile(
                Ids.next(),
                sample.unitId(),
                sample.unitPath(),
                sample.unitName(),
                sample.regionCode(),
                sample.category(),
                inUse + (office ? 1 : 0),
                "%s车编〔2018〕%s号".formatted(finance ? "财" : "机管", sample.regionCode()),
                finance ? "同级财政部门" : "同级公务用车主管部门",
                finance ? "FILED" : "APPROVED",
                finance ? "机管备〔2018〕%s号".formatted(sample.regionCode()) : null,
                SINCE,
                null);
    }
}

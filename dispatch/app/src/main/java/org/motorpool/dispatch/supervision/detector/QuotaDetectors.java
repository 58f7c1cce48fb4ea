package org.motorpool.dispatch.supervision.detector;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.motorpool.dispatch.supervision.DetectorRule;
import org.motorpool.dispatch.supervision.detector.UnitFacts.Occupancy;

/** Quota 编制: V01. */
final class QuotaDetectors {

    private QuotaDetectors() {}

    /** V01: more vehicles of a category than the quota and what the rule tolerates; an episode lasts from the excess on. */
    static Stream<Lead> overQuota(UnitFacts unit, Judge.Terms terms) {
        double tolerated = terms.rule().threshold("excess");
        return unit.occupancies().stream()
                .filter(occupancy -> occupancy.inUse() - occupancy.quota() > tolerated)
                .map(occupancy -> overQuota(unit, terms, occupancy));
    }

    private static Lead overQuota(UnitFacts unit, Judge.Terms terms, Occupancy occupancy) {
        LocalDate recorded = occupancy.exceededSince();
        LocalDate since = recorded == null ? terms.day().date() : recorded;
        Text text = new Text(
                "“%s”的%s编制 %d 辆，现有 %d 辆，超编 %d 辆"
                        .formatted(
                                unit.name(),
                                occupancy.categoryName(),
                                occupancy.quota(),
                                occupancy.inUse(),
                                occupancy.inUse() - occupancy.quota()),
                "\"%s\" has a quota of %d vehicles of category %s and uses %d"
                        .formatted(unit.name(), occupancy.quota(), occupancy.category(), occupancy.inUse()));
        Map<String, Object> evidence =
                Map.of("category", occupancy.category(), "quota", occupancy.quota(), "inUse", occupancy.inUse());
        return ofUnit(unit, terms, occupancy.category() + ":" + since, since, text, evidence);
    }

    static Lead ofUnit(
            UnitFacts unit, Judge.Terms terms, String key, LocalDate since, Text text, Map<String, Object> evidence) {
        DetectorRule rule = terms.rule();
        return new Lead(
                rule,
                unit.code() + ":" + key,
                unit.id(),
                unit.path(),
                null,
                rule.severity(),
                Wording.start(since),
                terms.day().to(),
                false,
                text,
                evidence);
    }
}

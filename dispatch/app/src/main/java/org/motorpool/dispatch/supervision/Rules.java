package org.motorpool.dispatch.supervision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.organisation.RegionCode;

/** Rule rows in force on a day: that of a province, or the national one. */
record Rules(Map<String, DetectorRule> byDetectorAndJurisdiction) {

    Rules {
        byDetectorAndJurisdiction = Map.copyOf(byDetectorAndJurisdiction);
    }

    static Rules of(List<DetectorRule> rows) {
        return new Rules(rows.stream().collect(Collectors.toMap(DetectorService::key, Function.identity())));
    }

    /** The rule of a detector in a region, if it is enabled there. */
    Optional<DetectorRule> find(String detector, String regionCode) {
        return Optional.ofNullable(row(detector, RegionCode.province(regionCode)))
                .or(() -> Optional.ofNullable(row(detector, DetectorRule.NATION)))
                .filter(DetectorRule::enabled);
    }

    private @Nullable DetectorRule row(String detector, String jurisdiction) {
        return byDetectorAndJurisdiction.get(detector + jurisdiction);
    }
}

package org.motorpool.dispatch.supervision;

import java.util.ArrayList;
import java.util.List;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.supervision.detector.Detector;

/** A province may be stricter than the nation, never milder. */
final class StricterRule {

    private StricterRule() {}

    /** In what the provincial row is milder; empty when it may stand. */
    static List<Violation> check(Detector detector, DetectorRule province, DetectorRule nation) {
        List<String> milder = new ArrayList<>(detector.thresholds().stream()
                .filter(threshold ->
                        !threshold.isAsStrict(province.threshold(threshold.name()), nation.threshold(threshold.name())))
                .map(threshold -> "%s=%s（全国 %s）"
                        .formatted(
                                threshold.name(),
                                province.threshold(threshold.name()),
                                nation.threshold(threshold.name())))
                .toList());
        if (nation.enabled() && !province.enabled()) {
            milder.add("enabled=false");
        }
        if (province.severity().compareTo(nation.severity()) < 0) {
            milder.add("severity=%s（全国 %s）".formatted(province.severity(), nation.severity()));
        }
        if (province.deadlineDays() > nation.deadlineDays()) {
            milder.add("deadlineDays=%d（全国 %d）".formatted(province.deadlineDays(), nation.deadlineDays()));
        }
        return milder.stream()
                .map(figure -> new Violation(
                        "milder-than-national",
                        nation.clause(),
                        "下级规定只能更严：%s".formatted(figure),
                        "a province may only be stricter than the nation: " + figure))
                .toList();
    }
}

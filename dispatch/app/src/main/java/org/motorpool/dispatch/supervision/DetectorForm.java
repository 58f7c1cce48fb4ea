package org.motorpool.dispatch.supervision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.SupervisionApi.NewDetectorRule;
import org.motorpool.dispatch.supervision.detector.Detector;
import org.motorpool.dispatch.supervision.detector.Detectors;
import org.motorpool.dispatch.supervision.detector.Threshold;

/** Reads a rule row from outside: every field is checked in itself, the first bad one is a problem that names it. */
final class DetectorForm {

    private DetectorForm() {}

    static DetectorRule read(@Nullable NewDetectorRule form, LocalDate today) {
        if (form == null || form.detector() == null) {
            throw Problem.missing("detector").asException();
        }
        Detector detector = Detectors.find(form.detector())
                .orElseThrow(() -> bad(
                        "detector",
                        "没有预警规则“%s”".formatted(form.detector()),
                        "there is no detector \"%s\"".formatted(form.detector())));
        LocalDate from = effectiveFrom(form.effectiveFrom(), today);
        return new DetectorRule(
                detector.code(),
                jurisdiction(form.jurisdiction()),
                thresholds(detector, form.thresholds()),
                severity(form.severity()),
                deadline(form.deadlineDays()),
                required("enabled", form.enabled()),
                clause(form.clause()),
                false,
                "D",
                from,
                effectiveTo(form.effectiveTo(), from));
    }

    /** A rule never changes what was judged already. */
    private static LocalDate effectiveFrom(@Nullable LocalDate from, LocalDate today) {
        if (!required("effectiveFrom", from).isAfter(today)) {
            throw bad("effectiveFrom", "生效日期应晚于今天 %s".formatted(today), "must be after today, %s".formatted(today));
        }
        return required("effectiveFrom", from);
    }

    private static @Nullable LocalDate effectiveTo(@Nullable LocalDate to, LocalDate from) {
        if (to != null && !to.isAfter(from)) {
            throw bad(
                    "effectiveTo", "失效日期应晚于生效日期 %s".formatted(from), "must be after effectiveFrom, %s".formatted(from));
        }
        return to;
    }

    private static String jurisdiction(@Nullable String code) {
        if (code == null || !code.matches("[0-9]{2}0000")) {
            throw bad("jurisdiction", "应为 100000（全国）或省级区划代码", "must be 100000 or the code of a province");
        }
        return code;
    }

    private static Map<String, Double> thresholds(Detector detector, @Nullable Map<String, Double> given) {
        Set<String> names =
                detector.thresholds().stream().map(Threshold::name).collect(Collectors.toCollection(TreeSet::new));
        if (given == null || !given.keySet().equals(names)) {
            throw bad(
                    "thresholds",
                    "%s 的阈值应恰好为 %s".formatted(detector.code(), names),
                    "%s takes exactly the thresholds %s".formatted(detector.code(), names));
        }
        detector.thresholds().forEach(threshold -> requireWithin(threshold, given.get(threshold.name())));
        return given;
    }

    private static void requireWithin(Threshold threshold, @Nullable Double value) {
        if (value == null || !(value >= threshold.min() && value <= threshold.max())) {
            throw bad(
                    "thresholds." + threshold.name(),
                    "应在 %s 到 %s 之间，收到 %s".formatted(threshold.min(), threshold.max(), value),
                    "must be %s to %s, got %s".formatted(threshold.min(), threshold.max(), value));
        }
    }

    private static Severity severity(@Nullable String name) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().equals(name))
                .findFirst()
                .orElseThrow(() -> bad("severity", "应为 INFO、YELLOW 或 RED", "must be INFO, YELLOW or RED"));
    }

    private static int deadline(@Nullable Integer days) {
        if (days == null || days < 1 || days > 365) {
            throw bad("deadlineDays", "应在 1 到 365 之间", "must be 1 to 365");
        }
        return days;
    }

    private static String clause(@Nullable String clause) {
        String stripped = clause == null ? "" : clause.strip();
        if (stripped.length() < 4 || stripped.length() > 300) {
            throw bad("clause", "请写明依据，4 至 300 个字符", "says what it rests on, in 4 to 300 characters");
        }
        return stripped;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.missing(field).asException();
        }
        return value;
    }

    private static ProblemException bad(String field, String zh, String en) {
        return Problem.invalid(field, field + " " + zh, field + " " + en).asException();
    }
}

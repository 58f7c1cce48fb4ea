package org.motorpool.dispatch.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;

/** The content of a row as somebody entered it, read field by field; the first bad field is a problem that names it. */
final class RuleContent {

    private static final int MOST = 100;
    private static final int LONGEST = 60;
    private static final double FARTHEST_M = 200_000;
    private static final double FARTHEST_KM = 2_000;
    private static final int HOURS_A_DAY = 24;
    private static final int MOST_PAPER_H = 720;
    private static final int MOST_FEN = 1_000_000;

    private final String at;
    private final Map<?, ?> given;
    private final Map<String, Object> read = new LinkedHashMap<>();

    private RuleContent(String at, @Nullable Map<?, ?> given) {
        this.at = at;
        this.given = Objects.requireNonNullElse(given, Map.of());
    }

    /** What a row of the kind consists of, and nothing else. */
    static Map<String, Object> read(RequestRuleKind kind, @Nullable Map<String, Object> given) {
        RuleContent content = new RuleContent("content", given);
        return switch (kind) {
            case ALLOWANCE_AREA ->
                content.texts("categories").text("name").place().number("radius_m", 1, FARTHEST_M).read;
            case RAIL_CORRIDOR ->
                content.texts("categories")
                        .number("radius_m", 1, FARTHEST_M)
                        .number("min_km", 0, FARTHEST_KM)
                        .stations()
                        .read;
            case SEALED_PERIOD -> content.texts("categories").hours().read;
            case CATEGORY_PURPOSE -> content.texts("categories").texts("purposes").read;
            case PURPOSE_CLASS -> content.text("name").text("nameEn").read;
            case EMERGENCY -> content.whole("paper_hours", 1, MOST_PAPER_H).read;
            case ESTIMATE ->
                content.number("roadFactor", 1, 3)
                        .whole("cost_fen_per_km", 0, MOST_FEN)
                        .whole("cost_fen_per_h", 0, MOST_FEN)
                        .read;
        };
    }

    private RuleContent place() {
        return number("latitude", -90, 90).number("longitude", -180, 180);
    }

    private RuleContent hours() {
        double start_h = decimal("work_start_h", 0, HOURS_A_DAY);
        double end_h = decimal("work_end_h", 0, HOURS_A_DAY);
        if (end_h <= start_h) {
            throw Fields.bad(at + ".work_end_h", "应晚于 work_start_h", "must be after work_start_h");
        }
        read.put("work_start_h", start_h);
        read.put("work_end_h", end_h);
        return this;
    }

    private RuleContent stations() {
        List<?> stations = list("stations");
        read.put(
                "stations",
                stations.stream()
                        .map(each -> new RuleContent(at + ".stations", each instanceof Map<?, ?> one ? one : null)
                                .text("name")
                                .place()
                                .read)
                        .toList());
        return this;
    }

    private RuleContent text(String field) {
        String value = given.get(field) instanceof String text ? text : null;
        read.put(field, Fields.text(at + "." + field, value, LONGEST));
        return this;
    }

    private RuleContent texts(String field) {
        read.put(
                field,
                list(field).stream()
                        .map(each -> Fields.text(at + "." + field, each instanceof String text ? text : null, LONGEST))
                        .toList());
        return this;
    }

    private List<?> list(String field) {
        if (!(given.get(field) instanceof List<?> list) || list.isEmpty() || list.size() > MOST) {
            throw Fields.bad(
                    at + "." + field, "应有 1 至 %d 项".formatted(MOST), "must have 1 to %d entries".formatted(MOST));
        }
        return list;
    }

    private RuleContent whole(String field, int least, int most) {
        Long value = given.get(field) instanceof Number number && number.doubleValue() == number.longValue()
                ? number.longValue()
                : null;
        read.put(field, (int) Fields.number(at + "." + field, value, least, most));
        return this;
    }

    private RuleContent number(String field, double least, double most) {
        read.put(field, decimal(field, least, most));
        return this;
    }

    private double decimal(String field, double least, double most) {
        double value = given.get(field) instanceof Number number ? number.doubleValue() : Double.NaN;
        if (!(value >= least && value <= most)) {
            throw Fields.bad(
                    at + "." + field,
                    "应在 %s 到 %s 之间".formatted(least, most),
                    "must be %s to %s".formatted(least, most));
        }
        return value;
    }
}

package org.motorpool.dispatch.compliance;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Figures and codes the way the messages show them. */
final class Figures {

    private static final Map<String, String> BODY_TYPES =
            Map.of("SEDAN", "轿车", "SMALL_BUS", "其他小型客车", "MEDIUM_BUS", "中型客车", "LARGE_BUS", "大型客车");

    private static final Map<String, String> REASONS = Map.of(
            "GEOGRAPHY", "地理环境特殊",
            "CLIMATE", "气候条件特殊",
            "NO_SUITABLE_MODEL", "无适配车型",
            "CHARGING_INFRASTRUCTURE", "充电设施不足");

    private Figures() {}

    /** 12000000 fen: "12". */
    static String tenThousandYuan(long fen) {
        return plain(BigDecimal.valueOf(fen, 6));
    }

    /** 12000000 fen: "CNY 120,000.00". */
    static String yuan(long fen) {
        return String.format(Locale.ROOT, "CNY %,.2f", BigDecimal.valueOf(fen, 2));
    }

    static String litres(double displacement_l) {
        return plain(BigDecimal.valueOf(displacement_l));
    }

    static String percent(BigDecimal share) {
        return plain(share.movePointRight(2)) + "%";
    }

    static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }

    /** Reasons of an exemption from the NEV share. */
    static String reasons(Set<String> codes) {
        return String.join(
                "、",
                codes.stream()
                        .sorted()
                        .map(code -> REASONS.getOrDefault(code, code))
                        .toList());
    }

    static String bodyType(String code) {
        return BODY_TYPES.getOrDefault(code, code);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}

package org.motorpool.dispatch.request;

import java.time.Duration;
import java.util.Optional;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;

/** Which riders may consent to share their vehicle 同意合乘; the first rule broken is the answer. */
final class PoolingCheck {

    private static final Duration ONE_DAY = Duration.ofHours(24);
    private static final String OF_THE_PLATFORM = "平台派车规则：合乘";

    private PoolingCheck() {}

    /** @param rule of the place; empty where there is none */
    static Optional<Violation> objection(NewRequest wanted, Optional<PoolingRule> rule) {
        if (rule.isEmpty()) {
            return refused(OF_THE_PLATFORM, "not-offered", "本地区未开展合乘", "riders do not share vehicles in this region");
        }
        return confidential(wanted, rule.get())
                .or(() -> emergency(wanted, rule.get()))
                .or(() -> region(wanted, rule.get()))
                .or(() -> course(wanted, rule.get()));
    }

    private static Optional<Violation> confidential(NewRequest wanted, PoolingRule rule) {
        return rule.excluded().contains(wanted.category())
                ? refused(
                        rule.clause(),
                        "confidential",
                        "%s 类（机要）用车不得合乘".formatted(wanted.category()),
                        "riders of category %s never share their vehicle".formatted(wanted.category()))
                : Optional.empty();
    }

    private static Optional<Violation> emergency(NewRequest wanted, PoolingRule rule) {
        return Boolean.TRUE.equals(wanted.emergency())
                ? refused(rule.clause(), "emergency", "紧急用车（先派后补）不得合乘", "an emergency does not share its vehicle")
                : Optional.empty();
    }

    private static Optional<Violation> region(NewRequest wanted, PoolingRule rule) {
        return wanted.hostRegionCode() == null
                ? Optional.empty()
                : refused(
                        rule.clause(),
                        "cross-region",
                        "跨区域用车按次结算，不能合乘",
                        "a use across regions is settled by itself and not shared");
    }

    /** Whoever lets the vehicle wait, or keeps it for days, cannot share it. */
    private static Optional<Violation> course(NewRequest wanted, PoolingRule rule) {
        String kind = wanted.itinerary() == null ? "SINGLE" : wanted.itinerary().kind();
        boolean days = wanted.departAt().plus(ONE_DAY).isBefore(wanted.returnAt());
        if (kind.equals("MULTI_DAY") || days) {
            return refused(rule.clause(), "multi-day", "多日用车不能合乘", "a use of several days is not shared");
        }
        return kind.equals("SINGLE")
                ? Optional.empty()
                : refused(
                        rule.clause(),
                        "waits",
                        "往返等候、多点停靠的用车不能合乘，请改为单程",
                        "a use whose vehicle waits or stops on the way is not shared; ask for a single ride");
    }

    private static Optional<Violation> refused(String clause, String why, String zh, String en) {
        return Optional.of(new Violation("pooling-" + why, clause, zh, en));
    }
}

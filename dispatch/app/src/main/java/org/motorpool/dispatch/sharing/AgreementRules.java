package org.motorpool.dispatch.sharing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.AgreementApi.Caps;
import org.motorpool.dispatch.contract.AgreementApi.Terms;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

/**
 * Whether an agreement covers a use across regions. What it does not allow is refused with its number and article: the first
 * article broken is the answer.
 */
final class AgreementRules {

    private static final String NONE = "跨区域用车须有双方协议(agreement)";

    private AgreementRules() {}

    /** Among the agreements between two parties, the one to judge the use by: in force on its days, or else the last to end. */
    static Optional<Agreement> choose(List<Agreement> between, PlannedUse use) {
        return between.stream()
                .filter(agreement -> agreement.status().ordinal() >= AgreementStatus.IN_FORCE.ordinal())
                .max(Comparator.<Agreement, Boolean>comparing(agreement -> isInForce(agreement, use))
                        .thenComparing(agreement -> agreement.view().validTo()));
    }

    /** No agreement at all. */
    static Violation missing(String home, String host) {
        return new Violation(
                "agreement-missing",
                NONE,
                "%s 与 %s 之间没有生效的跨区域用车协议，请先签订协议或改用本地车辆".formatted(home, host),
                "no agreement between %s and %s is in force; sign one, or use a vehicle of the own region"
                        .formatted(home, host));
    }

    /** What the agreement itself says against the use, however much it is used. */
    static Optional<Violation> check(Agreement agreement, PlannedUse use) {
        return validity(agreement, use).or(() -> category(agreement, use)).or(() -> hours(agreement, use));
    }

    private static boolean isInForce(Agreement agreement, PlannedUse use) {
        return agreement.status() == AgreementStatus.IN_FORCE && agreement.isValid(use.firstDay(), use.lastDay());
    }

    private static Optional<Violation> validity(Agreement agreement, PlannedUse use) {
        if (isInForce(agreement, use)) {
            return Optional.empty();
        }
        String number = agreement.view().number();
        return refused(
                "agreement-expired",
                AgreementArticle.VALIDITY.of(number),
                "协议 %s（有效期 %s 至 %s，不含当日）在用车日 %s 不生效，请续签或改用本地车辆"
                        .formatted(
                                number,
                                agreement.view().validFrom(),
                                agreement.view().validTo(),
                                use.lastDay()),
                "agreement %s (%s until before %s) is not in force on %s; renew it, or use a vehicle of the own region"
                        .formatted(
                                number,
                                agreement.view().validFrom(),
                                agreement.view().validTo(),
                                use.lastDay()));
    }

    private static Optional<Violation> category(Agreement agreement, PlannedUse use) {
        List<String> categories = agreement.view().terms().categories();
        if (categories.isEmpty() || categories.contains(use.category())) {
            return Optional.empty();
        }
        String number = agreement.view().number();
        return refused(
                "agreement-category",
                AgreementArticle.CATEGORIES.of(number),
                "协议 %s 不含 %s 类车辆，可用 %s".formatted(number, use.category(), categories),
                "agreement %s does not include %s vehicles; it has %s".formatted(number, use.category(), categories));
    }

    private static Optional<Violation> hours(Agreement agreement, PlannedUse use) {
        Terms terms = agreement.view().terms();
        if (UseHours.allow(terms.hours(), use.from(), use.to())) {
            return Optional.empty();
        }
        String number = agreement.view().number();
        return refused(
                "agreement-hours",
                AgreementArticle.HOURS.of(number),
                "用车时间 %s 至 %s 不在协议 %s 约定的时段内，请调整用车时间".formatted(use.from(), use.to(), number),
                "%s to %s is outside the hours of agreement %s; choose another time"
                        .formatted(use.from(), use.to(), number));
    }

    /** Whether the use would go beyond a cap. */
    static Optional<Violation> caps(Agreement agreement, PlannedUse use, AgreementUse used) {
        Caps caps = agreement.view().terms().caps();
        return caps == null
                ? Optional.empty()
                : Stream.of(
                                cap(agreement, "辆（同时用车）", "vehicles at once", caps.vehicles(), used.vehicles() + 1),
                                cap(agreement, "次/月", "uses per month", caps.usesPerMonth(), used.uses() + 1),
                                cap(
                                        agreement,
                                        "公里/月",
                                        "km per month",
                                        caps.kmPerMonth(),
                                        Math.ceilDiv(used.distance_m() + use.distance_m(), 1000)),
                                cap(
                                        agreement,
                                        "分/月",
                                        "fen per month",
                                        caps.fenPerMonth(),
                                        used.price_fen() + use.price_fen()))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Optional<Violation> cap(
            Agreement agreement, String unit, String unitEn, @Nullable Number most, long wanted) {
        if (most == null || wanted <= most.longValue()) {
            return Optional.empty();
        }
        String number = agreement.view().number();
        return refused(
                "agreement-cap",
                AgreementArticle.CAPS.of(number),
                "协议 %s 上限为 %s %s，本次用车后将达 %d".formatted(number, most, unit, wanted),
                "agreement %s allows %s %s, with this use it would be %d".formatted(number, most, unitEn, wanted));
    }

    private static Optional<Violation> refused(String code, String clause, String zh, String en) {
        return Optional.of(new Violation(code, clause, zh, en));
    }
}

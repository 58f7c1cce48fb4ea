package org.motorpool.dispatch.compliance;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a lower level's rule is at least as strict as the one above it. */
final class Strictness {

    private Strictness() {}

    /** The field in which the lower rule is laxer than the higher one of the same key. */
    static Optional<String> laxer(Rule lower, Rule higher) {
        return switch (lower) {
            case VehicleCategory category when higher instanceof VehicleCategory above -> category(category, above);
            case EquipmentLimit limit when higher instanceof EquipmentLimit above -> limit(limit, above);
            case NevRule nev when higher instanceof NevRule above -> nev(nev, above);
            case RenewalRule renewal when higher instanceof RenewalRule above -> renewal(renewal, above);
            case QuotaFormula formula when higher instanceof QuotaFormula above -> formula(formula, above);
            case RuleClause _ when higher instanceof RuleClause -> Optional.empty();
            case VehicleCategory _, EquipmentLimit _, NevRule _, RenewalRule _, QuotaFormula _, RuleClause _ ->
                throw new IllegalArgumentException("%s and %s are of different kinds".formatted(lower, higher));
        };
    }

    private static Optional<String> category(VehicleCategory lower, VehicleCategory higher) {
        return first(
                when("nationalClass", !lower.nationalClass().equals(higher.nationalClass())),
                when("quotaAuthority", !lower.quotaAuthority().equals(higher.quotaAuthority())));
    }

    private static Optional<String> limit(EquipmentLimit lower, EquipmentLimit higher) {
        return first(
                when("priceMax_fen", above(lower.priceMax_fen(), higher.priceMax_fen())),
                when("displacementMax_l", above(lower.displacementMax_l(), higher.displacementMax_l())),
                when("newEnergySedanPriceMax_fen", above(sedanMax(lower), sedanMax(higher))),
                when("bodyTypes", !higher.bodyTypes().containsAll(lower.bodyTypes())),
                when("approvalRequired", higher.approvalRequired() && !lower.approvalRequired()));
    }

    private static @Nullable Long sedanMax(EquipmentLimit limit) {
        Long own = limit.newEnergySedanPriceMax_fen();
        return own == null ? limit.priceMax_fen() : own;
    }

    private static Optional<String> nev(NevRule lower, NevRule higher) {
        return first(
                when("threshold", lower.threshold().compareTo(higher.threshold()) < 0),
                when("counts", !lower.counts().equals(higher.counts())),
                when("energyTypes", !higher.energyTypes().containsAll(lower.energyTypes())),
                when("hybridCounts", lower.hybridCounts() && !higher.hybridCounts()),
                when("kinds", !lower.kinds().containsAll(higher.kinds())),
                when("useClasses", !coversUseClasses(lower, higher)),
                when("exemptionReasons", !higher.exemptionReasons().containsAll(lower.exemptionReasons())),
                when("minAdditions", lower.minAdditions() > higher.minAdditions()));
    }

    private static boolean coversUseClasses(NevRule lower, NevRule higher) {
        return lower.useClasses().isEmpty()
                || (!higher.useClasses().isEmpty() && lower.useClasses().containsAll(higher.useClasses()));
    }

    private static Optional<String> renewal(RenewalRule lower, RenewalRule higher) {
        return first(
                when("minYears", lower.minYears() < higher.minYears()),
                when(
                        "logic",
                        lower.logic().equals("OR")
                                && lower.min_km() != null
                                && !higher.logic().equals("OR")),
                when("approvalLifts", lower.approvalLifts() && !higher.approvalLifts()));
    }

    /** A staircase lies below another when it does at the end of each step of both, and above them. */
    private static Optional<String> formula(QuotaFormula lower, QuotaFormula higher) {
        boolean more = Stream.concat(lower.staffUpTo().stream(), higher.staffUpTo().stream())
                .flatMapToInt(end -> IntStream.of(end, end + 1))
                .anyMatch(staff -> lower.number(staff) > higher.number(staff));
        return first(
                when("categories", !lower.categories().containsAll(higher.categories())),
                when("numbers", more),
                when("maximum", lower.maximum() > higher.maximum()),
                when("binding", higher.binding() && !lower.binding()));
    }

    private static <N extends Comparable<N>> boolean above(@Nullable N lower, @Nullable N higher) {
        return higher != null && (lower == null || lower.compareTo(higher) > 0);
    }

    private static Optional<String> when(String field, boolean laxer) {
        return laxer ? Optional.of(field) : Optional.empty();
    }

    @SafeVarargs
    private static Optional<String> first(Optional<String>... fields) {
        return Stream.of(fields).flatMap(Optional::stream).findFirst();
    }
}

package org.motorpool.dispatch.compliance;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

/** Quota 编制: one vehicle out, one in, and never more than the number approved. */
final class QuotaRule {

    private QuotaRule() {}

    static Optional<Violation> check(RuleBook rules, VehicleCategory category, AcquisitionFacts facts) {
        int after = facts.inUse() + (takesItsPlace(facts.oldVehicle()) ? 0 : 1);
        return after <= facts.quota() ? Optional.empty() : Optional.of(exceeded(rules, category, facts, after));
    }

    /** A renewal comes into the place of the old vehicle, as long as that one still has it. */
    private static boolean takesItsPlace(@Nullable OldVehicle old) {
        return old != null && old.usesQuota();
    }

    private static Violation exceeded(RuleBook rules, VehicleCategory category, AcquisitionFacts facts, int after) {
        boolean renewal = facts.proposal().isRenewal();
        String adviceZh = renewal ? "请先按程序核增编制" : "请按“处置一辆、更新一辆”以更新方式(RENEWAL)办理，或先按程序核增编制";
        String advice = renewal
                ? "Have the quota raised first"
                : "Renew (RENEWAL) a vehicle that is disposed of, or have the quota raised first";
        int over = after - facts.quota();
        return new Violation(
                "quota-exceeded",
                rules.clause("quota-exceeded"),
                "%s“%s”编制 %d 辆，现有 %d 辆，配备后为 %d 辆，超编 %d 辆。%s"
                        .formatted(
                                facts.unitName(), category.name(), facts.quota(), facts.inUse(), after, over, adviceZh),
                "%s has a quota of %d for %s and %d in use; this makes %d, %d too many. %s"
                        .formatted(
                                facts.unitName(), facts.quota(), category.code(), facts.inUse(), after, over, advice));
    }
}

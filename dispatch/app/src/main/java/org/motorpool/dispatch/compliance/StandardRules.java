package org.motorpool.dispatch.compliance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

/** Equipment standards 配备标准: tier, approval, body type, price, displacement. */
final class StandardRules {

    private StandardRules() {}

    static List<Violation> check(RuleBook rules, VehicleCategory category, AcquisitionProposal proposal) {
        List<EquipmentLimit> limits = rules.listLimits(category.code(), proposal.tier());
        return limits.isEmpty()
                ? List.of(tierUnknown(rules, category, proposal))
                : limits.stream()
                        .flatMap(limit -> check(rules, category, limit, proposal))
                        .toList();
    }

    private static Stream<Violation> check(
            RuleBook rules, VehicleCategory category, EquipmentLimit limit, AcquisitionProposal proposal) {
        return Stream.of(
                        approvalMissing(category, limit, proposal),
                        bodyType(rules, category, limit, proposal),
                        PriceRule.check(rules, category, limit, proposal),
                        displacement(category, limit, proposal))
                .flatMap(Optional::stream);
    }

    private static Violation tierUnknown(RuleBook rules, VehicleCategory category, AcquisitionProposal proposal) {
        List<EquipmentLimit> tiers = rules.listLimits(category.code());
        String zh = String.join(
                "、",
                tiers.stream()
                        .map(limit -> limit.tier() + "(" + limit.condition() + ")")
                        .toList());
        String en = String.join(", ", tiers.stream().map(EquipmentLimit::tier).toList());
        return new Violation(
                "tier-unknown",
                rules.clause("tier-unknown"),
                "“%s”没有配备档次“%s”。可用档次：%s".formatted(category.name(), proposal.tier(), zh),
                "%s has no equipment tier \"%s\"; use one of %s".formatted(category.code(), proposal.tier(), en));
    }

    private static Optional<Violation> approvalMissing(
            VehicleCategory category, EquipmentLimit limit, AcquisitionProposal proposal) {
        return !limit.approvalRequired() || proposal.approvalDocument() != null
                ? Optional.empty()
                : Optional.of(new Violation(
                        "approval-missing",
                        limit.clause(),
                        "“%s”%s 档适用条件为“%s”，须有审批文件。请填写 approvalDocument（审批文号），或按 BASE 档配备"
                                .formatted(category.name(), limit.tier(), limit.condition()),
                        "tier %s of %s needs an approval; give approvalDocument, or use tier BASE"
                                .formatted(limit.tier(), category.code())));
    }

    private static Optional<Violation> bodyType(
            RuleBook rules, VehicleCategory category, EquipmentLimit limit, AcquisitionProposal proposal) {
        if (limit.bodyTypes().contains(proposal.bodyType())) {
            return Optional.empty();
        }
        String allowed = String.join(
                "、", limit.bodyTypes().stream().sorted().map(Figures::bodyType).toList());
        List<String> tiers = tiersFor(rules, category, proposal);
        return Optional.of(new Violation(
                "body-type-not-allowed",
                limit.clause(),
                "“%s”%s 档只能配备%s，不能配备%s。%s"
                        .formatted(
                                category.name(),
                                limit.tier(),
                                allowed,
                                Figures.bodyType(proposal.bodyType()),
                                tiers.isEmpty() ? "请改选车型" : "请改选车型，或凭审批文件按 %s 档办理".formatted(String.join("、", tiers))),
                "tier %s of %s allows %s, not %s; %s"
                        .formatted(
                                limit.tier(),
                                category.code(),
                                limit.bodyTypes().stream().sorted().toList(),
                                proposal.bodyType(),
                                tiers.isEmpty()
                                        ? "choose another"
                                        : "choose another, or an approved tier of " + tiers)));
    }

    private static List<String> tiersFor(RuleBook rules, VehicleCategory category, AcquisitionProposal proposal) {
        return rules.listLimits(category.code()).stream()
                .filter(limit -> limit.bodyTypes().contains(proposal.bodyType()))
                .map(EquipmentLimit::tier)
                .toList();
    }

    private static Optional<Violation> displacement(
            VehicleCategory category, EquipmentLimit limit, AcquisitionProposal proposal) {
        @Nullable Double max = limit.displacementMax_l();
        return max == null || proposal.displacement_l() <= max
                ? Optional.empty()
                : Optional.of(new Violation(
                        "displacement-over-limit",
                        limit.clause(),
                        "排气量 %s 升超过“%s”%s 档上限 %s 升。请选用 %s 升（含）以下的车型；若改为纯电动车辆，不受排气量限制"
                                .formatted(
                                        Figures.litres(proposal.displacement_l()),
                                        category.name(),
                                        limit.tier(),
                                        Figures.litres(max),
                                        Figures.litres(max)),
                        "the displacement %s L is over the limit %s L of %s tier %s; choose a model within it, or a battery-electric one"
                                .formatted(
                                        Figures.litres(proposal.displacement_l()),
                                        Figures.litres(max),
                                        category.code(),
                                        limit.tier())));
    }
}

package org.motorpool.dispatch.compliance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

/** Checks an acquisition 配备 against every rule and reports all it breaks at once. */
public final class AcquisitionRules {

    private AcquisitionRules() {}

    /** The verdict under these rules; an unknown category leaves quota and standards unchecked, as they hang on it. */
    public static Verdict check(RuleBook rules, AcquisitionFacts facts) {
        Stream<Violation> byCategory = rules.findCategory(facts.proposal().category())
                .map(category -> categoryRules(rules, category, facts))
                .orElseGet(() -> Stream.of(categoryUnknown(rules, facts)));
        List<Violation> violations = Stream.of(
                        IndicatorRules.check(rules, facts).stream(),
                        byCategory,
                        notDomestic(rules, facts.proposal()).stream(),
                        RenewalRules.check(rules, facts).stream(),
                        UseClassRule.check(rules, facts).stream(),
                        NevShareRule.check(rules, facts).stream())
                .flatMap(found -> found)
                .toList();
        return violations.isEmpty() ? new Verdict.Allowed() : new Verdict.Refused(violations);
    }

    private static Stream<Violation> categoryRules(RuleBook rules, VehicleCategory category, AcquisitionFacts facts) {
        return Stream.concat(
                QuotaRule.check(rules, category, facts).stream(),
                StandardRules.check(rules, category, facts.proposal()).stream());
    }

    private static Violation categoryUnknown(RuleBook rules, AcquisitionFacts facts) {
        String code = facts.proposal().category();
        String known = String.join(
                "、",
                rules.categories().stream()
                        .map(category -> category.code() + " " + category.name())
                        .toList());
        String codes = String.join(
                ", ", rules.categories().stream().map(VehicleCategory::code).toList());
        return new Violation(
                "category-unknown",
                rules.clause("category-unknown"),
                "%s没有车辆类别“%s”。请改用：%s".formatted(facts.placeName(), code, known),
                "%s has no vehicle category \"%s\"; use one of %s".formatted(facts.placeName(), code, codes));
    }

    private static Optional<Violation> notDomestic(RuleBook rules, AcquisitionProposal proposal) {
        return proposal.domestic()
                ? Optional.empty()
                : Optional.of(new Violation(
                        "not-domestic",
                        rules.clause("not-domestic"),
                        "“%s %s”不是国产汽车。公务用车应当选用国产汽车，请改选国产车型".formatted(proposal.brand(), proposal.model()),
                        "\"%s %s\" is not a domestic car; official vehicles must be domestic, choose a domestic model"
                                .formatted(proposal.brand(), proposal.model())));
    }
}

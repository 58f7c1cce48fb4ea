package org.motorpool.dispatch.compliance;

import java.util.List;
import java.util.Map;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

/** NEV rules that look at each vehicle by itself, such as the three use classes of 国管资〔2024〕197号. */
final class UseClassRule {

    private static final Map<String, String> USE_CLASSES = Map.of(
            "GENERAL", "一般用途",
            "CONFIDENTIAL_COMMUNICATION", "机要通信",
            "FIXED_ROUTE_ENFORCEMENT", "相对固定路线执法执勤",
            "URBAN_SINGLE_SCENARIO", "使用场景单一、主要在城区行驶");

    private UseClassRule() {}

    static List<Violation> check(RuleBook rules, AcquisitionFacts facts) {
        return rules.listNevRules("VEHICLE").stream()
                .filter(rule -> isBroken(rule, facts))
                .map(rule -> notNewEnergy(rule, facts))
                .toList();
    }

    private static boolean isBroken(NevRule rule, AcquisitionFacts facts) {
        AcquisitionProposal proposal = facts.proposal();
        return rule.kinds().contains(proposal.kind())
                && rule.concerns(facts.useClass())
                && !rule.counts(proposal.energyType())
                && !facts.isExemptedFrom(rule);
    }

    private static Violation notNewEnergy(NevRule rule, AcquisitionFacts facts) {
        String useClass = facts.useClass();
        return new Violation(
                "nev-use-class",
                rule.clause(),
                "“%s”车辆（%s）应为新能源汽车（%s：%s），本车为 %s。请改选新能源车型；确有%s等情形的，凭豁免文件(exemptionId)办理"
                        .formatted(
                                USE_CLASSES.getOrDefault(useClass, useClass),
                                facts.proposal().category(),
                                rule.code(),
                                Figures.percent(rule.threshold()),
                                facts.proposal().energyType(),
                                Figures.reasons(rule.exemptionReasons())),
                "a vehicle of use class %s (%s) must be new energy (%s), this one is %s; choose a new-energy model, or name an exemption (exemptionId) for %s"
                        .formatted(
                                useClass,
                                facts.proposal().category(),
                                rule.code(),
                                facts.proposal().energyType(),
                                rule.exemptionReasons().stream().sorted().toList()));
    }
}

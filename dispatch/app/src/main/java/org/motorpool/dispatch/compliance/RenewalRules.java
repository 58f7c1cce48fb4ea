package org.motorpool.dispatch.compliance;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

/** Renewals 更新: not before the age, and only for a vehicle that leaves: 处置一辆、更新一辆. */
final class RenewalRules {

    private RenewalRules() {}

    static List<Violation> check(RuleBook rules, AcquisitionFacts facts) {
        OldVehicle old = facts.oldVehicle();
        if (old == null) {
            return List.of();
        }
        AcquisitionProposal proposal = facts.proposal();
        return Stream.concat(
                        tooEarly(rules, old, proposal.category(), proposal.earlyRenewalDocument(), facts.today())
                                .stream(),
                        notDisposed(rules, old).stream())
                .toList();
    }

    /** Every renewal age that is not reached, unless a document approves the early renewal and the rule lets it. */
    static List<Violation> tooEarly(
            RuleBook rules, OldVehicle old, String category, @Nullable String earlyRenewalDocument, LocalDate today) {
        return rules.listRenewalRules(category).stream()
                .filter(rule -> !(rule.approvalLifts() && earlyRenewalDocument != null))
                .filter(rule -> !rule.allows(old, today))
                .map(rule -> tooEarly(rule, old, today))
                .toList();
    }

    private static Violation tooEarly(RenewalRule rule, OldVehicle old, LocalDate today) {
        Period age = Period.between(old.inUseSince(), today);
        String driven = old.odometer_km() == null ? "未登记" : old.odometer_km() + " 公里";
        String limit = rule.min_km() == null
                ? rule.minYears() + " 年"
                : "%d 年%s %d 公里".formatted(rule.minYears(), rule.logic().equals("OR") ? "或" : "且", rule.min_km());
        return new Violation(
                "renewal-too-early",
                rule.clause(),
                "车辆 %s 自 %s 使用 %d 年 %d 个月，行驶里程%s，未达到更新条件 %s。%s 起满 %d 年；在此之前应继续使用%s"
                        .formatted(
                                old.plate(),
                                old.inUseSince(),
                                age.getYears(),
                                age.getMonths(),
                                driven,
                                limit,
                                old.inUseSince().plusYears(rule.minYears()),
                                rule.minYears(),
                                rule.approvalLifts() ? "，确因安全等原因提前更新的须有审批文件(earlyRenewalDocument)" : ""),
                "vehicle %s is in use since %s and has driven %s km; renewal needs %d years%s. It reaches the years on %s; keep using it%s"
                        .formatted(
                                old.plate(),
                                old.inUseSince(),
                                Optional.ofNullable(old.odometer_km())
                                        .map(Object::toString)
                                        .orElse("an unknown number of"),
                                rule.minYears(),
                                rule.min_km() == null
                                        ? ""
                                        : " %s %d km"
                                                .formatted(rule.logic().equals("OR") ? "or" : "and", rule.min_km()),
                                old.inUseSince().plusYears(rule.minYears()),
                                rule.approvalLifts() ? ", or give an approval (earlyRenewalDocument)" : ""));
    }

    private static Optional<Violation> notDisposed(RuleBook rules, OldVehicle old) {
        return old.disposalApproved()
                ? Optional.empty()
                : Optional.of(new Violation(
                        "renewal-not-disposed",
                        rules.clause("renewal-not-disposed"),
                        "车辆 %s 的处置尚未批准，不能更新。请先办理处置审批（处置一辆、更新一辆）".formatted(old.plate()),
                        "the disposal of vehicle %s is not approved; have it approved first, one out, one in"
                                .formatted(old.plate())));
    }
}

package org.motorpool.dispatch.compliance;

import java.util.Optional;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

/**
 * NEV share of the province's additions this year, this acquisition included. A new-energy vehicle can only raise the share and
 * is never refused; another vehicle is refused when it would leave the share under the threshold, however few the additions:
 * so the first addition of a year must be a new-energy one.
 */
final class NevShareRule {

    private NevShareRule() {}

    static Optional<Violation> check(RuleBook rules, AcquisitionFacts facts) {
        NevRule rule = rules.nevRule();
        AcquisitionProposal proposal = facts.proposal();
        if (rule == null || !rule.kinds().contains(proposal.kind()) || rule.counts(proposal.energyType())) {
            return Optional.empty();
        }
        return rule.isMet(facts.newEnergy(), facts.additions() + 1)
                ? Optional.empty()
                : Optional.of(below(rule, facts, facts.additions() + 1));
    }

    private static Violation below(NevRule rule, AcquisitionFacts facts, int after) {
        int missing = rule.missing(facts.newEnergy(), after);
        String share = "%s(%d/%d)".formatted(Figures.percent(facts.newEnergy(), after), facts.newEnergy(), after);
        String with = Figures.percent(facts.newEnergy() + 1, after);
        return new Violation(
                "nev-share-below",
                rule.clause(),
                "%s%d年新增及更新车辆 %d 辆，其中新能源 %d 辆；配备本车后占比为 %s，低于 %s。若改为新能源车辆，占比为 %s，可以配备；或再登记 %d 辆新能源车辆后再配备"
                        .formatted(
                                facts.provinceName(),
                                facts.year(),
                                facts.additions(),
                                facts.newEnergy(),
                                share,
                                Figures.percent(rule.threshold()),
                                with,
                                missing),
                "%s has %d additions in %d, %d of them new energy; with this vehicle the share is %s, below %s. A new-energy vehicle instead makes it %s and is allowed; or put %d new-energy vehicle(s) on file first"
                        .formatted(
                                facts.provinceName(),
                                facts.additions(),
                                facts.year(),
                                facts.newEnergy(),
                                share,
                                Figures.percent(rule.threshold()),
                                with,
                                missing));
    }
}

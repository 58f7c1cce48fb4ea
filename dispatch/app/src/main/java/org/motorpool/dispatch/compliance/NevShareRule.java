package org.motorpool.dispatch.compliance;

import java.util.List;
import java.util.stream.Stream;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.NevApi;

/**
 * NEV shares at the year end, this acquisition and all issued indicators included: of the province, the city, the central
 * department and the main budget unit. A new-energy vehicle can only raise a share and is never refused; another vehicle is
 * refused when the year would end under the threshold, however few the additions, unless the rule wants a minimum: so the first
 * addition of a year must be a new-energy one where no indicator promises another.
 */
final class NevShareRule {

    private record Judged(NevRule rule, NevAccount account, NevFigures before, NevFigures after) {}

    private NevShareRule() {}

    static List<Violation> check(RuleBook rules, AcquisitionFacts facts) {
        AcquisitionProposal proposal = facts.proposal();
        return judged(rules, facts)
                .filter(judged -> !judged.rule().counts(proposal.energyType()))
                .filter(judged -> !facts.isExemptedFrom(judged.rule()))
                .filter(judged -> !judged.after().isMet(judged.rule()))
                .map(judged -> below(judged, facts))
                .toList();
    }

    /** The shares as they will be with this vehicle. */
    static List<NevApi.Projection> project(RuleBook rules, AcquisitionFacts facts) {
        return judged(rules, facts)
                .map(judged -> judged.after().view(judged.rule(), judged.account()))
                .toList();
    }

    private static Stream<Judged> judged(RuleBook rules, AcquisitionFacts facts) {
        return rules.list(NevRule.class).stream()
                .filter(rule -> rule.kinds().contains(facts.proposal().kind()))
                .flatMap(
                        rule -> facts.findAccount(rule.account()).map(account -> judge(rule, account, facts)).stream());
    }

    private static Judged judge(NevRule rule, NevAccount account, AcquisitionFacts facts) {
        NevFigures before = NevFigures.of(rule, account.tally());
        boolean newEnergy = rule.counts(facts.proposal().energyType());
        boolean exempted = !newEnergy && facts.isExemptedFrom(rule);
        return new Judged(rule, account, before, before.plus(newEnergy ? 1 : 0, exempted ? 1 : 0));
    }

    private static Violation below(Judged judged, AcquisitionFacts facts) {
        NevRule rule = judged.rule();
        NevFigures before = judged.before();
        int newEnergy = judged.after().newEnergyTotal();
        int total = judged.after().netTotal();
        String share = "%s(%d/%d)".formatted(Figures.percent(newEnergy, total), newEnergy, total);
        String with = Figures.percent(newEnergy + 1, total);
        int missing = rule.missing(newEnergy, total);
        return new Violation(
                "nev-share-below",
                rule.clause(),
                "%s%d年%s %d 辆，其中新能源 %d 辆%s；配备本车后年末占比为 %s，低于 %s(%s)。若改为新能源车辆，占比为 %s，可以配备；或再登记 %d 辆新能源车辆后再配备；确有%s等情形的，凭豁免文件(exemptionId)办理"
                        .formatted(
                                judged.account().name(),
                                facts.today().getYear(),
                                rule.counts().equals("PROCURED") ? "采购车辆" : "新增及更新车辆",
                                before.additions(),
                                before.newEnergy(),
                                pending(before),
                                share,
                                Figures.percent(rule.threshold()),
                                rule.code(),
                                with,
                                missing,
                                Figures.reasons(rule.exemptionReasons())),
                "%s has %d additions in %d, %d of them new energy, %d open indicators with %d new energy, and %d exempted; with this vehicle the year ends at %s, below %s (%s). A new-energy vehicle instead makes it %s and is allowed; or put %d new-energy vehicle(s) on file first, or name an exemption (exemptionId)"
                        .formatted(
                                judged.account().name(),
                                before.additions(),
                                facts.today().getYear(),
                                before.newEnergy(),
                                before.open(),
                                before.openNewEnergy(),
                                before.exempted(),
                                share,
                                Figures.percent(rule.threshold()),
                                rule.code(),
                                with,
                                missing));
    }

    private static String pending(NevFigures figures) {
        String open = figures.open() == 0
                ? ""
                : "，已下达未使用指标 %d 个（新能源 %d 个）".formatted(figures.open(), figures.openNewEnergy());
        return figures.exempted() == 0 ? open : open + "，豁免 %d 辆".formatted(figures.exempted());
    }
}

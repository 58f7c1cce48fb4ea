package org.motorpool.dispatch.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.motorpool.dispatch.compliance.PlanFile.Item;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

/** What a plan must keep to before it is submitted and before it is approved: standards, quota, budget, NEV number. */
final class PlanRules {

    private final RuleBook rules;
    private final PlanFile plan;
    private final List<Violation> found = new ArrayList<>();

    private PlanRules(RuleBook rules, PlanFile plan) {
        this.rules = rules;
        this.plan = plan;
    }

    /**
     * All it breaks.
     *
     * @param vacancies places of the quota that nobody uses and no indicator holds, by category
     */
    static List<Violation> check(RuleBook rules, PlanFile plan, Map<String, Integer> vacancies) {
        PlanRules check = new PlanRules(rules, plan);
        plan.items().forEach(check::standard);
        plan.items().forEach(check::useClass);
        check.quota(vacancies);
        check.budget();
        check.newEnergy();
        return List.copyOf(check.found);
    }

    private void standard(Item item) {
        List<EquipmentLimit> limits = rules.listLimits(item.category(), item.tier());
        if (limits.isEmpty()) {
            add(
                    "tier-unknown",
                    rules.clause("tier-unknown"),
                    "“%s”没有配备档次“%s”，请改用该类别的档次".formatted(item.category(), item.tier()),
                    "%s has no equipment tier \"%s\"; use one of the category".formatted(item.category(), item.tier()));
        }
        limits.forEach(limit -> price(limit, item));
    }

    /** A plan names no body: the highest price any body of the tier may have. */
    private void price(EquipmentLimit limit, Item item) {
        Long max = limit.priceMax_fen();
        Long sedan = item.newEnergy() ? limit.newEnergySedanPriceMax_fen() : null;
        if (max != null && item.priceMax_fen() > (sedan == null ? max : Math.max(max, sedan))) {
            add(
                    "price-over-limit",
                    limit.clause(),
                    "计划价格 %s 万元超过“%s”%s 档上限 %s 万元，请调低计划价格"
                            .formatted(
                                    Figures.tenThousandYuan(item.priceMax_fen()),
                                    item.category(),
                                    item.tier(),
                                    Figures.tenThousandYuan(sedan == null ? max : Math.max(max, sedan))),
                    "the planned price %s is over the limit of %s tier %s; lower it"
                            .formatted(Figures.yuan(item.priceMax_fen()), item.category(), item.tier()));
        }
    }

    private void useClass(Item item) {
        rules.listNevRules("VEHICLE").stream()
                .filter(rule -> rule.kinds().contains(item.kind())
                        && rule.concerns(rules.useClass(item.category(), item.useClass()))
                        && !item.newEnergy())
                .forEach(rule -> add(
                        "nev-use-class",
                        rule.clause(),
                        "计划项“%s”（%s）应为新能源汽车，请将 newEnergy 改为 true；确需燃油车的，用途改为 GENERAL 或在配备时凭豁免文件办理"
                                .formatted(item.category(), item.useClass()),
                        "the item %s (%s) must be new energy; set newEnergy"
                                .formatted(item.category(), item.useClass())));
    }

    private void quota(Map<String, Integer> vacancies) {
        Map<String, Integer> wanted = plan.items().stream()
                .filter(item -> item.kind().equals("NEW"))
                .collect(Collectors.toMap(Item::category, item -> item.count() - item.issued(), Integer::sum));
        wanted.forEach((category, count) -> {
            int free = vacancies.getOrDefault(category, 0);
            if (count > free) {
                add(
                        "quota-exceeded",
                        rules.clause("quota-exceeded"),
                        "计划新增“%s” %d 辆，空编 %d 辆，超出 %d 辆。请减少新增、改为更新，或先核增编制"
                                .formatted(category, count, free, count - free),
                        "the plan adds %d of %s, %d places are vacant, %d too many; add fewer, renew, or have the quota raised first"
                                .formatted(count, category, free, count - free));
            }
        });
    }

    private void budget() {
        long needed_fen = plan.items().stream()
                .mapToLong(item -> item.count() * item.priceMax_fen())
                .sum();
        if (needed_fen > plan.budget_fen()) {
            add(
                    "plan-budget",
                    rules.clause("plan-budget"),
                    "预算 %s 万元不足：各项按最高价合计 %s 万元。请增加预算，或减少数量、调低价格"
                            .formatted(Figures.tenThousandYuan(plan.budget_fen()), Figures.tenThousandYuan(needed_fen)),
                    "the budget %s does not cover the items, %s at their highest prices; raise it, or plan fewer or cheaper vehicles"
                            .formatted(Figures.yuan(plan.budget_fen()), Figures.yuan(needed_fen)));
        }
    }

    private void newEnergy() {
        int planned = plan.items().stream()
                .filter(Item::newEnergy)
                .mapToInt(Item::count)
                .sum();
        if (planned != plan.newEnergy()) {
            add(
                    "plan-new-energy",
                    rules.clause("plan-new-energy"),
                    "计划写明新能源 %d 辆，各项合计 %d 辆，请改为一致".formatted(plan.newEnergy(), planned),
                    "the plan states %d new-energy vehicles, its items have %d; make them agree"
                            .formatted(plan.newEnergy(), planned));
        }
        rules.listNevRules("BUDGET_UNIT").stream()
                .filter(rule -> plan.total() >= rule.minAdditions() && !rule.isMet(planned, plan.total()))
                .forEach(rule -> add(
                        "plan-new-energy",
                        rule.clause(),
                        "计划 %d 辆中新能源 %d 辆，占 %s，低于 %s；至少应有 %d 辆新能源车辆"
                                .formatted(
                                        plan.total(),
                                        planned,
                                        Figures.percent(planned, plan.total()),
                                        Figures.percent(rule.threshold()),
                                        rule.required(plan.total())),
                        "%d of %d planned vehicles are new energy, below %s; plan at least %d"
                                .formatted(
                                        planned,
                                        plan.total(),
                                        Figures.percent(rule.threshold()),
                                        rule.required(plan.total()))));
    }

    private void add(String rule, String clause, String zh, String en) {
        found.add(new Violation(rule, clause, zh, en));
    }
}

package org.motorpool.dispatch.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.compliance.IndicatorFile.Terms;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

/** Indicator 指标: an acquisition consumes exactly one, and keeps to what it permits. */
final class IndicatorRules {

    private final RuleBook rules;
    private final List<Violation> found = new ArrayList<>();

    private IndicatorRules(RuleBook rules) {
        this.rules = rules;
    }

    static List<Violation> check(RuleBook rules, AcquisitionFacts facts) {
        IndicatorRules check = new IndicatorRules(rules);
        IndicatorFile indicator = facts.indicator();
        if (indicator == null) {
            check.add(
                    "indicator-missing",
                    "配备车辆必须使用已下达的指标。请填写 indicatorId；没有指标的，先报年度配备更新计划，批准后下达指标",
                    "an acquisition needs an issued indicator; give indicatorId, or have a plan approved and an indicator issued first");
        } else {
            check.usable(indicator, facts);
            check.fits(indicator, facts.proposal());
            check.capped(indicator, facts.proposal());
            check.newEnergy(indicator, facts);
        }
        return List.copyOf(check.found);
    }

    /** What is said when somebody else was faster. */
    static Violation consumed(RuleBook rules, IndicatorFile indicator) {
        IndicatorRules check = new IndicatorRules(rules);
        check.consumed(indicator);
        return check.found.getFirst();
    }

    private void usable(IndicatorFile indicator, AcquisitionFacts facts) {
        switch (indicator.status()) {
            case "ISSUED", "RESERVED" -> stillOpen(indicator, facts);
            case "CONSUMED" -> consumed(indicator);
            default -> notOpen(indicator, indicator.status());
        }
    }

    private void stillOpen(IndicatorFile indicator, AcquisitionFacts facts) {
        String reservedBy = indicator.reservedBy();
        if (indicator.validUntil().isBefore(facts.today())) {
            notOpen(indicator, "EXPIRED");
        } else if (reservedBy != null && !reservedBy.equals(facts.username())) {
            add(
                    "indicator-reserved",
                    "指标 %s 已由 %s 预占。请由其办理或释放，或改用其他指标".formatted(indicator.number(), reservedBy),
                    "indicator %s is reserved by %s; let them acquire or release it, or use another"
                            .formatted(indicator.number(), reservedBy));
        }
    }

    private void consumed(IndicatorFile indicator) {
        add(
                "indicator-consumed",
                "指标 %s 已被使用，一个指标只能配备一辆车。请改用其他未使用的指标".formatted(indicator.number()),
                "indicator %s is consumed already; one indicator is one vehicle, use another"
                        .formatted(indicator.number()));
    }

    private void notOpen(IndicatorFile indicator, String status) {
        add(
                "indicator-not-open",
                "指标 %s 状态为 %s，有效期至 %s，不能使用。请申请下达新的指标".formatted(indicator.number(), status, indicator.validUntil()),
                "indicator %s is %s, valid until %s; have a new one issued"
                        .formatted(indicator.number(), status, indicator.validUntil()));
    }

    private void fits(IndicatorFile indicator, AcquisitionProposal proposal) {
        Terms terms = indicator.terms();
        same(indicator, "unitId", indicator.unitId(), proposal.unitId());
        same(indicator, "category", terms.category(), proposal.category());
        same(indicator, "tier", terms.tier(), proposal.tier());
        same(indicator, "kind", terms.kind(), proposal.kind());
        same(indicator, "replacedVehicleId", terms.oldVehicleId(), proposal.replacedVehicleId());
    }

    private void same(IndicatorFile indicator, String field, @Nullable Object permitted, @Nullable Object asked) {
        if (!Objects.equals(permitted, asked)) {
            add(
                    "indicator-mismatch",
                    "指标 %s 的 %s 为 %s，本次申请为 %s。请改用相符的指标，或按指标填写 %s"
                            .formatted(indicator.number(), field, permitted, asked, field),
                    "indicator %s permits %s %s, asked is %s; use one that fits, or change %s"
                            .formatted(indicator.number(), field, permitted, asked, field));
        }
    }

    private void capped(IndicatorFile indicator, AcquisitionProposal proposal) {
        long price_fen = indicator.terms().priceMax_fen();
        if (proposal.price_fen() > price_fen) {
            add(
                    "indicator-price",
                    "价格 %s 万元超过指标 %s 的上限 %s 万元。请选用上限以内的车型，或重新申请指标"
                            .formatted(
                                    Figures.tenThousandYuan(proposal.price_fen()),
                                    indicator.number(),
                                    Figures.tenThousandYuan(price_fen)),
                    "the price %s is over %s, the cap of indicator %s; choose a model within it, or apply for another"
                            .formatted(
                                    Figures.yuan(proposal.price_fen()), Figures.yuan(price_fen), indicator.number()));
        }
        Double displacement_l = indicator.terms().displacementMax_l();
        if (displacement_l != null && proposal.displacement_l() > displacement_l) {
            add(
                    "indicator-displacement",
                    "排气量 %s 升超过指标 %s 的上限 %s 升。请选用上限以内的车型"
                            .formatted(
                                    Figures.litres(proposal.displacement_l()),
                                    indicator.number(),
                                    Figures.litres(displacement_l)),
                    "the displacement %s L is over %s L, the cap of indicator %s; choose a model within it"
                            .formatted(
                                    Figures.litres(proposal.displacement_l()),
                                    Figures.litres(displacement_l),
                                    indicator.number()));
        }
    }

    private void newEnergy(IndicatorFile indicator, AcquisitionFacts facts) {
        String energy = facts.proposal().energyType();
        if (indicator.terms().newEnergy() && !rules.isNewEnergy(energy)) {
            add(
                    "indicator-new-energy",
                    "指标 %s 限新能源汽车，本车为 %s。请改选新能源车型，或改用不限新能源的指标".formatted(indicator.number(), energy),
                    "indicator %s is for a new-energy vehicle, this one is %s; choose a new-energy model, or use another indicator"
                            .formatted(indicator.number(), energy));
        }
    }

    private void add(String rule, String zh, String en) {
        found.add(new Violation(rule, rules.clause(rule), zh, en));
    }
}

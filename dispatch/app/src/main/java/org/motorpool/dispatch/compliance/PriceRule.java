package org.motorpool.dispatch.compliance;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

/** The price limit, inclusive and without purchase tax; a new-energy sedan has its own, other new-energy bodies do not. */
final class PriceRule {

    private PriceRule() {}

    static Optional<Violation> check(
            RuleBook rules, VehicleCategory category, EquipmentLimit limit, AcquisitionProposal proposal) {
        Long sedanMax = limit.newEnergySedanPriceMax_fen();
        if (sedanMax != null && isNewEnergySedan(rules, proposal)) {
            return over(category, limit, proposal, sedanMax, null);
        }
        Long max = limit.priceMax_fen();
        return max == null
                ? Optional.empty()
                : over(category, limit, proposal, max, sedanMax != null && sedanMax > max ? sedanMax : null);
    }

    private static Optional<Violation> over(
            VehicleCategory category,
            EquipmentLimit limit,
            AcquisitionProposal proposal,
            long max,
            @Nullable Long newEnergySedanMax) {
        return proposal.price_fen() <= max
                ? Optional.empty()
                : Optional.of(new Violation(
                        "price-over-limit",
                        limit.clause(),
                        "价格 %s 万元（不含车辆购置税）超过“%s”%s 档上限 %s 万元，超出 %s 万元。请选用 %s 万元以内的车型%s"
                                .formatted(
                                        Figures.tenThousandYuan(proposal.price_fen()),
                                        category.name(),
                                        limit.tier(),
                                        Figures.tenThousandYuan(max),
                                        Figures.tenThousandYuan(proposal.price_fen() - max),
                                        Figures.tenThousandYuan(max),
                                        sedanAdvice(newEnergySedanMax)),
                        "the price %s (without purchase tax) is over the limit %s of %s tier %s; choose a model within it%s"
                                .formatted(
                                        Figures.yuan(proposal.price_fen()),
                                        Figures.yuan(max),
                                        category.code(),
                                        limit.tier(),
                                        sedanAdviceEn(newEnergySedanMax))));
    }

    private static String sedanAdvice(@Nullable Long max) {
        return max == null ? "" : "；若改为新能源轿车，上限为 %s 万元".formatted(Figures.tenThousandYuan(max));
    }

    private static String sedanAdviceEn(@Nullable Long max) {
        return max == null ? "" : ", or a new-energy sedan up to " + Figures.yuan(max);
    }

    private static boolean isNewEnergySedan(RuleBook rules, AcquisitionProposal proposal) {
        return proposal.bodyType().equals("SEDAN") && rules.isNewEnergy(proposal.energyType());
    }
}

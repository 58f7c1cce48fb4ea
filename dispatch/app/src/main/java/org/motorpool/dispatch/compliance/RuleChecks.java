package org.motorpool.dispatch.compliance;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;

/** What the figures of a rule must be, whatever other rules say. */
final class RuleChecks {

    private static final Set<String> NATIONAL_CLASSES = Set.of("JYTX", "YJBZ", "ZFZQ", "TZZY", "QT");
    private static final Set<String> BODY_TYPES = Set.of("SEDAN", "SMALL_BUS", "MEDIUM_BUS", "LARGE_BUS");
    private static final Set<String> ENERGY_TYPES = Set.of("BEV", "PHEV", "EREV", "FCEV", "HEV", "ICE");
    private static final Set<String> REGISTERED_ONLY = Set.of("PROVINCE", "CITY");
    private static final Set<String> ACCOUNTS = Set.of("PROVINCE", "CITY", "DEPARTMENT", "BUDGET_UNIT", "VEHICLE");

    private RuleChecks() {}

    static void check(Rule rule) {
        switch (rule) {
            case VehicleCategory category -> category(category);
            case EquipmentLimit limit -> limit(limit);
            case NevRule nev -> nev(nev);
            case RenewalRule renewal -> renewal(renewal);
            case QuotaFormula formula -> formula(formula);
            case RuleClause clause -> Fields.text("content.rule", clause.rule(), 60);
        }
    }

    private static void category(VehicleCategory category) {
        Codes.code("content.code", category.code());
        Fields.text("content.name", category.name(), 60);
        Fields.oneOf("content.nationalClass", category.nationalClass(), NATIONAL_CLASSES);
        Fields.oneOf("content.quotaAuthority", category.quotaAuthority(), Set.of("FLEET_AUTHORITY", "FINANCE"));
    }

    private static void limit(EquipmentLimit limit) {
        Codes.code("content.category", limit.category());
        Codes.code("content.tier", limit.tier());
        Fields.text("content.condition", limit.condition(), 200);
        subset("content.bodyTypes", limit.bodyTypes(), BODY_TYPES);
        notEmpty("content.bodyTypes", limit.bodyTypes());
        positive("content.priceMax_fen", limit.priceMax_fen());
        positive("content.displacementMax_l", limit.displacementMax_l());
        positive("content.newEnergySedanPriceMax_fen", limit.newEnergySedanPriceMax_fen());
    }

    private static void nev(NevRule nev) {
        if (!nev.code().matches("N[0-9]{1,2}")) {
            throw Fields.bad("content.code", "应为 N 加 1 至 2 位数字，例如 N1", "must be N and one or two digits, e.g. N1");
        }
        Fields.oneOf("content.account", nev.account(), ACCOUNTS);
        Fields.oneOf("content.counts", nev.counts(), Set.of("REGISTERED", "PROCURED"));
        if (nev.counts().equals("PROCURED") && REGISTERED_ONLY.contains(nev.account())) {
            throw Fields.bad("content.counts", "按地区只统计 REGISTERED", "of a region must be REGISTERED");
        }
        if (nev.threshold().signum() <= 0 || nev.threshold().compareTo(BigDecimal.ONE) > 0) {
            throw Fields.bad("content.threshold", "应大于 0 且不超过 1", "must be above 0 and at most 1");
        }
        subset("content.energyTypes", nev.energyTypes(), ENERGY_TYPES);
        notEmpty("content.energyTypes", nev.energyTypes());
        subset("content.kinds", nev.kinds(), Codes.KINDS);
        notEmpty("content.kinds", nev.kinds());
        subset("content.useClasses", nev.useClasses(), Codes.USE_CLASSES);
        if (!nev.judgesEachVehicle() && !nev.useClasses().isEmpty()) {
            throw Fields.bad(
                    "content.useClasses", "只适用于 account 为 VEHICLE 的规则", "is for rules of account VEHICLE only");
        }
        subset("content.exemptionReasons", nev.exemptionReasons(), Codes.EXEMPTION_REASONS);
        Codes.count("content.minAdditions", nev.minAdditions(), 1, 1000);
    }

    private static void renewal(RenewalRule renewal) {
        if (!renewal.category().equals("*")) {
            Codes.code("content.category", renewal.category());
        }
        Codes.count("content.minYears", renewal.minYears(), 0, 30);
        positive("content.min_km", renewal.min_km());
        Fields.oneOf("content.logic", renewal.logic(), Set.of("AND", "OR"));
    }

    private static void formula(QuotaFormula formula) {
        if (!formula.code().matches("[A-Z][A-Z_]{1,30}")) {
            throw Fields.bad("content.code", "应为 2 至 31 位大写字母代码", "must be a code of 2 to 31 capitals");
        }
        notEmpty("content.categories", formula.categories());
        List<Integer> steps = formula.staffUpTo();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) < 0 || (i > 0 && steps.get(i) <= steps.get(i - 1))) {
                throw Fields.bad("content.staffUpTo", "应为递增的非负整数", "must rise and not be negative");
            }
        }
        if (formula.numbers().stream().anyMatch(number -> number < 0)) {
            throw Fields.bad("content.numbers", "不能为负数", "must not be negative");
        }
        Codes.count("content.maximum", formula.maximum(), 0, 100_000);
    }

    private static void subset(String field, Collection<String> given, Set<String> allowed) {
        given.forEach(each -> Fields.oneOf(field, each, allowed));
    }

    private static void notEmpty(String field, Collection<?> given) {
        if (given.isEmpty()) {
            throw Fields.bad(field, "不能为空", "must not be empty");
        }
    }

    private static void positive(String field, @Nullable Number given) {
        if (given != null && !(given.doubleValue() > 0)) {
            throw Fields.bad(field, "应大于 0；不设上限时请省略", "must be above 0; leave it out for no limit");
        }
    }
}

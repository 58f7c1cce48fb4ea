package org.motorpool.dispatch.compliance;

import java.util.List;

/** The kinds of rule rows, each with its record and the fields its content must have. */
public enum RuleKind {
    CATEGORY(VehicleCategory.class, "code", "name", "nationalClass", "quotaAuthority"),
    EQUIPMENT_LIMIT(EquipmentLimit.class, "category", "tier", "bodyTypes", "condition", "approvalRequired"),
    NEV_SHARE(
            NevRule.class,
            "code",
            "account",
            "counts",
            "threshold",
            "energyTypes",
            "hybridCounts",
            "kinds",
            "useClasses",
            "exemptionReasons",
            "minAdditions"),
    RENEWAL(RenewalRule.class, "category", "minYears", "logic", "approvalLifts"),
    QUOTA_FORMULA(QuotaFormula.class, "code", "categories", "staffUpTo", "numbers", "maximum", "binding"),
    CLAUSE(RuleClause.class, "rule");

    private final Class<? extends Rule> type;
    private final List<String> required;

    RuleKind(Class<? extends Rule> type, String... required) {
        this.type = type;
        this.required = List.of(required);
    }

    public Class<? extends Rule> type() {
        return type;
    }

    /** Fields the content of a row must have. */
    List<String> required() {
        return required;
    }
}

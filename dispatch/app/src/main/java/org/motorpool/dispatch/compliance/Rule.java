package org.motorpool.dispatch.compliance;

/** A rule in force for a place: one row of a rule table. */
public sealed interface Rule permits VehicleCategory, EquipmentLimit, NevRule, RenewalRule, QuotaFormula, RuleClause {

    RuleHead head();

    /** Names the rule within its kind; rows of the same key and jurisdiction never overlap in time. */
    String key();

    default String clause() {
        return head().clause();
    }

    default RuleKind kind() {
        return switch (this) {
            case VehicleCategory _ -> RuleKind.CATEGORY;
            case EquipmentLimit _ -> RuleKind.EQUIPMENT_LIMIT;
            case NevRule _ -> RuleKind.NEV_SHARE;
            case RenewalRule _ -> RuleKind.RENEWAL;
            case QuotaFormula _ -> RuleKind.QUOTA_FORMULA;
            case RuleClause _ -> RuleKind.CLAUSE;
        };
    }
}

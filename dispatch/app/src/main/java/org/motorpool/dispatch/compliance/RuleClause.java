package org.motorpool.dispatch.compliance;

/** The clause of a check that has no figures of its own. */
public record RuleClause(RuleHead head, String rule) implements Rule {
    @Override
    public String key() {
        return rule;
    }
}

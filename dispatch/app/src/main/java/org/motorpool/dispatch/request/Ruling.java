package org.motorpool.dispatch.request;

import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.RequestApi.NewDecision;

/** A decision that may be carried out, with its reason. */
record Ruling(Decision decision, @Nullable String reason) {

    /** Of a body; fails with the problem of the first field at fault. */
    static Ruling of(@Nullable NewDecision wanted) {
        Decision decision = DecisionRules.require(wanted);
        String reason = wanted == null || wanted.reason() == null
                ? null
                : wanted.reason().strip();
        return new Ruling(decision, reason);
    }
}

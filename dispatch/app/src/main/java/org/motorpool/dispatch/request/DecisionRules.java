package org.motorpool.dispatch.request;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.RequestApi.NewDecision;

/** What the body of a decision must satisfy. */
final class DecisionRules {

    private static final int LONGEST_REASON = 500;

    private DecisionRules() {}

    static Decision require(@Nullable NewDecision wanted) {
        String name = wanted == null || wanted.decision() == null ? "" : wanted.decision();
        Decision decision = Arrays.stream(Decision.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                                "decision",
                                "decision 应为 APPROVE、RETURN 或 REJECT，收到 \"%s\"".formatted(name),
                                "decision must be APPROVE, RETURN or REJECT, got \"%s\"".formatted(name))
                        .asException());
        String reason =
                wanted == null || wanted.reason() == null ? "" : wanted.reason().strip();
        requireReason(decision, reason);
        return decision;
    }

    private static void requireReason(Decision decision, String reason) {
        if (reason.isEmpty() && decision != Decision.APPROVE) {
            throw Problem.invalid("reason", "退回或驳回须说明理由", "a reason is required to return or reject")
                    .asException();
        }
        if (reason.length() > LONGEST_REASON) {
            throw Problem.invalid(
                            "reason",
                            "理由最多 %d 个字".formatted(LONGEST_REASON),
                            "a reason has %d characters at most".formatted(LONGEST_REASON))
                    .asException();
        }
    }
}

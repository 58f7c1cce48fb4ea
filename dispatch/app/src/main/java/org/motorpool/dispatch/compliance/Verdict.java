package org.motorpool.dispatch.compliance;

import java.util.List;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

/** What the rules say to an acquisition. */
public sealed interface Verdict {

    /** No rule stands against it. */
    record Allowed() implements Verdict {}

    /** Every rule it breaks, each with clause, figures and what would make it acceptable. */
    record Refused(List<Violation> violations) implements Verdict {
        public Refused {
            violations = List.copyOf(violations);
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("a refusal names at least one violation");
            }
        }
    }
}

package org.motorpool.dispatch.reconciliation;

import java.time.Instant;
import java.util.UUID;

/**
 * What says it was the reason to drive in [from, to).
 *
 * @param subjectId the order, the expense or the move
 */
record Claim(Use use, Instant from, Instant to, UUID subjectId) {

    boolean holds(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}

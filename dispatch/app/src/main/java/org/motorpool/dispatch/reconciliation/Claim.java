package org.motorpool.dispatch.reconciliation;

import java.util.UUID;

/**
 * What says it was the reason to drive in [from, to).
 *
 * @param from second of the epoch
 * @param to second of the epoch
 * @param subjectId the order, the expense or the move
 */
record Claim(Use use, long from, long to, UUID subjectId) {

    boolean holds(long second) {
        return from <= second && second < to;
    }
}

package org.motorpool.dispatch.settlement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an expense that was cancelled is charged.
 *
 * @param beingPriced its order waits to be priced
 * @param charged it is a line of a charge
 * @param statementId null while the charge is on no statement
 * @param lineId of the statement
 * @param issued whether the statement is; before that no line of it is taken back
 * @param left_fen what the line has left after what was taken back from it
 */
public record CancelledCharge(
        boolean beingPriced,
        boolean charged,
        @Nullable UUID statementId,
        @Nullable UUID lineId,
        boolean issued,
        long left_fen,
        String reason) {

    /** Nobody pays it, or no more. */
    boolean isDone() {
        return charged ? issued && left_fen == 0 : !beingPriced;
    }
}

package org.motorpool.dispatch.settlement;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a charge before it is written.
 *
 * @param rate_fen fen of one unit; null where the amount is no product
 * @param expenseId the expense that is passed through; each is charged once
 */
public record LineToCharge(
        String component,
        BigDecimal quantity,
        String unit,
        @Nullable Long rate_fen,
        long amount_fen,
        String evidence,
        @Nullable UUID expenseId) {

    /** The lines' sum. */
    public static long total_fen(Iterable<LineToCharge> lines) {
        long total_fen = 0;
        for (LineToCharge line : lines) {
            total_fen = Math.addExact(total_fen, line.amount_fen());
        }
        return total_fen;
    }
}

package org.motorpool.dispatch.sharing;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a price.
 *
 * @param quantity in the component's unit
 * @param rate_fen fen of one unit; null where the amount is no product
 * @param expenseId the expense that is passed through
 */
public record PricedLine(
        PriceComponent component,
        BigDecimal quantity,
        @Nullable Long rate_fen,
        long amount_fen,
        @Nullable UUID expenseId) {

    /** The sum of the lines; there is no other total. */
    public static long total_fen(List<PricedLine> lines) {
        return lines.stream().mapToLong(PricedLine::amount_fen).reduce(0, Math::addExact);
    }
}

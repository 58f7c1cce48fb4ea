package org.motorpool.dispatch.settlement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A use as it was measured and priced.
 *
 * @param distance_m null when nothing was driven
 */
public record UseToCharge(
        ChargeKind kind, Instant from, Instant to, @Nullable Long distance_m, List<LineToCharge> lines) {

    public UseToCharge {
        lines = List.copyOf(lines);
    }

    public long total_fen() {
        return LineToCharge.total_fen(lines);
    }
}

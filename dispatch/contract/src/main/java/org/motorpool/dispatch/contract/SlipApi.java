package org.motorpool.dispatch.contract;

import java.time.Instant;

/** {@code GET /api/v1/orders/verify}: for whoever holds the paper of an order. */
public final class SlipApi {
    private SlipApi() {}

    /**
     * Whether a slip still holds.
     *
     * @param state VALID 有效, CHANGED 已改派 (this paper is superseded), CANCELLED 已取消 or ENDED 已办结
     * @param plate as printed; null when superseded
     * @param from start of the period, null when superseded
     * @param to its end, null when superseded
     */
    public record Verification(String number, String state, String plate, Instant from, Instant to) {}
}

package org.motorpool.telematics.command;

import java.time.Duration;

/**
 * When a message without an answer is sent again (JT/T 808-2013, clause 6.1.1; 2019, clause 6.1.1): after the N-th time
 * the wait is T(N+1) = T(N) × (N+1), so T, 2T, 6T, 24T.
 *
 * @param first T, the wait after the message was sent for the first time
 * @param most how often a message is sent again
 */
record Retransmission(Duration first, int most) {

    /** How long to wait for an answer after the message was sent so many times. */
    Duration timeout(int sent) {
        Duration timeout = first;
        for (int n = 2; n <= sent; n++) {
            timeout = timeout.multipliedBy(n);
        }
        return timeout;
    }

    /** Whether a message that was sent so many times is not sent again. */
    boolean exhausted(int sent) {
        return sent > most;
    }
}

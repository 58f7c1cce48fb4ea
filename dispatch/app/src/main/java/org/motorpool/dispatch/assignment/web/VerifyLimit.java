package org.motorpool.dispatch.assignment.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.TryLimit;

/** Slows the guessing of codes of printed orders: thirty tries for an order from one address within a minute. */
@Singleton
class VerifyLimit {

    static final int MOST_TRIES = 30;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private record Source(String number, String address) {}

    private final TryLimit<Source> tries = new TryLimit<>(MOST_TRIES, WINDOW);
    private final Clock clock;

    VerifyLimit(Clock clock) {
        this.clock = clock;
    }

    /** Count a try; fails with problem {@code verify-limited} beyond the limit. */
    void require(String number, HttpServerRequest request) {
        String address = request.remoteAddress().hostAddress();
        Duration wait = tries.tryNow(new Source(number, address), clock.instant());
        if (wait.isPositive()) {
            long wait_s = wait.toSeconds() + 1;
            throw Problem.of(
                            429,
                            "verify-limited",
                            "核验过于频繁 Too many attempts",
                            "该派车单核验次数过多，请 %d 秒后再试".formatted(wait_s),
                            "this order was verified too often; try again in %d s".formatted(wait_s),
                            null)
                    .asException();
        }
    }
}

package org.motorpool.telematics.bench.gateway;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Says every few seconds how it goes. */
final class Ticker {
    private static final long PERIOD_ns = 5_000_000_000L;

    private final String label;
    private final PrintStream out;
    private @Nullable Census last;

    Ticker(String label, PrintStream out) {
        this.label = label;
        this.out = out;
    }

    void tick(Census census) {
        Census before = last;
        if (before == null) {
            last = census;
        } else if (census.at_ns() - before.at_ns() >= PERIOD_ns) {
            print(before, census);
            last = census;
        }
    }

    private void print(Census before, Census now) {
        double elapsed_s = (now.at_ns() - before.at_ns()) / 1e9;
        out.printf(
                "… %s: 在线 / online %d, 确认 / acknowledged %.0f/s, 等待 / waiting %d, 重发 / repeated %d%n",
                label,
                now.online(),
                (now.acknowledged() - before.acknowledged()) / elapsed_s,
                now.due() - now.acknowledged(),
                now.repeated());
    }
}

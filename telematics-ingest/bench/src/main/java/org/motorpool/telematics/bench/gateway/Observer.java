package org.motorpool.telematics.bench.gateway;

import java.io.PrintStream;
import java.time.Duration;

/** Waits for the fleet, and says every few seconds how it goes. */
final class Observer {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LOOK_ms = 100;

    private final Generator generator;
    private final PrintStream out;

    Observer(Generator generator, PrintStream out) {
        this.generator = generator;
        this.out = out;
    }

    /** What is waited for. */
    interface Condition {
        boolean on(Census census);
    }

    /** Waits; what does not happen in time ends the run. */
    void await(String label, Condition condition) throws InterruptedException {
        long begun_ns = System.nanoTime();
        Ticker ticker = new Ticker(label, out);
        Census census = generator.census();
        while (!condition.on(census)) {
            if (System.nanoTime() - begun_ns > PATIENCE.toNanos()) {
                throw new IllegalStateException("%s: not within %s: %s".formatted(label, PATIENCE, census));
            }
            Thread.sleep(LOOK_ms);
            census = generator.census();
            ticker.tick(census);
        }
    }

    /** Lets time pass. */
    void watch(String label, Duration duration) throws InterruptedException {
        long end_ns = System.nanoTime() + duration.toNanos();
        Ticker ticker = new Ticker(label, out);
        while (System.nanoTime() < end_ns) {
            Thread.sleep(Math.clamp((end_ns - System.nanoTime()) / 1_000_000, 1, LOOK_ms));
            ticker.tick(generator.census());
        }
    }

    /** Offers nothing more and waits until all that was due is acknowledged. */
    void settle() throws InterruptedException {
        generator.offer(0);
        await("结清 / settling", census -> census.acknowledged() == census.due());
    }

    void say(String format, Object... values) {
        out.println("» " + format.formatted(values));
    }

    static double since_s(long begun_ns) {
        return Math.round((System.nanoTime() - begun_ns) / 1e7) / 100.0;
    }
}

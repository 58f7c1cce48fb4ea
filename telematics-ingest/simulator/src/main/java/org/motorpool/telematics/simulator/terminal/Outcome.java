package org.motorpool.telematics.simulator.terminal;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells people what happens and remembers whether anything failed. Thread-safe. */
final class Outcome {
    private final PrintStream err;
    private final AtomicBoolean failed = new AtomicBoolean();

    Outcome(PrintStream err) {
        this.err = err;
    }

    void note(String what) {
        err.println("· " + what);
    }

    void failure(String what) {
        failed.set(true);
        err.println("✗ " + what);
    }

    /** 0 when nothing failed, else 1. */
    int exitCode() {
        return failed.get() ? 1 : 0;
    }
}

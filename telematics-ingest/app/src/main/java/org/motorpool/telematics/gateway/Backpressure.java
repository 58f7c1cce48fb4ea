package org.motorpool.telematics.gateway;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what waits for durability over all connections, and wakes those that stopped reading when half of it is gone. */
final class Backpressure {

    private final int max;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Queue<Runnable> paused = new ConcurrentLinkedQueue<>();

    Backpressure(int max) {
        this.max = max;
    }

    void add(int positions) {
        waiting.addAndGet(positions);
    }

    void release(int positions) {
        if (waiting.addAndGet(-positions) <= max / 2) {
            wake();
        }
    }

    boolean full() {
        return waiting.get() >= max;
    }

    /** Runs {@code resume} once there is room, which may be now. */
    void whenRoom(Runnable resume) {
        paused.add(resume);
        if (waiting.get() <= max / 2) {
            wake();
        }
    }

    int waiting() {
        return waiting.get();
    }

    private void wake() {
        for (Runnable resume = paused.poll(); resume != null; resume = paused.poll()) {
            resume.run();
        }
    }
}

package org.motorpool.telematics.gateway;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Brings what other threads finished back to an event loop: thousands of positions become durable at once, and the loop
 * is woken once for all of them, not once for each.
 */
final class LoopInbox {

    private final EventLoop loop;
    private final Queue<Runnable> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final List<Outgoing> written = new ArrayList<>();

    LoopInbox(EventLoop loop) {
        this.loop = loop;
    }

    /** Runs the task on the loop, after those that arrived before. Any thread may call. */
    void add(Runnable task) {
        arrived.add(task);
        if (scheduled.compareAndSet(false, true)) {
            loop.execute(this::drain);
        }
    }

    /** Something is written; it is flushed once, with all that is written until {@link #flush()}. On the loop only. */
    void flushLater(Outgoing outgoing) {
        written.add(outgoing);
        if (scheduled.compareAndSet(false, true)) {
            loop.execute(this::drain);
        }
    }

    private void drain() {
        scheduled.set(false);
        for (Runnable task = arrived.poll(); task != null; task = arrived.poll()) {
            task.run();
        }
        flush();
    }

    /** Flushes what is written. On the loop only. */
    void flush() {
        for (int i = 0; i < written.size(); i++) {
            written.get(i).flush();
        }
        written.clear();
    }
}

package org.motorpool.telematics.gateway;

import java.util.concurrent.TimeUnit;

/**
 * Decides when a connection is read: not while too much of it, or of all connections, waits for durability; not while the
 * terminal does not take its answers; not when it sends more than any honest terminal does. On the event loop only, but
 * for {@link #stuck}.
 */
final class Flow {

    private final Link link;
    private final Gateway gateway;
    private final LoopInbox inbox;
    private int unacknowledged;
    private int framesThisSecond;
    private long second;
    /** Whether media of the terminal wait. */
    private boolean held;
    /** Since when the terminal does not take what is sent, 0 while it does. */
    private volatile long stalled_ms;

    Flow(Link link, Gateway gateway, LoopInbox inbox) {
        this.link = link;
        this.gateway = gateway;
        this.inbox = inbox;
    }

    /** Positions begin to wait for durability. */
    void add(int positions) {
        unacknowledged += positions;
        boolean total = gateway.backpressure().full();
        if (total || unacknowledged >= gateway.config().unacknowledgedPerConnection()) {
            pause(total ? PauseCause.TOTAL : PauseCause.CONNECTION);
        }
        if (total) {
            resumeWhenRoom();
        }
    }

    /** Positions wait no more. */
    void release(int positions) {
        unacknowledged -= positions;
        resumeIfRoom();
    }

    /** Positions that wait for durability. */
    int waiting() {
        return unacknowledged;
    }

    /** A frame was read; after too many in one second the next has to wait for the next second. */
    void frame(long now_ms) {
        if (now_ms / 1000 != second) {
            second = now_ms / 1000;
            framesThisSecond = 0;
        }
        framesThisSecond++;
        if (framesThisSecond == gateway.config().framesPerSecond()) {
            gateway.metrics().paused(PauseCause.RATE);
            link.pause();
            var unused = link.loop().schedule(this::resumeIfRoom, 1000 - now_ms % 1000, TimeUnit.MILLISECONDS);
        }
    }

    /** The terminal stopped, or began again, to take what is sent. Nothing is read meanwhile, so no answer is added. */
    void writabilityChanged() {
        if (link.isWritable()) {
            endStall();
            resumeIfRoom();
        } else {
            beginStall();
        }
    }

    /** Whether what is sent has not been taken for too long. Any thread may ask. */
    boolean stuck(long now_ms) {
        long since = stalled_ms;
        return since != 0 && now_ms - since > gateway.config().writeTimeout().toMillis();
    }

    void beginStall() {
        if (stalled_ms == 0 && link.isOpen()) {
            stalled_ms = gateway.millis();
            gateway.metrics().stalled();
            pause(PauseCause.UNREAD);
        }
    }

    void endStall() {
        if (stalled_ms != 0) {
            stalled_ms = 0;
            gateway.metrics().resumed();
        }
    }

    private void pause(PauseCause cause) {
        if (link.isReading()) {
            gateway.metrics().paused(cause);
            link.pause();
        }
    }

    /** Not to be read until {@link #letGo()}, because media of the terminal wait. */
    void hold() {
        held = true;
        pause(PauseCause.MEDIA);
    }

    void letGo() {
        if (held) {
            held = false;
            resumeIfRoom();
        }
    }

    private void resumeWhenRoom() {
        gateway.backpressure().whenRoom(() -> inbox.add(this::resumeIfRoom));
    }

    private void resumeIfRoom() {
        if (link.isReading() || !link.isWritable() || held || throttled()) {
            return;
        }
        if (gateway.backpressure().full()) {
            resumeWhenRoom();
        } else if (unacknowledged <= gateway.config().unacknowledgedPerConnection() / 2) {
            link.resume();
        }
    }

    private boolean throttled() {
        return framesThisSecond >= gateway.config().framesPerSecond() && gateway.millis() / 1000 == second;
    }
}

package org.motorpool.telematics.gateway;

/**
 * What media of one connection occupy while disk and database are waited for: the connection is not read while that is
 * too much, or too much of all connections together. On the event loop only.
 */
final class MediaLoad {

    /** Of one connection: a photo and the next, or some packets of an attachment. */
    private static final int MOST_BYTES = 512 * 1024;

    private final Flow flow;
    private final Backpressure all;
    private final LoopInbox inbox;
    private int bytes;
    private int steps;
    private boolean waiting;

    MediaLoad(Flow flow, Backpressure all, LoopInbox inbox) {
        this.flow = flow;
        this.all = all;
        this.inbox = inbox;
    }

    /** Bytes begin to wait for the disk. */
    void add(int more) {
        bytes += more;
        all.add(more);
        settle();
    }

    void release(int less) {
        bytes -= less;
        all.release(less);
        settle();
    }

    /** The terminal has to wait for an answer before anything else of it is read. */
    void begin() {
        steps++;
        settle();
    }

    void end() {
        steps--;
        settle();
    }

    private void settle() {
        if (all.full() && bytes > 0 && !waiting) {
            waiting = true;
            all.whenRoom(() -> inbox.add(this::roomAgain));
        }
        if (waiting || steps > 0 || bytes >= MOST_BYTES) {
            flow.hold();
        } else {
            flow.letGo();
        }
    }

    private void roomAgain() {
        waiting = false;
        settle();
    }
}

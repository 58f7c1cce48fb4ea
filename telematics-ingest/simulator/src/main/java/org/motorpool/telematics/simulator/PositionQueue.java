package org.motorpool.telematics.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Uplink.LocationReport;

/** Positions that the platform has not acknowledged, oldest first; bounded, the oldest give way. */
final class PositionQueue {
    private final int capacity;
    private final int window;
    private final Duration patience;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /** A queue that has at most {@code window} positions under way, each for at most {@code patience}. */
    PositionQueue(int capacity, int window, Duration patience) {
        this.capacity = capacity;
        this.window = window;
        this.patience = patience;
    }

    /** A position and, while it is under way, its serial. */
    private static final class Waiting {
        private final LocationReport report;
        private @Nullable Instant sentAt;
        private int serial;

        Waiting(LocationReport report) {
            this.report = report;
        }
    }

    /** Adds the newest position; false when the oldest had to give way. */
    boolean add(LocationReport report) {
        boolean full = waiting.size() == capacity;
        if (full) {
            waiting.removeFirst();
        }
        waiting.addLast(new Waiting(report));
        return !full;
    }

    /** What may be sent now; the caller says with which serial by {@link Due#sent}. */
    List<Due> due(Instant now) {
        List<Due> due = new ArrayList<>();
        int underWay = 0;
        for (Waiting position : waiting) {
            if (underWay == window) {
                break;
            }
            underWay++;
            if (position.sentAt == null) {
                due.add(new Due(position, now));
            }
        }
        return due;
    }

    /** One position to send. */
    static final class Due {
        private final Waiting position;
        private final Instant now;

        private Due(Waiting position, Instant now) {
            this.position = position;
            this.now = now;
        }

        LocationReport report() {
            return position.report;
        }

        void sent(int serial) {
            position.serial = serial;
            position.sentAt = now;
        }
    }

    /** The platform has the position; false for a serial that is not under way. */
    boolean acknowledge(int serial) {
        Iterator<Waiting> oldestFirst = waiting.iterator();
        while (oldestFirst.hasNext()) {
            Waiting position = oldestFirst.next();
            if (position.sentAt != null && position.serial == serial) {
                oldestFirst.remove();
                return true;
            }
        }
        return false;
    }

    /** Whether a position has been under way for longer than the queue has patience. */
    boolean overdue(Instant now) {
        for (Waiting position : waiting) {
            if (position.sentAt != null && !now.isBefore(position.sentAt.plus(patience))) {
                return true;
            }
        }
        return false;
    }

    /** All positions count as not sent: the connection they were sent on is gone, or they went unanswered. */
    void resend() {
        waiting.forEach(position -> position.sentAt = null);
    }

    int size() {
        return waiting.size();
    }
}

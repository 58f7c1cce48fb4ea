package org.motorpool.telematics.simulator.terminal;

import java.util.ArrayDeque;
import java.util.Deque;

/** Ids of the messages that the platform sent and nobody waited for yet; bounded, the oldest give way. Not thread-safe. */
final class Heard {
    private static final int MOST = 10_000;

    private final Deque<Integer> ids = new ArrayDeque<>();

    void add(int messageId) {
        if (ids.size() == MOST) {
            ids.removeFirst();
        }
        ids.addLast(messageId);
    }

    boolean has(int messageId) {
        return ids.contains(messageId);
    }

    /** Forgets everything up to that message; false when it was not heard. */
    boolean pass(int messageId) {
        boolean found = has(messageId);
        while (found && ids.removeFirst() != messageId) {
            // heard before it
        }
        return found;
    }
}

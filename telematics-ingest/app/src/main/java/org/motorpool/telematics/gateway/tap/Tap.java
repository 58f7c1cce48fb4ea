package org.motorpool.telematics.gateway.tap;

import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.TerminalApi;

/**
 * The last frames of one terminal while somebody listens (报文监听): bounded in number, size and time. The terminal may
 * connect anew meanwhile. Thread-safe.
 */
public final class Tap {

    private static final int MOST_DIGITS = 1 << 20;

    private final String phone;
    private final String openedBy;
    private final Instant openedAt;
    private volatile Instant until;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Heard> kept = new ArrayDeque<>();
    private WireCutter up = new WireCutter();
    private WireCutter down = new WireCutter();
    private @Nullable Object connection;
    private int digits;
    private long seen;

    Tap(String phone, String openedBy, Instant openedAt, Instant until) {
        this.phone = phone;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
        this.until = until;
    }

    /** What there is to say about it. */
    public TerminalApi.Tap view() {
        lock.lock();
        try {
            return new TerminalApi.Tap(phone, openedAt, until, openedBy, seen);
        } finally {
            lock.unlock();
        }
    }

    /** What was heard after that number, oldest first. */
    public List<Heard> after(long number, int limit) {
        lock.lock();
        try {
            return kept.stream()
                    .filter(heard -> heard.number() > number)
                    .limit(limit)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** Who opened it. */
    public String openedBy() {
        return openedBy;
    }

    boolean listens(Instant now) {
        return now.isBefore(until);
    }

    void extend(Instant newUntil) {
        until = newUntil;
    }

    /** Takes in what goes over a connection of the terminal. */
    void hear(Object from, Direction direction, ByteBuf bytes, Instant now) {
        lock.lock();
        try {
            if (from != connection) {
                connection = from;
                up = new WireCutter();
                down = new WireCutter();
            }
            WireCutter cutter = direction == Direction.UP ? up : down;
            cutter.cut(bytes, hex -> keep(new Heard(++seen, now, direction, hex)));
        } finally {
            lock.unlock();
        }
    }

    private void keep(Heard heard) {
        kept.addLast(heard);
        digits += heard.hex().length();
        while (kept.size() > TerminalApi.TAP_FRAMES || digits > MOST_DIGITS) {
            digits -= kept.removeFirst().hex().length();
        }
    }
}

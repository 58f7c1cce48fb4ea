package org.motorpool.telematics.gateway.tap;

import io.netty.buffer.ByteBuf;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The open taps, a few at a time. While there is none a connection asks {@link #any()} and nothing else. Frames are
 * personal data: they are in memory while the tap lasts and a minute longer, and in no log.
 */
@Singleton
public class Taps {

    static final int MOST = 20;

    /** After its end a tap can be read for so long, so that the last frames are not lost. */
    private static final Duration READABLE_AFTERWARDS = Duration.ofMinutes(1);

    private final Clock clock = Clock.systemUTC();
    private final ReentrantLock changes = new ReentrantLock();
    private final Map<String, Tap> byPhone = new ConcurrentHashMap<>();
    private volatile boolean any;

    /** What opening a tap comes to. */
    public sealed interface Opening {

        /** It listens; also when it did already, for the same account: then with the new end. */
        record Opened(Tap tap) implements Opening {}

        /** Another account listens to this terminal. */
        record Taken() implements Opening {}

        /** As many are open as may be. */
        record TooMany() implements Opening {}
    }

    /** Whether anybody listens to anything. Any thread may ask, and at no cost. */
    public boolean any() {
        return any;
    }

    /** Listens to the terminal with this number (without leading zeros) for a while, from now on. */
    public Opening open(String phone, String account, Duration length) {
        changes.lock();
        try {
            expire();
            Instant now = clock.instant();
            Tap other = byPhone.get(phone);
            if (other != null && other.listens(now)) {
                return prolong(other, account, now.plus(length));
            }
            if (other == null && byPhone.size() >= MOST) {
                return new Opening.TooMany();
            }
            Tap tap = new Tap(phone, account, now, now.plus(length));
            byPhone.put(phone, tap);
            any = true;
            return new Opening.Opened(tap);
        } finally {
            changes.unlock();
        }
    }

    private static Opening prolong(Tap tap, String account, Instant until) {
        if (!tap.openedBy().equals(account)) {
            return new Opening.Taken();
        }
        tap.extend(until);
        return new Opening.Opened(tap);
    }

    /** The tap of the terminal, also for a minute after its end. */
    public Optional<Tap> find(String phone) {
        expire();
        return Optional.ofNullable(byPhone.get(phone));
    }

    /** Ends the tap and forgets what it heard; false when there is none. */
    public boolean close(String phone) {
        changes.lock();
        try {
            boolean closed = byPhone.remove(phone) != null;
            any = !byPhone.isEmpty();
            return closed;
        } finally {
            changes.unlock();
        }
    }

    /** Forgets the taps whose time is over; called now and then. */
    public void expire() {
        if (!any) {
            return;
        }
        changes.lock();
        try {
            Instant over = clock.instant().minus(READABLE_AFTERWARDS);
            byPhone.values().removeIf(tap -> !tap.listens(over));
            any = !byPhone.isEmpty();
        } finally {
            changes.unlock();
        }
    }

    /**
     * What goes over a connection, if somebody listens to its terminal.
     *
     * @param rawPhone the number as in the header, with leading zeros; empty when the terminal has not said it
     * @param bytes left as they are
     */
    public void hear(Object connection, String rawPhone, Direction direction, ByteBuf bytes) {
        @Nullable Tap tap = byPhone.get(plain(rawPhone));
        Instant now = clock.instant();
        if (tap != null && tap.listens(now)) {
            tap.hear(connection, direction, bytes, now);
        }
    }

    private static String plain(String rawPhone) {
        int zeros = 0;
        while (zeros < rawPhone.length() - 1 && rawPhone.charAt(zeros) == '0') {
            zeros++;
        }
        return rawPhone.substring(zeros);
    }
}

package org.motorpool.telematics.simulator;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Counts what happens and tells it on a stream, one line for each kind of event; never personal data. Thread-safe. */
final class Progress {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Duration SAME_PROBLEM = Duration.ofSeconds(30);

    private final PrintStream out;
    private final InstantSource clock;
    private final Map<String, Instant> problems = new HashMap<>();
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> told = new EnumMap<>(Kind.class);

    /** What is counted. */
    enum Kind {
        TERMINALS_ONLINE,
        POSITIONS_ACKNOWLEDGED,
        POSITIONS_RESENT,
        POSITIONS_DROPPED,
        CONNECTIONS_LOST,
        REGISTRATIONS_REFUSED,
        TEXTS_RECEIVED,
        REQUESTS_SUBMITTED,
        REQUESTS_APPROVED,
        PLANS_COMMITTED,
        ORDERS_ACCEPTED,
        TRIPS_DEPARTED,
        TRIPS_ARRIVED,
        TRIPS_RETURNED;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    Progress(PrintStream out) {
        this(out, InstantSource.system());
    }

    Progress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    synchronized void add(Kind kind, long number) {
        counts.merge(kind, number, Long::sum);
    }

    synchronized long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** Prints a line for each count that changed since the last time. */
    synchronized void tell() {
        counts.forEach((kind, count) -> {
            if (!count.equals(told.put(kind, count))) {
                line("%s: %d".formatted(kind.label(), count));
            }
        });
    }

    /** One line. */
    synchronized void note(String what) {
        line(what);
    }

    /** Something that went wrong and is tried again or left out; the same again within half a minute is not told. */
    synchronized void problem(String what) {
        Instant now = clock.instant();
        problems.values().removeIf(told -> told.isBefore(now.minus(SAME_PROBLEM)));
        if (problems.putIfAbsent(what, now) == null) {
            line("! " + what);
        }
    }

    private void line(String text) {
        out.println("[simulator] " + clock.instant().atZone(ZONE).format(TIME) + " " + text);
    }
}

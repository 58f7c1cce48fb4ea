package org.motorpool.telematics.bench.gateway;

import java.util.ArrayList;
import java.util.List;

/**
 * When reports are due. A slot is one report of the fleet; slots follow each other at an even rate that does not depend
 * on the answers (open loop), or as fast as answers come (closed loop).
 */
final class Timetable {
    private static final int REMEMBERED = 1 << 20;

    private final List<Period> periods = new ArrayList<>();

    /** A time with one rule. */
    private sealed interface Period {
        long first();

        long due(long now_ns, long acknowledged);

        long dueAt_ns(long slot);
    }

    private record Even(long first, long from_ns, double perSecond) implements Period {
        @Override
        public long due(long now_ns, long acknowledged) {
            return first + (long) ((now_ns - from_ns) * perSecond / 1e9);
        }

        @Override
        public long dueAt_ns(long slot) {
            return from_ns + (long) ((slot + 1 - first) / perSecond * 1e9);
        }
    }

    private static final class Window implements Period {
        private final long first;
        private final int inFlight;
        private final long[] dueAt_ns = new long[REMEMBERED];
        private long due;

        Window(long first, int inFlight) {
            this.first = first;
            this.inFlight = inFlight;
            this.due = first;
        }

        @Override
        public long first() {
            return first;
        }

        @Override
        public long due(long now_ns, long acknowledged) {
            while (due < acknowledged + inFlight) {
                dueAt_ns[(int) (due++ % REMEMBERED)] = now_ns;
            }
            return due;
        }

        @Override
        public long dueAt_ns(long slot) {
            return dueAt_ns[(int) (slot % REMEMBERED)];
        }
    }

    Timetable(long now_ns) {
        periods.add(new Even(0, now_ns, 0));
    }

    /** From now on so many slots per second; 0 stops. */
    void even(double perSecond, long now_ns, long acknowledged) {
        periods.add(new Even(due(now_ns, acknowledged), now_ns, perSecond));
    }

    /** From now on a new slot for each answer, with so many that wait. */
    void closed(int inFlight, long now_ns, long acknowledged) {
        periods.add(new Window(due(now_ns, acknowledged), inFlight));
    }

    /** Slots due until now. */
    long due(long now_ns, long acknowledged) {
        return periods.getLast().due(now_ns, acknowledged);
    }

    long dueAt_ns(long slot) {
        for (int i = periods.size() - 1; i > 0; i--) {
            if (periods.get(i).first() <= slot) {
                return periods.get(i).dueAt_ns(slot);
            }
        }
        throw new IllegalArgumentException("slot %d was never due".formatted(slot));
    }
}

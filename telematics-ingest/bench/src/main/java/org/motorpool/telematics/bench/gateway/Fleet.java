package org.motorpool.telematics.bench.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * All terminals: each connects, authenticates, reports when its turn comes, repeats what is not answered, and comes back
 * when the connection is lost. On one event loop only.
 */
final class Fleet implements Link.Events {
    private static final int FRAME_BYTES = 160;
    private static final int OK = 0;
    /** As JT/T 808 has it: a message that is not answered is sent again after a time that grows with each attempt. */
    private static final int PATIENCE_ms = 10_000;

    private static final int ATTEMPTS = 3;
    private static final int SHORTEST_BACKOFF_ms = 500;
    private static final int LONGEST_BACKOFF_ms = 4_000;
    private static final int MOST_DOUBLINGS = 3;

    private static final byte OFFLINE = 0;
    private static final byte CONNECTING = 1;
    private static final byte AUTHENTICATING = 2;
    private static final byte ONLINE = 3;

    private final Roster roster;
    private final Frames frames;
    private final Turns turns;
    private final Ledger ledger;
    private final Timetable timetable;
    private final Latency latency = new Latency();
    private final SplittableRandom random = new SplittableRandom(808);
    private final long started_ns = System.nanoTime();

    private final byte[] states;
    private final byte[] attempts;
    /** When something has to happen if nothing else does before, milliseconds since the start. */
    private final int[] wake_ms;
    /** Reports that are due, as a total. */
    private final int[] due;

    private final boolean[] in;

    private Link tcp = new NoLink();
    private Link udp = new NoLink();
    private int tcpTerminals;
    private long slot;
    private int online;
    private int everIn;
    private long refused;
    private long repeated;
    private long lost;
    private @Nullable Throwable failure;

    Fleet(Roster roster) {
        this.roster = roster;
        frames = new Frames(roster);
        turns = new Turns(roster.terminals());
        ledger = new Ledger(roster.terminals());
        timetable = new Timetable(started_ns);
        states = new byte[roster.terminals()];
        attempts = new byte[roster.terminals()];
        wake_ms = new int[roster.terminals()];
        due = new int[roster.terminals()];
        in = new boolean[roster.terminals()];
    }

    /** The first {@code tcpTerminals} connect by TCP, the others use UDP; all of them begin within {@code within_ms}. */
    void begin(Link tcp, Link udp, int tcpTerminals, int within_ms) {
        this.tcp = tcp;
        this.udp = udp;
        this.tcpTerminals = tcpTerminals;
        for (int terminal = 0; terminal < wake_ms.length; terminal++) {
            wake_ms[terminal] = now_ms() + random.nextInt(within_ms + 1);
        }
    }

    Timetable timetable() {
        return timetable;
    }

    Ledger ledger() {
        return ledger;
    }

    Latency latency() {
        return latency;
    }

    /** From now on it counts again who authenticated. */
    void countAnew() {
        Arrays.fill(in, false);
        everIn = 0;
    }

    /** What is due is sent; a few times per millisecond at most. */
    void tick() {
        long until = timetable.due(System.nanoTime(), ledger.acknowledged());
        for (; slot < until; slot++) {
            int terminal = turns.terminal(slot);
            due[terminal]++;
            report(terminal);
        }
        flush();
    }

    private void flush() {
        tcp.flush();
        udp.flush();
    }

    /** Looks after those for whom nothing happened for too long. */
    void sweep() {
        int now_ms = now_ms();
        for (int terminal = 0; terminal < states.length; terminal++) {
            if (wake_ms[terminal] - now_ms <= 0) {
                wake(terminal, now_ms);
            }
        }
        flush();
    }

    private void wake(int terminal, int now_ms) {
        wake_ms[terminal] = now_ms + PATIENCE_ms;
        switch (states[terminal]) {
            case OFFLINE -> {
                states[terminal] = CONNECTING;
                link(terminal).open(terminal);
            }
            case ONLINE -> {
                if (ledger.waits(terminal)) {
                    repeat(terminal, now_ms);
                }
            }
            default -> giveUp(terminal);
        }
    }

    private void repeat(int terminal, int now_ms) {
        if (++attempts[terminal] > ATTEMPTS) {
            giveUp(terminal);
            return;
        }
        wake_ms[terminal] = now_ms + PATIENCE_ms * (attempts[terminal] + 1);
        if (link(terminal).takes(terminal)) {
            sendWaiting(terminal);
        }
    }

    private void sendWaiting(int terminal) {
        for (int number = ledger.waiting(terminal, 0); number >= 0; number = ledger.waiting(terminal, number + 1)) {
            repeated++;
            send(terminal, number);
        }
    }

    private void giveUp(int terminal) {
        link(terminal).close(terminal);
        lost(terminal);
    }

    private Link link(int terminal) {
        return terminal < tcpTerminals ? tcp : udp;
    }

    private void report(int terminal) {
        while (states[terminal] == ONLINE && ledger.next(terminal) < due[terminal] && ledger.room(terminal)) {
            if (!ledger.waits(terminal)) {
                wake_ms[terminal] = now_ms() + PATIENCE_ms;
            }
            send(terminal, ledger.send(terminal));
        }
    }

    private void send(int terminal, int number) {
        ByteBuf frame = PooledByteBufAllocator.DEFAULT.directBuffer(FRAME_BYTES);
        frames.report(terminal, number, frame);
        link(terminal).send(terminal, frame);
    }

    @Override
    public void opened(int terminal) {
        states[terminal] = AUTHENTICATING;
        wake_ms[terminal] = now_ms() + PATIENCE_ms;
        ByteBuf frame = PooledByteBufAllocator.DEFAULT.directBuffer(FRAME_BYTES);
        frames.authenticate(terminal, ledger.next(terminal), frame);
        link(terminal).send(terminal, frame);
    }

    @Override
    public void lost(int terminal) {
        if (states[terminal] == OFFLINE) {
            return;
        }
        if (states[terminal] == ONLINE) {
            online--;
            lost++;
            attempts[terminal] = 0;
        }
        int backoff_ms = Math.min(LONGEST_BACKOFF_ms, SHORTEST_BACKOFF_ms << attempts[terminal]);
        attempts[terminal] = (byte) Math.min(MOST_DOUBLINGS, attempts[terminal] + 1);
        states[terminal] = OFFLINE;
        wake_ms[terminal] = now_ms() + backoff_ms / 2 + random.nextInt(backoff_ms / 2);
    }

    @Override
    public void replied(int terminal, int serial, int messageId, int result) {
        if (messageId == Frames.AUTHENTICATE && states[terminal] == AUTHENTICATING) {
            authenticated(terminal, result);
        } else if (messageId == Frames.LOCATION_REPORT) {
            answered(terminal, serial, result);
        }
    }

    private void authenticated(int terminal, int result) {
        if (result != OK) {
            refuse(terminal);
            return;
        }
        states[terminal] = ONLINE;
        attempts[terminal] = 0;
        online++;
        if (!in[terminal]) {
            in[terminal] = true;
            everIn++;
        }
        sendWaiting(terminal);
        report(terminal);
    }

    private void answered(int terminal, int serial, int result) {
        if (result != OK) {
            refuse(terminal);
            return;
        }
        int number = ledger.acknowledge(terminal, serial);
        if (number >= 0) {
            long answered = turns.slot(terminal, number);
            latency.record(answered, System.nanoTime() - timetable.dueAt_ns(answered));
            attempts[terminal] = states[terminal] == ONLINE ? 0 : attempts[terminal];
            wake_ms[terminal] = states[terminal] == ONLINE ? now_ms() + PATIENCE_ms : wake_ms[terminal];
            report(terminal);
        }
    }

    /** A gateway that was restarted does not know a terminal that comes by UDP: it authenticates again. */
    private void refuse(int terminal) {
        refused++;
        if (states[terminal] == ONLINE || states[terminal] == AUTHENTICATING) {
            giveUp(terminal);
        }
    }

    @Override
    public void failed(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    Census census() {
        if (failure != null) {
            throw new IllegalStateException("the benchmark went wrong", failure);
        }
        return new Census(
                System.nanoTime(), online, everIn, slot, ledger.sent(), ledger.acknowledged(), repeated, refused, lost);
    }

    private int now_ms() {
        return (int) ((System.nanoTime() - started_ns) / 1_000_000);
    }

    /** Before there are links. */
    private static final class NoLink implements Link {
        @Override
        public void open(int terminal) {
            throw new IllegalStateException("terminal %d has no link".formatted(terminal));
        }

        @Override
        public void send(int terminal, ByteBuf frame) {
            open(terminal);
        }

        @Override
        public void flush() {}

        @Override
        public boolean takes(int terminal) {
            return false;
        }

        @Override
        public void close(int terminal) {}
    }
}

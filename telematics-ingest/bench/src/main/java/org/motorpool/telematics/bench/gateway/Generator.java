package org.motorpool.telematics.bench.gateway;

import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** The fleet on its event loop, driven from another thread. */
final class Generator implements AutoCloseable {
    private static final int TICK_ms = 1;
    private static final int SWEEP_ms = 50;
    /** Connections begun per millisecond at the start. */
    private static final int STARTS_PER_ms = 10;

    private final Transport transport;
    private final Fleet fleet;
    private final Roster roster;

    Generator(Roster roster, InetSocketAddress gateway) {
        this.roster = roster;
        this.transport = Transport.to(gateway);
        this.fleet = new Fleet(roster);
    }

    /** The first so many terminals connect by TCP, the others use UDP. */
    void begin(int tcpTerminals) {
        Link tcp = new TcpLink(transport, roster, fleet);
        Link udp = new UdpLink(transport, roster, fleet, tcpTerminals);
        ask(() -> {
            fleet.begin(tcp, udp, tcpTerminals, roster.terminals() / STARTS_PER_ms);
            return true;
        });
        repeat(fleet::tick, TICK_ms);
        repeat(fleet::sweep, SWEEP_ms);
    }

    private void repeat(Runnable task, int period_ms) {
        Runnable guarded = () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                fleet.failed(e);
            }
        };
        var unused = transport.loop().scheduleWithFixedDelay(guarded, period_ms, period_ms, TimeUnit.MILLISECONDS);
    }

    Census census() {
        return ask(fleet::census);
    }

    /** Positions offered per second from now on. */
    void offer(int perSecond) {
        ask(() -> {
            fleet.timetable().even(perSecond, System.nanoTime(), fleet.ledger().acknowledged());
            return true;
        });
    }

    /** From now on a new position is offered for each that is acknowledged. */
    void offerWhatIsTaken(int inFlight) {
        ask(() -> {
            fleet.timetable().closed(inFlight, System.nanoTime(), fleet.ledger().acknowledged());
            return true;
        });
    }

    void countAnew() {
        ask(() -> {
            fleet.countAnew();
            return true;
        });
    }

    /** Latencies count for what is due from now on. */
    Census measure() {
        return ask(() -> {
            Census census = fleet.census();
            fleet.latency().measureFrom(census.due());
            return census;
        });
    }

    /** Latencies do not count for what is due from now on. */
    Census endMeasuring() {
        return ask(() -> {
            Census census = fleet.census();
            fleet.latency().measureUntil(census.due());
            return census;
        });
    }

    double latency_ms(double percentile) {
        return ask(() -> fleet.latency().percentile_ms(percentile));
    }

    /** What was sent and acknowledged; to be read when nothing happens any more. */
    Ledger ledger() {
        return fleet.ledger();
    }

    private <T> T ask(Callable<T> question) {
        Future<T> answer = transport.loop().submit(question).awaitUninterruptibly();
        if (!answer.isSuccess()) {
            throw new IllegalStateException("the generator failed", answer.cause());
        }
        return answer.getNow();
    }

    @Override
    public void close() {
        transport.close();
    }
}

package org.motorpool.dispatch.bench.booking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Bookings under load: as many as go, or at a rate that does not wait for the platform. */
final class Load {

    private static final int AT_A_TIME = 24;

    /** So many stretches in a row without this much more than the best before, and the platform is warm. */
    private static final int LEVEL_STRETCHES = 6;

    private static final double GAIN = 0.03;

    private final Chain chain;
    private final Calls calls;
    private final AtomicLong next = new AtomicLong();

    Load(Chain chain, Calls calls) {
        this.chain = chain;
        this.calls = calls;
    }

    /** What was measured; latencies are of single calls. */
    record Measured(long chains, double seconds, Histogram latencies_us) {

        double chains_per_s() {
            return chains / seconds;
        }
    }

    /** The number of the next booking; nobody gets it twice. */
    long next() {
        return next.getAndIncrement();
    }

    /**
     * As many as go, until the compiler has done its work: a stretch brings no more than those before, or the time is up.
     *
     * @return how long it took, in seconds
     */
    double warmUp(Duration stretch, Duration atMost) throws InterruptedException, ExecutionException {
        long begun_ns = System.nanoTime();
        double best = 0;
        int level = 0;
        while (level < LEVEL_STRETCHES && System.nanoTime() - begun_ns < atMost.toNanos()) {
            double now = closed(stretch).chains_per_s();
            level = now > best * (1 + GAIN) ? 0 : level + 1;
            best = Math.max(best, now);
        }
        return (System.nanoTime() - begun_ns) / 1e9;
    }

    /** Always the same number of bookings under way. */
    Measured closed(Duration duration) throws InterruptedException, ExecutionException {
        Histogram latencies_us = new ConcurrentHistogram(3);
        AtomicLong chains = new AtomicLong();
        long begun_ns = System.nanoTime();
        inParallel(IntStream.range(0, AT_A_TIME)
                .<Callable<Void>>mapToObj(_ -> () -> {
                    while (System.nanoTime() - begun_ns < duration.toNanos()) {
                        chain.run(calls, booking(), System.nanoTime(), latencies_us);
                        chains.incrementAndGet();
                    }
                    return null;
                })
                .toList());
        return new Measured(chains.get(), (System.nanoTime() - begun_ns) / 1e9, latencies_us);
    }

    /** A booking begins at each tick, however long those before take; a late one is measured from its tick. */
    Measured open(double chains_per_s, Duration duration) throws InterruptedException, ExecutionException {
        Histogram latencies_us = new ConcurrentHistogram(3);
        long count = Math.round(chains_per_s * duration.toSeconds());
        long begun_ns = System.nanoTime();
        inParallel(LongStream.range(0, count)
                .<Callable<Void>>mapToObj(tick -> () -> {
                    long due_ns = begun_ns + Math.round(tick * 1e9 / chains_per_s);
                    sleepUntil(due_ns);
                    chain.run(calls, booking(), due_ns, latencies_us);
                    return null;
                })
                .toList());
        return new Measured(count, (System.nanoTime() - begun_ns) / 1e9, latencies_us);
    }

    private Chain.Booking booking() {
        return new Chain.Booking(next(), "load");
    }

    private static void sleepUntil(long due_ns) {
        for (long left_ns = due_ns - System.nanoTime(); left_ns > 0; left_ns = due_ns - System.nanoTime()) {
            LockSupport.parkNanos(left_ns);
        }
    }

    /** Does all of them, each in a thread of its own; the first failure is thrown. */
    static <T> List<T> inParallel(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = work.stream().map(threads::submit).toList();
            List<T> done = new ArrayList<>();
            for (Future<T> each : all) {
                done.add(each.get());
            }
            return done;
        }
    }
}

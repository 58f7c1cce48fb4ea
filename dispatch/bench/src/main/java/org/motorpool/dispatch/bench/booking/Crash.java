package org.motorpool.dispatch.bench.booking;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.motorpool.dispatch.bench.platform.Application;

/** The platform is killed again and again while people book; they repeat what was not answered. */
final class Crash {

    private static final int AT_A_TIME = 24;
    private static final int LEAST_ms = 2000;
    private static final int MOST_ms = 5000;

    private final Chain chain;
    private final Calls calls;
    private final Load numbers;

    Crash(Chain chain, Calls calls, Load numbers) {
        this.chain = chain;
        this.calls = calls;
        this.numbers = numbers;
    }

    /** Everything that was confirmed. */
    List<Chain.Confirmed> run(Application application, int heap_mb, int crashes, PrintStream progress)
            throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Callable<List<Chain.Confirmed>>> people = new ArrayList<>(IntStream.range(0, AT_A_TIME)
                .<Callable<List<Chain.Confirmed>>>mapToObj(_ -> () -> book(over))
                .toList());
        people.add(() -> {
            killRepeatedly(application, heap_mb, crashes, progress, over);
            return List.of();
        });
        return Load.inParallel(people).stream().flatMap(List::stream).toList();
    }

    private List<Chain.Confirmed> book(AtomicBoolean over) throws InterruptedException {
        List<Chain.Confirmed> done = new ArrayList<>();
        while (!over.get()) {
            Chain.Booking booking = new Chain.Booking(numbers.next(), "crash");
            done.add(chain.spend(calls, chain.run(calls, booking, System.nanoTime(), new ConcurrentHistogram(3))));
        }
        return done;
    }

    /** Each time at another moment; the last load runs on a little after the last restart. */
    private static void killRepeatedly(
            Application application, int heap_mb, int crashes, PrintStream progress, AtomicBoolean over)
            throws IOException, InterruptedException {
        try {
            for (int crash = 1; crash <= crashes; crash++) {
                Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(LEAST_ms, MOST_ms)));
                application.kill();
                progress.printf("  kill -9，第 %d 次 / number %d%n", crash, crash);
                application.start(heap_mb);
            }
            Thread.sleep(Duration.ofMillis(LEAST_ms));
        } finally {
            over.set(true);
        }
    }
}

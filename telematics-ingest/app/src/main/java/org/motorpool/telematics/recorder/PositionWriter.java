package org.motorpool.telematics.recorder;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.motorpool.telematics.contract.TelematicsEvent;

/**
 * Stores events in the order they are handed in, many submissions in one transaction: one thread takes whatever waits.
 * While the database is away it keeps what it accepted and tries again; it never drops.
 */
@Singleton
public class PositionWriter {

    /** Shutdown order: after the gateway stopped reading. */
    public static final int SHUTDOWN_PRIORITY = 3000;

    private static final Logger LOG = Logger.getLogger(PositionWriter.class);

    private final PositionStore store;
    private final RecorderConfig config;
    private final Timer commits;
    private final Counter retries;
    private final BlockingQueue<Submission> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread thread;
    private volatile boolean stopping;

    PositionWriter(PositionStore store, RecorderConfig config, MeterRegistry registry) {
        this.store = store;
        this.config = config;
        this.commits = registry.timer("motorpool.telematics.recorder.commit");
        this.retries = registry.counter("motorpool.telematics.recorder.retries");
        registry.gauge("motorpool.telematics.recorder.waiting", waiting);
        this.thread = Thread.ofPlatform().daemon().name("telemetry-writer").start(this::run);
    }

    /**
     * Stores the positions and alarms among the events; the other kinds leave no row but keep their turn. Never blocks,
     * any thread may call.
     *
     * @return completes on the writer's thread (do not block it), in the order of the calls, when the events are
     *     committed. It fails only when they were not accepted: the queue is full, the application stops, or the table
     *     cannot hold one of them. Then none of them is stored and the terminal must not be acknowledged.
     */
    public CompletionStage<Void> submit(List<? extends TelematicsEvent> events) {
        Submission submission = Submission.of(events);
        if (!events.stream().allMatch(PositionStore::storable)) {
            return CompletableFuture.failedFuture(
                    new IllegalArgumentException("the table cannot hold one of %d events".formatted(events.size())));
        }
        if (submission.size() == 0) {
            return CompletableFuture.completedFuture(null);
        }
        if (stopping || !reserve(submission.size())) {
            return CompletableFuture.failedFuture(
                    new RejectedExecutionException("%d events wait for the database, at most %d may"
                            .formatted(waiting.get(), config.queueCapacity())));
        }
        queue.add(submission);
        return submission.done();
    }

    /** Events accepted and not committed yet. */
    public int waiting() {
        return waiting.get();
    }

    private boolean reserve(int events) {
        if (waiting.addAndGet(events) <= config.queueCapacity()) {
            return true;
        }
        waiting.addAndGet(-events);
        return false;
    }

    private void run() {
        try {
            while (!stopping || !queue.isEmpty()) {
                commit(take());
            }
        } catch (InterruptedException e) {
            LOG.warnf("%d events were not stored before the stop; their terminals keep them", waiting.get());
        }
    }

    private List<Submission> take() throws InterruptedException {
        List<Submission> batch = new ArrayList<>();
        Submission next = queue.take();
        int events = 0;
        while (next != null) {
            batch.add(next);
            events += next.size();
            Submission following = queue.peek();
            next = following != null && events + following.size() <= config.batchMax() ? queue.poll() : null;
        }
        return batch;
    }

    private void commit(List<Submission> batch) throws InterruptedException {
        Duration pause = config.retryDelay();
        while (!attempt(batch)) {
            retries.increment();
            Thread.sleep(pause);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(config.retryDelayMax()) < 0 ? doubled : config.retryDelayMax();
        }
    }

    /** Whether the batch needs no further attempt. */
    private boolean attempt(List<Submission> batch) throws InterruptedException {
        try {
            store(batch);
            batch.forEach(this::settle);
            return true;
        } catch (SQLException e) {
            if (refusesData(e)) {
                isolate(batch, e);
                return true;
            }
            LOG.warnf("%d events wait, the database says (%s) %s", waiting.get(), e.getSQLState(), e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.errorf(e, "%d events wait, they could not be written", waiting.get());
            return false;
        }
    }

    private void store(List<Submission> batch) throws SQLException {
        Timer.Sample sample = Timer.start();
        store.append(
                batch.stream().flatMap(s -> s.positions().stream()).toList(),
                Alarms.of(batch.stream().map(Submission::alarms)));
        sample.stop(commits);
    }

    /** One submission that the database can never take must not hold up the others. */
    private void isolate(List<Submission> batch, SQLException cause) throws InterruptedException {
        if (batch.size() > 1) {
            for (Submission submission : batch) {
                commit(List.of(submission));
            }
            return;
        }
        LOG.errorf(
                cause,
                "the database cannot hold %d events of one submission",
                batch.getFirst().size());
        waiting.addAndGet(-batch.getFirst().size());
        batch.getFirst().done().completeExceptionally(cause);
    }

    private void settle(Submission submission) {
        waiting.addAndGet(-submission.size());
        submission.done().complete(null);
    }

    /** Classes 22 (data exception) and 23 (constraint violation): the same rows fail again. */
    private static boolean refusesData(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    void stop(@Observes @Priority(SHUTDOWN_PRIORITY) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        queue.add(Submission.of(List.of()));
        if (!thread.join(config.stopTimeout())) {
            thread.interrupt();
        }
    }
}

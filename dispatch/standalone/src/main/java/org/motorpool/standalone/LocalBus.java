package org.motorpool.standalone;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Streams inside one JVM. Like Kafka it keeps the records of one key in order and pushes back: every key belongs to one
 * stripe, a stripe is one thread with a bounded queue, and {@link #publish} waits while the queue is full. Unlike Kafka it
 * forgets on exit; whoever needs durability publishes from the outbox and waits for the answer.
 *
 * @param <R> what a record travels as: text like on Kafka, or an immutable object
 */
final class LocalBus<R> {

    private static final Logger LOG = Logger.getLogger(LocalBus.class);

    private record Delivery<R>(String topic, R record, CompletableFuture<Void> done) {}

    private final Map<String, Consumer<R>> consumers;
    private final List<BlockingQueue<Delivery<R>>> stripes;
    private final List<Thread> threads;

    /**
     * @param name for thread names
     * @param stripes threads, at least 1
     * @param capacity records that may wait in each stripe
     * @param consumers what to do with a record of each topic; a topic without one is accepted and dropped
     */
    LocalBus(String name, int stripes, int capacity, Map<String, Consumer<R>> consumers) {
        this.consumers = Map.copyOf(consumers);
        this.stripes = IntStream.range(0, stripes)
                .<BlockingQueue<Delivery<R>>>mapToObj(_ -> new ArrayBlockingQueue<>(capacity))
                .toList();
        this.threads = IntStream.range(0, stripes)
                .mapToObj(index -> Thread.ofPlatform()
                        .daemon()
                        .name("bus-" + name + "-" + index)
                        .start(() -> run(this.stripes.get(index))))
                .toList();
    }

    /**
     * Hand over a record; waits while its stripe is full.
     *
     * @return completes when the consumer has taken the record in, or with its failure
     */
    CompletionStage<Void> publish(String topic, Object key, R record) throws InterruptedException {
        Delivery<R> delivery = new Delivery<>(topic, record, new CompletableFuture<>());
        stripes.get(Math.floorMod(key.hashCode(), stripes.size())).put(delivery);
        return delivery.done();
    }

    void close() {
        threads.forEach(Thread::interrupt);
    }

    private void run(BlockingQueue<Delivery<R>> waiting) {
        try {
            while (true) {
                deliver(waiting.take());
            }
        } catch (InterruptedException _) {
            waiting.forEach(delivery -> delivery.done().cancel(false));
        }
    }

    private void deliver(Delivery<R> delivery) {
        try {
            Consumer<R> consumer = consumers.get(delivery.topic());
            if (consumer != null) {
                consumer.accept(delivery.record());
            }
            delivery.done().complete(null);
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "record of %s not taken in", delivery.topic());
            delivery.done().completeExceptionally(failure);
        }
    }
}

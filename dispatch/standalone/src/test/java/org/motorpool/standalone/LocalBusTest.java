package org.motorpool.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalBusTest {

    private LocalBus<String> bus;

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void keepsTheRecordsOfOneKeyInOrder() throws Exception {
        List<String> taken = new ArrayList<>();
        start(4, 8, taken::add);
        List<String> sent = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
        CompletionStage<Void> last = CompletableFuture.completedStage(null);
        for (String record : sent) {
            last = bus.publish("topic", "vehicle-1", record);
        }
        last.toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(taken).isEqualTo(sent);
    }

    @Test
    void makesThePublisherWaitWhenTheQueueIsFull() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        start(1, 2, _ -> await(gate));
        CompletableFuture<Void> publisher = CompletableFuture.runAsync(() -> publishTimes(4));
        assertThatThrownBy(() -> publisher.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        gate.countDown();
        publisher.get(10, TimeUnit.SECONDS);
    }

    @Test
    void tellsThePublisherWhenTheConsumerFails() throws Exception {
        start(1, 2, _ -> {
            throw new IllegalStateException("store is down");
        });
        CompletionStage<Void> done = bus.publish("topic", "key", "record");
        assertThatThrownBy(() -> done.toCompletableFuture().get(10, TimeUnit.SECONDS))
                .hasMessageContaining("store is down");
    }

    @Test
    void goesOnAfterAFailure() throws Exception {
        List<String> taken = new ArrayList<>();
        start(1, 2, record -> {
            if (record.equals("bad")) {
                throw new IllegalArgumentException("bad");
            }
            taken.add(record);
        });
        bus.publish("topic", "key", "bad");
        bus.publish("topic", "key", "good").toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(taken).containsExactly("good");
    }

    private void start(int stripes, int capacity, Consumer<String> consumer) {
        bus = new LocalBus<>("test", stripes, capacity, Map.of("topic", consumer));
    }

    private void publishTimes(int times) {
        for (int i = 0; i < times; i++) {
            try {
                bus.publish("topic", "key", "record");
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

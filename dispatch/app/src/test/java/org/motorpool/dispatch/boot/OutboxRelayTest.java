package org.motorpool.dispatch.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.contract.DispatchEvent;
import org.motorpool.dispatch.contract.DispatchEvent.RequestSubmitted;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** Events leave the database for a real Kafka, in order, and only when their transaction committed. */
@QuarkusTest
class OutboxRelayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ScopedTransactions transactions;

    @Inject
    Outbox outbox;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Test
    void deliversTheEventsOfOneRequestInOrder() throws Throwable {
        UUID requestId = Ids.next();
        List<RequestSubmitted> events =
                IntStream.range(0, 150).mapToObj(i -> submitted(requestId, i)).toList();
        add(events);
        assertThat(numbersOf(requestId, 150))
                .isEqualTo(events.stream().map(RequestSubmitted::number).toList());
    }

    @Test
    void deliversNothingOfATransactionThatRolledBack() throws Throwable {
        UUID lost = Ids.next();
        UUID kept = Ids.next();
        try {
            VertxContextSupport.subscribeAndAwait(
                    () -> transactions.inTransaction(Scope.SYSTEM, session -> outbox.add(session, submitted(lost, 0))
                            .invoke(() -> {
                                throw new IllegalStateException("roll back");
                            })));
        } catch (IllegalStateException expected) {
            add(List.of(submitted(kept, 1)));
        }
        assertThat(numbersOf(kept, 1)).containsExactly("1");
        assertThat(numbersOf(lost, 0)).isEmpty();
    }

    private void add(List<RequestSubmitted> events) throws Throwable {
        VertxContextSupport.subscribeAndAwait(
                () -> transactions.inTransaction(Scope.SYSTEM, session -> Multi.createFrom()
                        .iterable(events)
                        .onItem()
                        .transformToUniAndConcatenate(event -> outbox.add(session, event))
                        .collect()
                        .asList()));
    }

    private static RequestSubmitted submitted(UUID requestId, int number) {
        return new RequestSubmitted(Ids.next(), requestId, Instant.now(), Integer.toString(number), "310115");
    }

    /** Numbers delivered with the key, once at least {@code count} of them are there and all that was there is read. */
    private List<String> numbersOf(UUID requestId, int count) {
        List<String> numbers = new ArrayList<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(DispatchEvent.TOPIC).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Instant deadline = Instant.now().plus(PATIENCE);
            while ((numbers.size() < count || !isRead(consumer, ends))
                    && Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    if (record.key().equals(requestId.toString())) {
                        numbers.add(number(record.value()));
                    }
                });
            }
        }
        return numbers;
    }

    private static boolean isRead(KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static String number(String payload) {
        return JsonPath.from(payload).getString("number");
    }
}

package org.motorpool.telematics.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.gateway.EventLog;

/** The event log of the distributed assembly: durable means that all in-sync replicas have it. */
@Singleton
public class KafkaEventLog implements EventLog {

    private static final int SHUTDOWN_PRIORITY = 3000;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final Producer<String, byte[]> producer;
    private final ObjectMapper json;
    /** One thread, so that events keep their order; its own, because the first send waits for the cluster. */
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("kafka-event-log").factory());

    @Inject
    KafkaEventLog(
            @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "localhost:9092") String servers,
            ObjectMapper json) {
        this(new KafkaProducer<>(settings(servers)), json);
    }

    KafkaEventLog(Producer<String, byte[]> producer, ObjectMapper json) {
        this.producer = producer;
        this.json = json;
    }

    private static Map<String, Object> settings(String servers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "motorpool-telematics-gateway",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class);
    }

    @Override
    public CompletionStage<Void> append(List<TelematicsEvent> events) {
        List<CompletableFuture<Void>> sent =
                events.stream().map(_ -> new CompletableFuture<Void>()).toList();
        sender.execute(() -> {
            for (int i = 0; i < events.size(); i++) {
                send(events.get(i), sent.get(i));
            }
        });
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
    }

    private void send(TelematicsEvent event, CompletableFuture<Void> done) {
        try {
            String key = event.vehicleId().toString();
            var unused = producer.send(new ProducerRecord<>(TelematicsEvent.TOPIC, key, bytes(event)), (_, failure) -> {
                if (failure == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException | JsonProcessingException e) {
            done.completeExceptionally(e);
        }
    }

    private byte[] bytes(TelematicsEvent event) throws JsonProcessingException {
        return json.writerFor(TelematicsEvent.class).writeValueAsBytes(event);
    }

    void stop(@Observes @Priority(SHUTDOWN_PRIORITY) ShutdownEvent event) {
        sender.close();
        producer.close(CLOSE_TIMEOUT);
    }
}

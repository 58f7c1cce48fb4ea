package org.motorpool.telematics.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.boot.TelematicsJson;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.contract.TelematicsEvent.AlarmRaised;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;

/** The broker is another system: here it answers when the test says so. */
class KafkaEventLogTest {

    private static final UUID VEHICLE = UUID.fromString("0190b2f0-0000-7000-8000-000000000001");
    private static final UUID EVENT = UUID.fromString("0190b2f0-0000-7000-8000-000000000002");
    private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");
    private static final TelematicsEvent POSITION =
            new PositionReported(EVENT, VEHICLE, NOON, NOON, 31.2, 121.4, 4, 60.5, 90, 1200, 0, 3);
    private static final TelematicsEvent ALARM = new AlarmRaised(EVENT, VEHICLE, NOON, NOON, 1);

    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final KafkaEventLog log = new KafkaEventLog(broker, mapper());

    @Test
    void isDurableOnlyWhenTheBrokerHasEveryEvent() {
        CompletableFuture<Void> appended = log.append(List.of(POSITION, ALARM)).toCompletableFuture();
        await().until(() -> broker.history().size() == 2);
        broker.completeNext();
        assertThat(appended).isNotDone();
        broker.completeNext();
        assertThat(appended).isCompleted();
    }

    @Test
    void failsWhenTheBrokerLosesOneEvent() {
        CompletableFuture<Void> appended = log.append(List.of(POSITION, ALARM)).toCompletableFuture();
        await().until(() -> broker.history().size() == 2);
        broker.completeNext();
        broker.errorNext(new IllegalStateException("not enough replicas"));
        assertThatThrownBy(appended::join).hasMessageContaining("not enough replicas");
    }

    @Test
    void writesTheWireFormUnderTheVehicle() {
        log.append(List.of(POSITION));
        await().until(() -> broker.history().size() == 1);
        ProducerRecord<String, byte[]> sent = broker.history().getFirst();
        assertThat(sent.topic()).isEqualTo("motorpool.telematics.event.v1");
        assertThat(sent.key()).isEqualTo(VEHICLE.toString());
        assertThat(new String(sent.value(), StandardCharsets.UTF_8)).isEqualTo("""
                {"type":"position-reported","eventId":"0190b2f0-0000-7000-8000-000000000002",\
                "vehicleId":"0190b2f0-0000-7000-8000-000000000001","receivedAt":"2026-11-01T04:00:00Z",\
                "reportedAt":"2026-11-01T04:00:00Z","latitude":31.2,"longitude":121.4,"altitude_m":4,\
                "speed_kmh":60.5,"heading_deg":90,"odometer_m":1200,"alarmBits":0,"statusBits":3}""");
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        new TelematicsJson().customize(mapper);
        return mapper;
    }
}

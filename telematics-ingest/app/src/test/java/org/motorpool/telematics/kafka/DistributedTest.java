package org.motorpool.telematics.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motorpool.telematics.boot.Distributed;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.Downlink.RegisterReply;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.contract.TelematicsCommand;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.gateway.Fleet;
import org.motorpool.telematics.gateway.TestTerminal;
import org.motorpool.telematics.gateway.Uplinks;

/** Terminal to table through a real broker. */
@QuarkusTest
@TestProfile(Distributed.class)
class DistributedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Fleet fleet;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void bringsAPositionFromTheTerminalIntoTheTable(ProtocolVersion version) {
        Fleet.Vehicle vehicle = fleet.bound();
        Instant reportedAt = Uplinks.now();
        try (TestTerminal terminal = fleet.connect(vehicle, version).login()) {
            int first = terminal.send(Uplinks.position(reportedAt));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(first, 0x0200, 0));
            int second = terminal.send(Uplinks.position(reportedAt));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(second, 0x0200, 0));
            int third = terminal.send(Uplinks.position(reportedAt.plusSeconds(1)));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(third, 0x0200, 0));
        }
        await().atMost(PATIENCE).until(() -> fleet.positions(vehicle, reportedAt.plusSeconds(1)) == 1);
        assertThat(fleet.positions(vehicle)).isEqualTo(2);
    }

    @Test
    void bindsATerminalByACommandOfTheStream() throws Exception {
        Fleet.Vehicle vehicle = Fleet.unbound();
        send(TelematicsCommand.TOPIC, vehicle.id(), """
                {"type":"bind-terminal","commandId":"%s","vehicleId":"%s","phone":"0%s","plate":"沪A·12345"}""".formatted(UUID.randomUUID(), vehicle.id(), vehicle.phone()));
        await().atMost(PATIENCE).until(() -> registers(vehicle));
    }

    @Test
    void skipsRecordsThatNobodyCanStore() throws Exception {
        UUID vehicle = UUID.randomUUID();
        String good = """
                {"type":"position-reported","eventId":"%s","vehicleId":"%s","receivedAt":"2026-11-01T00:00:01Z",
                 "reportedAt":"2026-11-01T00:00:00Z","latitude":31.2,"longitude":121.4,"altitude_m":4,"speed_kmh":0,
                 "heading_deg":0,"odometer_m":-1,"alarmBits":0,"statusBits":3}""".formatted(UUID.randomUUID(), vehicle);
        send(TelematicsEvent.TOPIC, vehicle, "no json");
        send(TelematicsEvent.TOPIC, vehicle, "{\"type\":\"unheard-of\"}");
        send(TelematicsEvent.TOPIC, vehicle, good.replace("31.2", "131.2"));
        send(TelematicsEvent.TOPIC, vehicle, good);
        Fleet.Vehicle reported = new Fleet.Vehicle(vehicle, "1");
        await().atMost(PATIENCE).until(() -> fleet.positions(reported, Instant.parse("2026-11-01T00:00:00Z")) == 1);
    }

    private boolean registers(Fleet.Vehicle vehicle) {
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            terminal.send(Uplinks.register());
            return ((RegisterReply) terminal.receive()).result() == 0;
        }
    }

    private void send(String topic, UUID key, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key.toString(), value)).get(30, TimeUnit.SECONDS);
        }
    }
}

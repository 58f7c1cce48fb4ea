package org.motorpool.telematics.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.boot.OneProcess;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.Uplink;

@QuarkusTest
@TestProfile(OneProcess.class)
class BadInputTest {

    @Inject
    Fleet fleet;

    @Inject
    MeterRegistry registry;

    @Inject
    Gateway gateway;

    @Test
    void survivesGarbageBeforeAndBetweenFrames() {
        Fleet.Vehicle vehicle = fleet.bound();
        Instant start = Uplinks.now();
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            terminal.write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            terminal.login();
            terminal.sendHex("0102030405 7e7e7e 7d7d 7e");
            terminal.send(Uplinks.position(start));
            assertThat(terminal.receive()).isInstanceOf(GeneralReply.class);
        }
        assertThat(fleet.positions(vehicle, start)).isEqualTo(1);
    }

    @Test
    void neitherAcknowledgesNorStoresAFrameWithAWrongChecksum() {
        Fleet.Vehicle vehicle = fleet.bound();
        double before = malformed("checksum");
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            byte[] frame = terminal.frame(Uplinks.position(Uplinks.now()));
            frame[14] ^= 0x01;
            terminal.write(frame);
            int heartbeat = terminal.send(new Uplink.Heartbeat(""));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(heartbeat, 0x0002, 0));
        }
        assertThat(fleet.positions(vehicle)).isZero();
        assertThat(malformed("checksum")).isEqualTo(before + 1);
    }

    @Test
    void closesAfterTenUnreadableFramesInARow() {
        try (TestTerminal terminal = fleet.connect(fleet.bound()).login()) {
            terminal.sendHex("7e 010203 7e 010203 7e 010203 7e 010203 7e 010203 7e");
            int heartbeat = terminal.send(new Uplink.Heartbeat(""));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(heartbeat, 0x0002, 0));
            terminal.sendHex("7e 01 7e 02 7e 03 7e 04 7e 05 7e 06 7e 07 7e 08 7e 09 7e 0a 7e");
            assertThat(terminal.awaitClose()).isEmpty();
        }
    }

    @Test
    void surfacesNoExceptionWhateverTheBytes() {
        Random random = new Random(808);
        for (int round = 0; round < 50; round++) {
            try (TestTerminal noise = fleet.connect(Fleet.unbound())) {
                byte[] bytes = new byte[2000];
                random.nextBytes(bytes);
                noise.write(bytes);
            } catch (UncheckedIOException e) {
                // the gateway may close while we still write
            }
        }
        try (TestTerminal terminal = fleet.connect(fleet.bound()).login()) {
            int heartbeat = terminal.send(new Uplink.Heartbeat(""));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(heartbeat, 0x0002, 0));
        }
    }

    @Test
    void closesAConnectionThatDoesNotAuthenticateInTime() {
        try (TestTerminal terminal = fleet.connect(Fleet.unbound())) {
            terminal.write(new byte[100]);
            assertThat(terminal.awaitClose()).isEmpty();
        }
    }

    @Test
    void closesAnIdleConnectionButNotOneItDoesNotReadFrom() throws Exception {
        long muchLater_ms = System.currentTimeMillis() + Duration.ofHours(1).toMillis();
        Fleet.Vehicle idle = fleet.bound();
        Fleet.Vehicle waiting = fleet.bound();
        try (TestTerminal silent = fleet.connect(idle).login();
                TestTerminal busy = fleet.connect(waiting).login()) {
            try (PositionLock lock = new PositionLock()) {
                for (int i = 0; i < gateway.config().unacknowledgedPerConnection(); i++) {
                    busy.send(Uplinks.position(Uplinks.now().minusSeconds(i)));
                }
                await().until(() ->
                        gateway.backpressure().waiting() >= gateway.config().unacknowledgedPerConnection());
                connection(idle).look(muchLater_ms);
                connection(waiting).look(muchLater_ms);
                assertThat(silent.awaitClose()).isEmpty();
            }
            assertThat(busy.receive()).isInstanceOf(GeneralReply.class);
        }
    }

    @Test
    void readsNoMoreFromATerminalThanOneTerminalMaySend() {
        int limit = gateway.config().framesPerSecond();
        double before = registry.get("motorpool.telematics.gateway.pauses")
                .tag("cause", "rate")
                .counter()
                .count();
        try (TestTerminal eager = fleet.connect(fleet.bound()).login()) {
            for (int i = 0; i < 2 * limit; i++) {
                eager.send(new Uplink.Heartbeat(""));
            }
            for (int i = 0; i < 2 * limit; i++) {
                assertThat(eager.receive()).isInstanceOf(GeneralReply.class);
            }
        }
        assertThat(registry.get("motorpool.telematics.gateway.pauses")
                        .tag("cause", "rate")
                        .counter()
                        .count())
                .isGreaterThan(before);
    }

    @Test
    void losesPatienceWithSilentStrangersWhenThereAreTooMany() {
        assertThat(gateway.watch().crowded()).isFalse();
        List<EmbeddedChannel> strangers = new ArrayList<>();
        try {
            for (int i = 0; i <= gateway.config().unauthenticatedMax(); i++) {
                strangers.add(new EmbeddedChannel(new TcpPipeline(gateway, false, null)));
            }
            assertThat(gateway.watch().crowded()).isTrue();
            assertThat(gateway.watch().patience(false))
                    .isEqualTo(gateway.config().authenticationTimeoutCrowded());
            assertThat(gateway.watch().patience(true))
                    .isEqualTo(gateway.config().authenticationTimeout());
        } finally {
            strangers.forEach(EmbeddedChannel::finish);
        }
        assertThat(gateway.watch().crowded()).isFalse();
    }

    private Connection connection(Fleet.Vehicle vehicle) {
        return gateway.sessions().findByPhone(vehicle.phone()).orElseThrow();
    }

    @Test
    void answersMessageWrongToABodyThatIsTooShort() {
        try (TestTerminal terminal = fleet.connect(fleet.bound()).login()) {
            int serial = terminal.send(new Uplink.Unmodelled(0x0200, "00000000"));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, 0x0200, 2));
        }
    }

    @Test
    void answersNotSupportedToAMessageItDoesNotKeep() {
        try (TestTerminal terminal = fleet.connect(fleet.bound()).login()) {
            int serial = terminal.send(new Uplink.Unmodelled(0x0f00, "00"));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, 0x0f00, 3));
        }
    }

    @Test
    void countsOpenConnections() {
        try (TestTerminal terminal = fleet.connect(fleet.bound()).login()) {
            double open = registry.get("motorpool.telematics.gateway.connections")
                    .tag("transport", "tcp")
                    .gauge()
                    .value();
            assertThat(open).isGreaterThanOrEqualTo(1);
        }
        await().until(() -> registry.get("motorpool.telematics.gateway.connections")
                        .tag("transport", "tcp")
                        .gauge()
                        .value()
                == 0);
    }

    private double malformed(String reason) {
        Counter counter = registry.find("motorpool.telematics.gateway.malformed")
                .tag("reason", reason)
                .counter();
        return counter == null ? 0 : counter.count();
    }
}

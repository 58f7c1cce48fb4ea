package org.motorpool.telematics.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motorpool.telematics.boot.OneProcess;
import org.motorpool.telematics.boot.TableEventLog;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.codec.Uplink.LocationReport;
import org.motorpool.telematics.contract.TelematicsEvent.AlarmRaised;
import org.motorpool.telematics.recorder.PositionWriter;

@QuarkusTest
@TestProfile(OneProcess.class)
class PositionAcknowledgementTest {

    @Inject
    Fleet fleet;

    @Inject
    TableEventLog log;

    @Inject
    PositionWriter writer;

    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void storesAPositionBeforeItIsAcknowledged(ProtocolVersion version) {
        Fleet.Vehicle vehicle = fleet.bound();
        Instant reportedAt = Uplinks.now();
        try (TestTerminal terminal = fleet.connect(vehicle, version).login()) {
            int serial = terminal.send(Uplinks.position(reportedAt));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, 0x0200, 0));
            assertThat(fleet.positions(vehicle, reportedAt)).isEqualTo(1);
        }
    }

    @Test
    void withholdsTheAcknowledgementWhileTheStoreCannotCommit() throws Exception {
        Fleet.Vehicle vehicle = fleet.bound();
        Instant reportedAt = Uplinks.now();
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            int position;
            try (PositionLock lock = new PositionLock()) {
                position = terminal.send(Uplinks.position(reportedAt));
                await().atMost(Duration.ofSeconds(20)).until(lock::awaited);
                int heartbeat = terminal.send(new Uplink.Heartbeat(""));
                assertThat(terminal.receive()).isEqualTo(new GeneralReply(heartbeat, 0x0002, 0));
            }
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(position, 0x0200, 0));
            assertThat(fleet.positions(vehicle, reportedAt)).isEqualTo(1);
        }
    }

    @Test
    void stopsReadingFromATerminalWithTooManyUnacknowledgedPositions() throws Exception {
        Fleet.Vehicle vehicle = fleet.bound();
        Instant start = Uplinks.now();
        try (TestTerminal terminal = fleet.connect(vehicle).login();
                TestTerminal other = fleet.connect(fleet.bound()).login()) {
            int heartbeat;
            try (PositionLock lock = new PositionLock()) {
                for (int i = 0; i < 64; i++) {
                    terminal.send(Uplinks.position(start.plusSeconds(i)));
                }
                await().atMost(Duration.ofSeconds(20)).until(() -> lock.awaited() && writer.waiting() >= 64);
                heartbeat = terminal.send(new Uplink.Heartbeat(""));
                for (int i = 0; i < 50; i++) {
                    int alive = other.send(new Uplink.Heartbeat(""));
                    assertThat(other.receive()).isEqualTo(new GeneralReply(alive, 0x0002, 0));
                }
            }
            List<Downlink> replies = new ArrayList<>();
            for (int i = 0; i < 65; i++) {
                replies.add(terminal.receive());
            }
            // reading goes on when half of the 64 are acknowledged, not earlier
            assertThat(replies.indexOf(new GeneralReply(heartbeat, 0x0002, 0))).isGreaterThanOrEqualTo(32);
            assertThat(fleet.positions(vehicle)).isEqualTo(64);
        }
    }

    @Test
    void storesAPositionThatIsSentTwiceOnce() {
        Fleet.Vehicle vehicle = fleet.bound();
        LocationReport report = Uplinks.position(Uplinks.now());
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            int first = terminal.send(report);
            int second = terminal.send(report);
            assertThat(List.of(terminal.receive(), terminal.receive()))
                    .containsExactly(new GeneralReply(first, 0x0200, 0), new GeneralReply(second, 0x0200, 0));
        }
        assertThat(fleet.positions(vehicle)).isEqualTo(1);
    }

    @Test
    void storesEveryPositionOfABatchUnderOneAcknowledgement() {
        Fleet.Vehicle vehicle = fleet.bound();
        Instant start = Uplinks.now();
        List<LocationReport> reports = List.of(
                Uplinks.position(start),
                Uplinks.position(start.plusSeconds(1)),
                Uplinks.position(start.plusSeconds(2)));
        try (TestTerminal terminal =
                fleet.connect(vehicle, ProtocolVersion.V2019).login()) {
            int serial = terminal.send(new Uplink.LocationBatch(0, 3, reports, ""));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, 0x0704, 0));
        }
        assertThat(fleet.positions(vehicle)).isEqualTo(3);
    }

    @Test
    void acknowledgesEveryPartOfASplitBatchOnceTheWholeIsStored() {
        Fleet.Vehicle vehicle = fleet.bound();
        Instant start = Uplinks.now();
        List<LocationReport> reports = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            reports.add(Uplinks.position(start.plusSeconds(i)));
        }
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            int serial = terminal.send(new Uplink.LocationBatch(0, 60, reports, ""));
            // 60 x (2 + 28 + 6) + 3 bytes are three parts of at most 1023
            assertThat(List.of(terminal.receive(), terminal.receive(), terminal.receive()))
                    .containsExactly(
                            new GeneralReply(serial, 0x0704, 0),
                            new GeneralReply(serial + 1, 0x0704, 0),
                            new GeneralReply(serial + 2, 0x0704, 0));
        }
        assertThat(fleet.positions(vehicle)).isEqualTo(60);
    }

    @Test
    void readsFramesThatArriveInPiecesAndTogether() {
        Fleet.Vehicle vehicle = fleet.bound();
        Instant start = Uplinks.now();
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            for (byte each : terminal.frame(Uplinks.position(start))) {
                terminal.write(new byte[] {each});
            }
            assertThat(terminal.receive()).isInstanceOf(GeneralReply.class);
            byte[] one = terminal.frame(Uplinks.position(start.plusSeconds(1)));
            byte[] two = terminal.frame(Uplinks.position(start.plusSeconds(2)));
            byte[] both = Arrays.copyOf(one, one.length + two.length);
            System.arraycopy(two, 0, both, one.length, two.length);
            terminal.write(both);
            terminal.receive();
            terminal.receive();
        }
        assertThat(fleet.positions(vehicle)).isEqualTo(3);
    }

    @Test
    void raisesAnAlarmOnceWhenItsFlagRises() {
        Fleet.Vehicle vehicle = fleet.bound();
        Instant start = Uplinks.now();
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            long[] flags = {0, 2, 2, 0, 3};
            for (int i = 0; i < flags.length; i++) {
                terminal.send(Uplinks.position(start.plusSeconds(i), flags[i]));
                terminal.receive();
            }
        }
        assertThat(alarms(vehicle, start)).containsExactly("1@1", "0@4", "1@4");
        assertThat(fleet.alarms(vehicle)).isEqualTo(3);
    }

    @Test
    void keepsAReportWhoseTimeIsNoDate() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            terminal.send(Uplinks.position(null));
            assertThat(terminal.receive()).isInstanceOf(GeneralReply.class);
        }
        assertThat(fleet.positions(vehicle)).isEqualTo(1);
    }

    /** The alarms of the vehicle as {@code bit@seconds after start}. */
    private List<String> alarms(Fleet.Vehicle vehicle, Instant start) {
        return log.durable().stream()
                .filter(AlarmRaised.class::isInstance)
                .map(AlarmRaised.class::cast)
                .filter(alarm -> alarm.vehicleId().equals(vehicle.id()))
                .map(alarm -> alarm.alarmBit() + "@"
                        + Duration.between(start, alarm.reportedAt()).toSeconds())
                .toList();
    }
}

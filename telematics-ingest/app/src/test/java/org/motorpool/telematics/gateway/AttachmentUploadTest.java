package org.motorpool.telematics.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.boot.OneProcess;
import org.motorpool.telematics.boot.TableEventLog;
import org.motorpool.telematics.codec.AlarmForm;
import org.motorpool.telematics.codec.AlarmId;
import org.motorpool.telematics.codec.AttachmentDownlink.FileReply;
import org.motorpool.telematics.codec.AttachmentDownlink.Gap;
import org.motorpool.telematics.codec.AttachmentDownlink.RequestAttachments;
import org.motorpool.telematics.codec.AttachmentUplink;
import org.motorpool.telematics.codec.AttachmentUplink.AttachmentList;
import org.motorpool.telematics.codec.AttachmentUplink.FileCompleted;
import org.motorpool.telematics.codec.AttachmentUplink.FileStarted;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.LocationItem;
import org.motorpool.telematics.codec.SafetyItem;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.contract.MediaApi;
import org.motorpool.telematics.contract.MediaKind;
import org.motorpool.telematics.contract.MediaPosition;
import org.motorpool.telematics.contract.TelematicsEvent.MediaStored;
import org.motorpool.telematics.media.AttachmentService;
import org.motorpool.telematics.media.Media;
import org.motorpool.telematics.media.SafetyAlarm;
import org.motorpool.telematics.media.TableLock;

/** Attachments of alarms over a real socket (T/JSATL 12-2017, clause 4.6), on a connection that never authenticates. */
@QuarkusTest
@TestProfile(OneProcess.class)
class AttachmentUploadTest {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int PACKET_BYTES = 65_536;

    @Inject
    Fleet fleet;

    @Inject
    GatewayServer server;

    @Inject
    AttachmentService attachments;

    @Inject
    Media media;

    @Inject
    TableEventLog log;

    private final Instant raisedAt = Uplinks.now().minusSeconds(5);
    private final MediaPosition position = new MediaPosition(Uplinks.now(), 31.230416, 121.473701, true);

    @Test
    void keepsAFileThatCameInPackets() {
        Fleet.Vehicle vehicle = fleet.bound();
        String number = ask(vehicle);
        byte[] video = Media.photo(200_000, 1);
        String name = "02_64_6401_0_" + number + ".mp4";
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            expect(terminal, list(number), OK);
            expect(terminal, new FileStarted(name, 2, video.length), OK);
            packets(terminal, name, video);
            terminal.send(new FileCompleted(name, 2, video.length));
            assertThat(terminal.receive()).isEqualTo(new FileReply(name, 2, 0, List.of()));
        }
        MediaApi.Media stored = only(vehicle);
        assertThat(media.bytes(stored)).isEqualTo(video);
        assertThat(stored.kind()).isEqualTo(MediaKind.VIDEO);
        assertThat(stored.position()).isEqualTo(position);
        MediaStored event = told(vehicle);
        assertThat(event.mediaId()).isEqualTo(stored.id());
        assertThat(event.alarm().number()).isEqualTo(number);
        assertThat(event.alarm().raisedAt()).isEqualTo(raisedAt);
    }

    @Test
    void asksForTheAttachmentsOfAnAlarmAfterItsPositionIsDurable() {
        Fleet.Vehicle vehicle = fleet.bound();
        AlarmId id = new AlarmId(AlarmForm.JIANGSU, "T000001", raisedAt, 0, 2, "00");
        Uplink.LocationReport report = alarm(id);
        byte[] photo = Media.photo(100, 7);
        try (TestTerminal terminal = fleet.connect(vehicle).login();
                TestTerminal second = fleet.connect(vehicle)) {
            int serial = terminal.send(report);
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, 0x0200, OK));
            RequestAttachments request = (RequestAttachments) terminal.receive();
            assertThat(request.host()).isEqualTo("127.0.0.1");
            assertThat(request.tcpPort()).isEqualTo(server.port());
            assertThat(request.alarmId()).isEqualTo(id);
            assertThat(request.alarmNumber()).hasSize(32);
            expect(second, list(request.alarmNumber()), OK);
            expect(second, new FileStarted("a.jpg", 0, 100), OK);
            second.write(packet("a.jpg", photo, 0, 100));
            second.send(new FileCompleted("a.jpg", 0, 100));
            assertThat(second.receive()).isEqualTo(new FileReply("a.jpg", 0, 0, List.of()));
            int heartbeat = terminal.send(new Uplink.Heartbeat(""));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(heartbeat, 0x0002, OK));
        }
        MediaApi.Media stored = only(vehicle);
        assertThat(stored.alarm().source()).isEqualTo(0x64);
        assertThat(stored.alarm().type()).isEqualTo(1);
        assertThat(fleet.positions(vehicle, stored.position().reportedAt())).isEqualTo(1);
    }

    @Test
    void asksOnceForTheAttachmentsOfAnAlarmThatIsToldOfAgain() {
        Fleet.Vehicle vehicle = fleet.bound();
        Uplink.LocationReport report = alarm(new AlarmId(AlarmForm.JIANGSU, "T000001", raisedAt, 0, 2, "00"));
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            terminal.send(report);
            assertThat(terminal.receive()).isInstanceOf(GeneralReply.class);
            assertThat(terminal.receive()).isInstanceOf(RequestAttachments.class);
            int again = terminal.send(report);
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(again, 0x0200, OK));
            int other = terminal.send(alarm(new AlarmId(AlarmForm.JIANGSU, "T000001", raisedAt, 1, 2, "00")));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(other, 0x0200, OK));
            RequestAttachments request = (RequestAttachments) terminal.receive();
            assertThat(request.alarmId().sequence()).isEqualTo(1);
        }
    }

    /** The same report again is the same alarm; one without attachments is an alarm too. */
    @Test
    void keepsEveryAlarmOnceWithAttachmentsOrWithout() {
        Fleet.Vehicle vehicle = fleet.bound();
        Uplink.LocationReport without = alarm(new AlarmId(AlarmForm.JIANGSU, "T000001", raisedAt, 0, 0, "00"));
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            terminal.send(without);
            assertThat(terminal.receive()).isInstanceOf(GeneralReply.class);
            assertThat(fleet.safetyAlarms(vehicle)).isEqualTo(1);
            terminal.send(without);
            assertThat(terminal.receive()).isInstanceOf(GeneralReply.class);
        }
        assertThat(fleet.safetyAlarms(vehicle)).isEqualTo(1);
    }

    @Test
    void doesNotAskForAttachmentsThatAnAlarmDoesNotHave() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            terminal.send(alarm(new AlarmId(AlarmForm.JIANGSU, "T000001", raisedAt, 0, 0, "00")));
            assertThat(terminal.receive()).isInstanceOf(GeneralReply.class);
            int heartbeat = terminal.send(new Uplink.Heartbeat(""));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(heartbeat, 0x0002, OK));
        }
    }

    @Test
    void asksForWhatIsMissingAndGoesOnOnANewConnection() {
        Fleet.Vehicle vehicle = fleet.bound();
        String number = ask(vehicle);
        byte[] photo = Media.photo(30_000, 2);
        try (TestTerminal first = fleet.connect(vehicle)) {
            expect(first, list(number), OK);
            expect(first, new FileStarted("a.jpg", 0, photo.length), OK);
            first.write(packet("a.jpg", photo, 0, 10_000));
            first.write(packet("a.jpg", photo, 20_000, 25_000));
            first.send(new FileCompleted("a.jpg", 0, photo.length));
            assertThat(first.receive())
                    .isEqualTo(new FileReply("a.jpg", 0, 1, List.of(new Gap(10_000, 10_000), new Gap(25_000, 5_000))));
            first.write(packet("a.jpg", photo, 10_000, 15_000));
            first.send(new FileCompleted("a.jpg", 0, photo.length));
            first.receive();
        }
        try (TestTerminal second = fleet.connect(vehicle)) {
            expect(second, list(number), OK);
            expect(second, new FileStarted("a.jpg", 0, photo.length), OK);
            second.send(new FileCompleted("a.jpg", 0, photo.length));
            assertThat(second.receive())
                    .isEqualTo(new FileReply("a.jpg", 0, 1, List.of(new Gap(15_000, 5_000), new Gap(25_000, 5_000))));
            second.write(packet("a.jpg", photo, 15_000, 20_000));
            second.write(packet("a.jpg", photo, 25_000, 30_000));
            second.send(new FileCompleted("a.jpg", 0, photo.length));
            assertThat(second.receive()).isEqualTo(new FileReply("a.jpg", 0, 0, List.of()));
        }
        assertThat(media.bytes(only(vehicle))).isEqualTo(photo);
    }

    /** All in one piece: the bytes of a packet are data, also where they look like flags, escapes or packets. */
    @Test
    void tellsFramesAndPacketsApart() {
        Fleet.Vehicle vehicle = fleet.bound();
        String number = ask(vehicle);
        byte[] bytes = new byte[3000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = new byte[] {0x7e, 0x7d, 0x30, 0x31, 0x63, 0x64}[i % 6];
        }
        ByteBuf all = Unpooled.buffer();
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            all.writeBytes(terminal.frame(list(number)));
            all.writeBytes(terminal.frame(new FileStarted("a.bin", 4, 3000)));
            all.writeBytes(packet("a.bin", bytes, 0, 1000));
            all.writeBytes(terminal.frame(new Uplink.Heartbeat("")));
            all.writeBytes(packet("a.bin", bytes, 1000, 3000));
            all.writeBytes(terminal.frame(new FileCompleted("a.bin", 4, 3000)));
            terminal.write(ByteBufUtil.getBytes(all));
            assertThat(List.of(terminal.receive(), terminal.receive(), terminal.receive(), terminal.receive()))
                    .containsExactlyInAnyOrder(
                            new GeneralReply(0, 0x1210, OK),
                            new GeneralReply(1, 0x1211, OK),
                            // a heartbeat is for those who authenticated
                            new GeneralReply(2, 0x0002, FAILED),
                            new FileReply("a.bin", 4, 0, List.of()));
        }
        assertThat(media.bytes(only(vehicle))).isEqualTo(bytes);
    }

    @Test
    void closesOnANumberThatNobodyWasGiven() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            expect(terminal, list("0123456789abcdef0123456789abcdef"), FAILED);
            assertThat(terminal.awaitClose()).isEmpty();
        }
    }

    @Test
    void closesOnTheNumberOfAnotherTerminal() {
        String number = ask(fleet.bound());
        try (TestTerminal terminal = fleet.connect(fleet.bound())) {
            expect(terminal, list(number), FAILED);
            terminal.awaitClose();
        }
    }

    @Test
    void closesOnDataOfWhoWasNotLetIn() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            terminal.write(packet("a.jpg", Media.photo(100, 3), 0, 100));
            terminal.awaitClose();
        }
    }

    @Test
    void staysOpenForWhoWasLetIn() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal terminal = fleet.connect(vehicle);
                TestTerminal stranger = fleet.connect(fleet.bound())) {
            expect(terminal, list(ask(vehicle)), OK);
            stranger.awaitClose();
            expect(terminal, new FileStarted("a.jpg", 0, 10), OK);
        }
    }

    @Test
    void refusesAFileThatIsTooLargeAndTakesTheNext() {
        Fleet.Vehicle vehicle = fleet.bound();
        byte[] photo = Media.photo(100, 4);
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            expect(terminal, list(ask(vehicle)), OK);
            expect(terminal, new FileStarted("huge.mp4", 2, 0xffff_ffffL), FAILED);
            terminal.write(packet("huge.mp4", photo, 0, 100));
            expect(terminal, new FileStarted("a.jpg", 0, 100), OK);
            terminal.write(packet("a.jpg", photo, 0, 100));
            terminal.send(new FileCompleted("a.jpg", 0, 100));
            assertThat(terminal.receive()).isEqualTo(new FileReply("a.jpg", 0, 0, List.of()));
        }
        assertThat(media.bytes(only(vehicle))).isEqualTo(photo);
    }

    @Test
    void survivesTenThousandTinyPieces() {
        Fleet.Vehicle vehicle = fleet.bound();
        byte[] photo = Media.photo(20_000, 5);
        ByteBuf tiny = Unpooled.buffer();
        for (int i = 0; i < 10_000; i++) {
            tiny.writeBytes(packet("a.jpg", photo, 2 * i, 2 * i + 1));
        }
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            expect(terminal, list(ask(vehicle)), OK);
            expect(terminal, new FileStarted("a.jpg", 0, photo.length), OK);
            terminal.write(ByteBufUtil.getBytes(tiny));
            terminal.send(new FileCompleted("a.jpg", 0, photo.length));
            FileReply reply = (FileReply) terminal.receive();
            assertThat(reply.missing()).hasSize(95).startsWith(new Gap(1, 1), new Gap(3, 1));
            terminal.write(packet("a.jpg", photo, 0, photo.length));
            terminal.send(new FileCompleted("a.jpg", 0, photo.length));
            assertThat(terminal.receive()).isEqualTo(new FileReply("a.jpg", 0, 0, List.of()));
        }
        assertThat(media.bytes(only(vehicle))).isEqualTo(photo);
    }

    @Test
    void answersTheEndOfAFileOnlyWhenItsRowIsCommitted() throws Exception {
        Fleet.Vehicle vehicle = fleet.bound();
        byte[] photo = Media.photo(100, 6);
        try (TestTerminal terminal = fleet.connect(vehicle)) {
            expect(terminal, list(ask(vehicle)), OK);
            expect(terminal, new FileStarted("a.jpg", 0, 100), OK);
            terminal.write(packet("a.jpg", photo, 0, 100));
            try (TableLock lock = new TableLock("media")) {
                terminal.send(new FileCompleted("a.jpg", 0, 100));
                lock.awaitWaiter();
                assertThat(terminal.unread()).isZero();
            }
            assertThat(terminal.receive()).isEqualTo(new FileReply("a.jpg", 0, 0, List.of()));
        }
        assertThat(media.bytes(only(vehicle))).isEqualTo(photo);
    }

    /** A collision ahead, with its attachments in the terminal. */
    private static Uplink.LocationReport alarm(AlarmId id) {
        SafetyItem.Situation situation = new SafetyItem.Situation(60, 12, 31.230416, 121.473701, id.raisedAt(), 0x0401);
        LocationItem item = new SafetyItem.DriverAssistance(1, 1, 1, 2, 40, 12, 0, 0, 0, situation, id);
        return new Uplink.LocationReport(0, 3, 31.230416, 121.473701, 12, 60.5, 90, Uplinks.now(), List.of(item), "");
    }

    private AttachmentList list(String number) {
        AlarmId id = new AlarmId(AlarmForm.JIANGSU, "T000001", raisedAt, 0, 2, "00");
        return new AttachmentList("T000001", id, number, 0, List.of());
    }

    private String ask(Fleet.Vehicle vehicle) {
        SafetyAlarm alarm = new SafetyAlarm(vehicle.id(), vehicle.phone(), "T000001 0", 0x64, 1, raisedAt, 2, position);
        return Media.get(attachments.ask(alarm)).orElseThrow();
    }

    private static void expect(TestTerminal terminal, AttachmentUplink message, int result) {
        int serial = terminal.send(message);
        int id =
                switch (message) {
                    case AttachmentList _ -> 0x1210;
                    case FileStarted _ -> 0x1211;
                    case FileCompleted _ -> 0x1212;
                };
        assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, id, result));
    }

    private static void packets(TestTerminal terminal, String name, byte[] file) {
        for (int from = 0; from < file.length; from += PACKET_BYTES) {
            terminal.write(packet(name, file, from, Math.min(file.length, from + PACKET_BYTES)));
        }
    }

    /** T/JSATL 12-2017, table 4-26. */
    private static byte[] packet(String name, byte[] file, int from, int to) {
        byte[] nameBytes = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 50);
        ByteBuf packet = Unpooled.buffer()
                .writeInt(0x30316364)
                .writeBytes(nameBytes)
                .writeInt(from)
                .writeInt(to - from)
                .writeBytes(file, from, to - from);
        return ByteBufUtil.getBytes(packet);
    }

    private MediaApi.Media only(Fleet.Vehicle vehicle) {
        assertThat(media.of(vehicle.id())).hasSize(1);
        return media.of(vehicle.id()).getFirst();
    }

    private MediaStored told(Fleet.Vehicle vehicle) {
        return log.durable().stream()
                .filter(MediaStored.class::isInstance)
                .map(MediaStored.class::cast)
                .filter(event -> event.vehicleId().equals(vehicle.id()))
                .findFirst()
                .orElseThrow();
    }
}

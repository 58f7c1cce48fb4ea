package org.motorpool.telematics.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.boot.OneProcess;
import org.motorpool.telematics.boot.TableEventLog;
import org.motorpool.telematics.codec.Body;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.Downlink.ResendRequest;
import org.motorpool.telematics.codec.MediaDownlink.MediaReply;
import org.motorpool.telematics.codec.MediaUplink.MediaData;
import org.motorpool.telematics.codec.MediaUplink.MediaEvent;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.contract.MediaApi;
import org.motorpool.telematics.contract.MediaKind;
import org.motorpool.telematics.contract.TelematicsEvent.MediaStored;
import org.motorpool.telematics.media.Media;
import org.motorpool.telematics.media.TableLock;

/** Photos over a real socket: 0x0800 and 0x0801, answered by 0x8800 when they are durable. */
@QuarkusTest
@TestProfile(OneProcess.class)
class MediaUploadTest {

    private static final int MEDIA_DATA = 0x0801;
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Fleet fleet;

    @Inject
    Media media;

    @Inject
    TableEventLog log;

    @Inject
    MeterRegistry registry;

    @ConfigProperty(name = "motorpool.telematics.media.folder")
    Path folder;

    private final Instant takenAt = Uplinks.now().minusSeconds(60);

    @Test
    void keepsAPhotoThatFitsOneFrame() {
        Fleet.Vehicle vehicle = fleet.bound();
        byte[] photo = Media.photo(500, 1);
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            int serial = terminal.send(photo(7, photo));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, MEDIA_DATA, OK));
            assertThat(terminal.receive()).isEqualTo(new MediaReply(7, List.of()));
        }
        assertThat(media.bytes(only(vehicle))).isEqualTo(photo);
    }

    @Test
    void keepsAPhotoOf300KilobytesWhosePartsComeInAnyOrder() {
        Fleet.Vehicle vehicle = fleet.bound();
        byte[] photo = Media.photo(300_000, 2);
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            List<byte[]> frames = terminal.frames(photo(7, photo));
            assertThat(frames).hasSize(294);
            Collections.shuffle(frames, new Random(808));
            frames.forEach(terminal::write);
            List<Downlink> answers = until(terminal, new MediaReply(7, List.of()));
            assertThat(answers).filteredOn(GeneralReply.class::isInstance).hasSize(294);
        }
        assertThat(media.bytes(only(vehicle))).isEqualTo(photo);
    }

    @Test
    void asksForAPartThatGotLost() {
        Fleet.Vehicle vehicle = fleet.bound();
        byte[] photo = Media.photo(20_000, 3);
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            List<byte[]> frames = terminal.frames(photo(7, photo));
            byte[] lost = frames.remove(10);
            frames.forEach(terminal::write);
            ResendRequest request = (ResendRequest) firstOther(terminal);
            assertThat(request.indexes()).containsExactly(11);
            terminal.write(lost);
            until(terminal, new MediaReply(7, List.of()));
        }
        assertThat(media.bytes(only(vehicle))).isEqualTo(photo);
    }

    @Test
    void keepsAPhotoThatIsSentAgainOnceAndAnswersItAgain() {
        Fleet.Vehicle vehicle = fleet.bound();
        byte[] photo = Media.photo(20_000, 4);
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            for (int time = 0; time < 2; time++) {
                terminal.send(photo(7, photo));
                until(terminal, new MediaReply(7, List.of()));
            }
        }
        assertThat(media.bytes(only(vehicle))).isEqualTo(photo);
        assertThat(told(vehicle))
                .extracting(MediaStored::eventId)
                .hasSize(2)
                .containsOnly(only(vehicle).id());
    }

    @Test
    void answersOnlyWhenTheRowIsCommitted() throws Exception {
        Fleet.Vehicle vehicle = fleet.bound();
        byte[] photo = Media.photo(2_000, 5);
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            int last;
            try (TableLock lock = new TableLock("media")) {
                List<byte[]> frames = terminal.frames(photo(7, photo));
                frames.forEach(terminal::write);
                lock.awaitWaiter();
                int heartbeat = terminal.send(new Uplink.Heartbeat(""));
                last = heartbeat - 1;
                // the first parts are answered at once, the one that makes the photo whole is not
                assertThat(terminal.receive()).isEqualTo(new GeneralReply(last - 1, MEDIA_DATA, OK));
                assertThat(terminal.receive()).isEqualTo(new GeneralReply(heartbeat, 0x0002, OK));
            }
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(last, MEDIA_DATA, OK));
            assertThat(terminal.receive()).isEqualTo(new MediaReply(7, List.of()));
        }
        assertThat(media.of(vehicle.id())).hasSize(1);
    }

    @Test
    void answersOnlyWhenTheEventIsDurable() throws Exception {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            int photo;
            try (PositionLock lock = new PositionLock()) {
                photo = terminal.send(photo(7, Media.photo(500, 6)));
                await().atMost(PATIENCE).until(lock::awaited);
                int heartbeat = terminal.send(new Uplink.Heartbeat(""));
                assertThat(terminal.receive()).isEqualTo(new GeneralReply(heartbeat, 0x0002, OK));
            }
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(photo, MEDIA_DATA, OK));
            assertThat(terminal.receive()).isEqualTo(new MediaReply(7, List.of()));
        }
    }

    /** A file where the vehicle's folder should be: nothing can be written there, whoever runs the tests. */
    @Test
    void doesNotAnswerWhileTheStoreCannotBeWrittenAndRecovers() throws Exception {
        Fleet.Vehicle vehicle = fleet.bound();
        byte[] photo = Media.photo(500, 7);
        Path inTheWay = folder.resolve("objects").resolve(vehicle.id().toString());
        Files.createDirectories(inTheWay.getParent());
        Files.writeString(inTheWay, "");
        double before = failures();
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            terminal.send(photo(7, photo));
            int position = terminal.send(Uplinks.position(Uplinks.now()));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(position, 0x0200, OK));
            await().atMost(PATIENCE).until(() -> failures() > before);
            Files.delete(inTheWay);
            int again = terminal.send(photo(7, photo));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(again, MEDIA_DATA, OK));
            assertThat(terminal.receive()).isEqualTo(new MediaReply(7, List.of()));
        }
        assertThat(media.bytes(only(vehicle))).isEqualTo(photo);
    }

    @Test
    void linksAPhotoToThePositionWhereItWasTaken() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            terminal.send(photo(7, Media.photo(500, 8)));
            until(terminal, new MediaReply(7, List.of()));
        }
        MediaApi.Media stored = only(vehicle);
        assertThat(stored.takenAt()).isEqualTo(takenAt);
        assertThat(stored.position().reportedAt()).isEqualTo(takenAt);
        assertThat(stored.position().latitude()).isEqualTo(31.230416);
        assertThat(fleet.positions(vehicle, takenAt)).isEqualTo(1);
        MediaStored event = told(vehicle).getFirst();
        assertThat(event.mediaId()).isEqualTo(stored.id());
        assertThat(event.kind()).isEqualTo(MediaKind.IMAGE);
        assertThat(event.position()).isEqualTo(stored.position());
        assertThat(event.alarm()).isNull();
    }

    @Test
    void notesWhatATerminalOnlyTellsOf() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            int serial = terminal.send(about(7));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, 0x0800, OK));
            assertThat(only(vehicle).complete()).isFalse();
            terminal.send(photo(7, Media.photo(500, 9)));
            until(terminal, new MediaReply(7, List.of()));
        }
        assertThat(only(vehicle).complete()).isTrue();
    }

    /** The tests allow 3 MiB for all; a photo under way takes up to half as much again as its bytes. */
    @Test
    void givesUpWhatThereIsNoMemoryForAndTakesItLater() {
        byte[] photo = Media.photo(600_000, 11);
        List<Fleet.Vehicle> vehicles = Stream.generate(fleet::bound).limit(6).toList();
        List<TestTerminal> terminals =
                vehicles.stream().map(vehicle -> fleet.connect(vehicle).login()).toList();
        double refused = withoutMemory();
        List<byte[]> last = new ArrayList<>();
        for (TestTerminal terminal : terminals) {
            List<byte[]> frames = terminal.frames(photo(7, photo));
            last.add(frames.removeLast());
            frames.forEach(terminal::write);
            int heartbeat = terminal.send(new Uplink.Heartbeat(""));
            until(terminal, new GeneralReply(heartbeat, 0x0002, OK));
        }
        assertThat(withoutMemory()).isGreaterThan(refused);
        terminals.getFirst().write(last.getFirst());
        until(terminals.getFirst(), new MediaReply(7, List.of()));
        terminals.subList(0, 5).forEach(TestTerminal::close);
        await().atMost(PATIENCE).until(() -> memory_bytes() < 1_000_000);
        terminals.getLast().send(photo(8, photo));
        until(terminals.getLast(), new MediaReply(8, List.of()));
        assertThat(media.bytes(only(vehicles.getFirst()))).isEqualTo(photo);
        assertThat(media.bytes(only(vehicles.getLast()))).isEqualTo(photo);
        terminals.getLast().close();
    }

    @Test
    void keepsHardlyAnyPartOfAStranger() {
        double refused = withoutMemory();
        try (TestTerminal stranger = fleet.connect(fleet.bound())) {
            List<byte[]> frames = stranger.frames(photo(7, Media.photo(50_000, 12)));
            frames.removeLast();
            frames.forEach(stranger::write);
            int heartbeat = stranger.send(new Uplink.Heartbeat(""));
            until(stranger, new GeneralReply(heartbeat, 0x0002, FAILED));
        }
        assertThat(withoutMemory()).isGreaterThanOrEqualTo(refused + 4);
    }

    @Test
    void refusesMediaOfATerminalThatDidNotAuthenticate() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal stranger = fleet.connect(vehicle)) {
            int serial = stranger.send(photo(7, Media.photo(500, 10)));
            assertThat(stranger.receive()).isEqualTo(new GeneralReply(serial, MEDIA_DATA, FAILED));
        }
        assertThat(media.of(vehicle.id())).isEmpty();
    }

    @Test
    void refusesAPhotoWithoutBytes() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            int serial = terminal.send(photo(7, new byte[0]));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, MEDIA_DATA, FAILED));
        }
        assertThat(media.of(vehicle.id())).isEmpty();
    }

    private double withoutMemory() {
        return registry.get("motorpool.telematics.media.refused")
                .tag("reason", "memory")
                .counter()
                .count();
    }

    private double memory_bytes() {
        return registry.get("motorpool.telematics.media.memory.bytes").gauge().value();
    }

    private double failures() {
        return registry.get("motorpool.telematics.media.failures").counter().count();
    }

    private MediaData photo(long number, byte[] bytes) {
        Uplink.LocationReport bare =
                new Uplink.LocationReport(0, 3, 31.230416, 121.473701, 12, 60.5, 90, takenAt, List.of(), "");
        return new MediaData(about(number), bare, Body.ofHex(HexFormat.of().formatHex(bytes)));
    }

    private static MediaEvent about(long number) {
        return new MediaEvent(number, 0, 0, 1, 1);
    }

    private MediaApi.Media only(Fleet.Vehicle vehicle) {
        assertThat(media.of(vehicle.id())).hasSize(1);
        return media.of(vehicle.id()).getFirst();
    }

    private List<MediaStored> told(Fleet.Vehicle vehicle) {
        return log.durable().stream()
                .filter(MediaStored.class::isInstance)
                .map(MediaStored.class::cast)
                .filter(event -> event.vehicleId().equals(vehicle.id()))
                .toList();
    }

    /** What came before the message. */
    private static List<Downlink> until(TestTerminal terminal, Downlink last) {
        List<Downlink> before = new ArrayList<>();
        for (Downlink next = terminal.receive(); !next.equals(last); next = terminal.receive()) {
            before.add(next);
        }
        return before;
    }

    /** The first message that is no general reply. */
    private static Downlink firstOther(TestTerminal terminal) {
        Downlink next = terminal.receive();
        while (next instanceof GeneralReply) {
            next = terminal.receive();
        }
        return next;
    }
}

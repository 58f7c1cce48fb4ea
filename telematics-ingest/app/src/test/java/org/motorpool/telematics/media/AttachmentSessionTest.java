package org.motorpool.telematics.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.boot.OneProcess;
import org.motorpool.telematics.contract.MediaApi;
import org.motorpool.telematics.contract.MediaKind;
import org.motorpool.telematics.media.AttachmentSession.Finished;

@QuarkusTest
@TestProfile(OneProcess.class)
class AttachmentSessionTest {

    private static final String PHONE = "13800000000";

    private final UUID vehicle = UUID.randomUUID();
    private final String alarmId = "T000001 2026-11-23T08:00:00Z 0";

    @Inject
    AttachmentService service;

    @Inject
    Uploads uploads;

    @Inject
    Media media;

    @Test
    void keepsAFileThatCameInPieces() throws Exception {
        byte[] video = Media.photo(200_000, 1);
        SafetyAlarm alarm = Media.alarm(vehicle, alarmId);
        String number = ask(alarm);
        AttachmentSession session = open(number);
        AttachedFile file = new AttachedFile("00_64_6401_0_" + number + ".jpg", 0, video.length);
        assertThat(session.begin(PHONE, file)).isTrue();
        session.write(file.shortName(), 65_536, Media.piece(video, 65_536, 200_000));
        session.write(file.shortName(), 0, Media.piece(video, 0, 65_536));
        assertThat(session.finish(PHONE, file)).isInstanceOf(Finished.Whole.class);
        MediaApi.Media stored = media.of(vehicle).getFirst();
        assertThat(media.bytes(stored)).isEqualTo(video);
        assertThat(stored.kind()).isEqualTo(MediaKind.IMAGE);
        assertThat(stored.name()).isEqualTo(file.name());
        assertThat(stored.alarm().number()).isEqualTo(number);
        assertThat(stored.alarm().source()).isEqualTo(0x64);
        assertThat(stored.position()).isEqualTo(alarm.position());
        assertThat(stored.takenAt()).isEqualTo(alarm.raisedAt());
    }

    @Test
    void namesWhatIsMissing() throws Exception {
        byte[] bytes = Media.photo(1000, 2);
        AttachmentSession session = open(ask());
        AttachedFile file = new AttachedFile("a.jpg", 0, 1000);
        session.begin(PHONE, file);
        session.write("a.jpg", 100, Media.piece(bytes, 100, 900));
        assertThat(session.finish(PHONE, file))
                .isEqualTo(new Finished.Missing(List.of(new FileRange(0, 100), new FileRange(900, 100))));
        session.write("a.jpg", 0, Media.piece(bytes, 0, 100));
        session.write("a.jpg", 900, Media.piece(bytes, 900, 1000));
        assertThat(session.finish(PHONE, file)).isInstanceOf(Finished.Whole.class);
        assertThat(media.bytes(media.of(vehicle).getFirst())).isEqualTo(bytes);
    }

    @Test
    void goesOnWhereABrokenConnectionStopped() throws Exception {
        byte[] bytes = Media.photo(1000, 3);
        String number = ask();
        AttachedFile file = new AttachedFile("a.jpg", 0, 1000);
        AttachmentSession broken = open(number);
        broken.begin(PHONE, file);
        broken.write("a.jpg", 0, Media.piece(bytes, 0, 600));
        AttachmentSession next = open(number);
        assertThat(next.begin(PHONE, file)).isTrue();
        assertThat(next.finish(PHONE, file)).isEqualTo(new Finished.Missing(List.of(new FileRange(600, 400))));
        next.write("a.jpg", 600, Media.piece(bytes, 600, 1000));
        assertThat(next.finish(PHONE, file)).isInstanceOf(Finished.Whole.class);
        assertThat(media.bytes(media.of(vehicle).getFirst())).isEqualTo(bytes);
    }

    @Test
    void answersTheEndOfAFileThatIsKeptLikeTheFirstTime() throws Exception {
        AttachmentSession session = open(ask());
        AttachedFile file = sent(session, "a.jpg", Media.photo(10, 4));
        Finished first = session.finish(PHONE, file);
        assertThat(session.finish(PHONE, file)).isEqualTo(first);
        assertThat(session.begin(PHONE, file)).isTrue();
        assertThat(session.finish(PHONE, file)).isEqualTo(first);
        assertThat(media.of(vehicle)).hasSize(1);
    }

    @Test
    void doesNotOpenForANumberThatNobodyWasGiven() throws Exception {
        AttachmentSession session = service.session();
        assertThat(session.open(PHONE, "0".repeat(32))).isFalse();
        assertThat(session.begin(PHONE, new AttachedFile("a.jpg", 0, 10))).isFalse();
        session.write("a.jpg", 0, ByteBuffer.allocate(10));
        assertThat(session.finish(PHONE, new AttachedFile("a.jpg", 0, 10))).isEqualTo(new Finished.Unknown());
    }

    @Test
    void doesNotOpenForTheNumberOfAnotherTerminal() throws Exception {
        assertThat(service.session().open("13900000000", ask())).isFalse();
    }

    @Test
    void takesNothingFromAnotherTerminalThanTheOneThatOpened() throws Exception {
        AttachmentSession session = open(ask());
        AttachedFile file = sent(session, "a.jpg", Media.photo(10, 9));
        assertThat(session.begin("13900000000", new AttachedFile("b.jpg", 0, 10)))
                .isFalse();
        assertThat(session.finish("13900000000", file)).isEqualTo(new Finished.Unknown());
    }

    @Test
    void doesNotOpenForANumberThatIsTooOld() throws Exception {
        Instant now = Media.now();
        SafetyAlarm alarm = Media.alarm(vehicle, alarmId);
        Instant yesterday = now.minus(Duration.ofHours(25));
        String number =
                service.table().ask(alarm, yesterday, Duration.ofMinutes(1)).orElseThrow();
        assertThat(service.session().open(PHONE, number)).isFalse();
    }

    @Test
    void asksOnceForTheAttachmentsOfAnAlarm() {
        SafetyAlarm alarm = Media.alarm(vehicle, alarmId);
        assertThat(Media.get(service.ask(alarm))).isPresent();
        assertThat(Media.get(service.ask(alarm))).isEmpty();
    }

    @Test
    void asksAgainLaterWithTheSameNumberUntilTheTerminalCame() throws Exception {
        SafetyAlarm alarm = Media.alarm(vehicle, alarmId);
        Instant now = Media.now();
        Duration interval = Duration.ofMinutes(1);
        String number =
                service.table().ask(alarm, now.minusSeconds(60), interval).orElseThrow();
        assertThat(service.table().ask(alarm, now, interval)).contains(number);
        open(number);
        assertThat(service.table().ask(alarm, now.plusSeconds(60), interval)).isEmpty();
    }

    @Test
    void keepsANameAsTextOnly() throws Exception {
        AttachmentSession session = open(ask());
        byte[] bytes = Media.photo(10, 5);
        assertThat(session.finish(PHONE, sent(session, "../../../etc/passwd", bytes)))
                .isInstanceOf(Finished.Whole.class);
        MediaApi.Media stored = media.of(vehicle).getFirst();
        assertThat(stored.name()).isEqualTo("passwd");
        assertThat(media.bytes(stored)).isEqualTo(bytes);
    }

    @Test
    void takesNothingBehindTheAnnouncedEnd() throws Exception {
        AttachmentSession session = open(ask());
        AttachedFile file = new AttachedFile("a.jpg", 0, 100);
        session.begin(PHONE, file);
        session.write("a.jpg", 0, ByteBuffer.allocate(101));
        session.write("a.jpg", 100, ByteBuffer.allocate(1));
        session.write("a.jpg", 0xffff_ffffL, ByteBuffer.allocate(1));
        assertThat(session.finish(PHONE, file)).isEqualTo(new Finished.Missing(List.of(new FileRange(0, 100))));
    }

    @Test
    void doesNotEndAFileOfAnotherSizeThanAnnounced() throws Exception {
        AttachmentSession session = open(ask());
        sent(session, "a.jpg", Media.photo(100, 6));
        assertThat(session.finish(PHONE, new AttachedFile("a.jpg", 0, 50))).isEqualTo(new Finished.Unknown());
    }

    @Test
    void beginsAnewWhenAnotherSizeIsAnnounced() throws Exception {
        AttachmentSession session = open(ask());
        session.begin(PHONE, new AttachedFile("a.jpg", 0, 100));
        session.write("a.jpg", 0, ByteBuffer.allocate(100));
        session.begin(PHONE, new AttachedFile("a.jpg", 0, 50));
        assertThat(session.finish(PHONE, new AttachedFile("a.jpg", 0, 50)))
                .isEqualTo(new Finished.Missing(List.of(new FileRange(0, 50))));
    }

    @Test
    void refusesAFileThatIsTooLarge() throws Exception {
        AttachmentSession session = open(ask());
        assertThat(session.begin(PHONE, new AttachedFile("a.mp4", 2, (2 << 20) + 1)))
                .isFalse();
        assertThat(session.begin(PHONE, new AttachedFile("a.mp4", 2, 0xffff_ffffL)))
                .isFalse();
    }

    @Test
    void refusesMoreFilesThanAnAlarmMayHave() throws Exception {
        AttachmentSession session = open(ask());
        for (int i = 0; i < 16; i++) {
            assertThat(session.begin(PHONE, new AttachedFile(i + ".jpg", 0, 10)))
                    .isTrue();
        }
        assertThat(session.begin(PHONE, new AttachedFile("17.jpg", 0, 10))).isFalse();
    }

    /** One byte of every two: each piece stands apart. */
    @Test
    void keepsAThousandPiecesInMindAndAsksForTheRest() throws Exception {
        byte[] bytes = Media.photo(20_000, 7);
        AttachmentSession session = open(ask());
        AttachedFile file = new AttachedFile("a.jpg", 0, bytes.length);
        session.begin(PHONE, file);
        for (int i = 0; i < 10_000; i++) {
            session.write("a.jpg", 2 * i, Media.piece(bytes, 2 * i, 2 * i + 1));
        }
        Finished.Missing missing = (Finished.Missing) session.finish(PHONE, file);
        assertThat(missing.pieces()).hasSize(95).startsWith(new FileRange(1, 1), new FileRange(3, 1));
        session.write("a.jpg", 0, ByteBuffer.wrap(bytes));
        assertThat(session.finish(PHONE, file)).isInstanceOf(Finished.Whole.class);
        assertThat(media.bytes(media.of(vehicle).getFirst())).isEqualTo(bytes);
    }

    @Test
    void knowsAFileByTheFirst50BytesOfItsName() throws Exception {
        byte[] bytes = Media.photo(10, 8);
        AttachmentSession session = open(ask());
        AttachedFile file = new AttachedFile("x".repeat(60) + ".jpg", 0, 10);
        session.begin(PHONE, file);
        session.write("x".repeat(50), 0, ByteBuffer.wrap(bytes));
        assertThat(session.finish(PHONE, file)).isInstanceOf(Finished.Whole.class);
    }

    @Test
    void givesUpWhatNobodyGoesOnWith() throws Exception {
        String number = ask();
        AttachmentSession session = open(number);
        session.begin(PHONE, new AttachedFile("a.jpg", 0, 10));
        uploads.giveUp(Instant.now().plus(Duration.ofMinutes(31)));
        assertThat(uploads.find(number, "a.jpg")).isEmpty();
        assertThat(session.finish(PHONE, new AttachedFile("a.jpg", 0, 10))).isEqualTo(new Finished.Unknown());
    }

    private String ask() {
        return ask(Media.alarm(vehicle, alarmId));
    }

    private String ask(SafetyAlarm alarm) {
        String number = Media.get(service.ask(alarm)).orElseThrow();
        assertThat(number).hasSize(32);
        return number;
    }

    private AttachmentSession open(String number) throws Exception {
        AttachmentSession session = service.session();
        assertThat(session.open(PHONE, number)).isTrue();
        return session;
    }

    private static AttachedFile sent(AttachmentSession session, String name, byte[] bytes) throws Exception {
        AttachedFile file = new AttachedFile(name, 0, bytes.length);
        session.begin(PHONE, file);
        session.write(file.shortName(), 0, ByteBuffer.wrap(bytes));
        return file;
    }
}

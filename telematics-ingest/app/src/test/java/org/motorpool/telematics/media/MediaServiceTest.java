package org.motorpool.telematics.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.boot.OneProcess;
import org.motorpool.telematics.contract.MediaApi;
import org.motorpool.telematics.contract.MediaKind;
import org.motorpool.telematics.contract.MediaPosition;

@QuarkusTest
@TestProfile(OneProcess.class)
class MediaServiceTest {

    private final UUID vehicle = UUID.randomUUID();

    @Inject
    MediaService service;

    @Inject
    Media media;

    @Test
    void keepsTheBytesAndWhatIsKnownOfThem() {
        byte[] photo = Media.photo(300_000, 1);
        Instant reportedAt = Media.now().minusSeconds(90);
        var kept = (Kept.Stored) keep(Media.medium(vehicle, 7, reportedAt), photo);
        MediaApi.Media stored = media.of(vehicle).getFirst();
        assertThat(media.bytes(stored)).isEqualTo(photo);
        assertThat(stored.id()).isEqualTo(kept.event().mediaId());
        assertThat(stored.complete()).isTrue();
        assertThat(stored.kind()).isEqualTo(MediaKind.IMAGE);
        assertThat(stored.terminalMediaId()).isEqualTo(7);
        assertThat(stored.trigger()).isEqualTo(2);
        assertThat(stored.channel()).isEqualTo(1);
        assertThat(stored.contentType()).isEqualTo("image/jpeg");
        assertThat(stored.claimedType()).isEqualTo("image/jpeg");
        assertThat(stored.takenAt()).isEqualTo(reportedAt);
        assertThat(stored.position()).isEqualTo(new MediaPosition(reportedAt, 31.2304, 121.4737, true));
        assertThat(stored.size_bytes()).isEqualTo(300_000);
        assertThat(stored.alarm()).isNull();
    }

    @Test
    void keepsOneThatComesTwiceOnce() {
        byte[] photo = Media.photo(1000, 2);
        Kept first = keep(Media.medium(vehicle, 7), photo);
        Kept second = keep(Media.medium(vehicle, 7), photo);
        assertThat(media.of(vehicle)).hasSize(1);
        assertThat(((Kept.Stored) second).event().mediaId())
                .isEqualTo(((Kept.Stored) first).event().mediaId());
    }

    @Test
    void keepsOneThatComesTwiceAtTheSameTimeOnce() {
        byte[] photo = Media.photo(100_000, 3);
        var first = service.keep(Media.medium(vehicle, 7), ByteBuffer.wrap(photo));
        var second = service.keep(Media.medium(vehicle, 7), ByteBuffer.wrap(photo));
        assertThat(Media.get(first)).isInstanceOf(Kept.Stored.class);
        assertThat(Media.get(second)).isInstanceOf(Kept.Stored.class);
        assertThat(media.of(vehicle)).hasSize(1);
    }

    /** A terminal that lost its memory counts from the beginning again. */
    @Test
    void keepsOtherContentUnderTheSameNumberBeside() {
        keep(Media.medium(vehicle, 7), Media.photo(1000, 4));
        keep(Media.medium(vehicle, 7), Media.photo(1000, 5));
        assertThat(media.of(vehicle)).hasSize(2);
    }

    @Test
    void keepsTheSameContentOfTwoNumbersUnderBoth() {
        byte[] photo = Media.photo(1000, 6);
        keep(Media.medium(vehicle, 7), photo);
        keep(Media.medium(vehicle, 8), photo);
        assertThat(media.of(vehicle)).extracting(media::bytes).containsExactly(photo, photo);
    }

    @Test
    void completesWhatWasAnnounced() {
        Media.get(service.announce(Media.medium(vehicle, 7)));
        MediaApi.Media announced = media.of(vehicle).getFirst();
        assertThat(announced.complete()).isFalse();
        assertThat(announced.contentType()).isNull();
        keep(Media.medium(vehicle, 7), Media.photo(1000, 7));
        assertThat(media.of(vehicle)).singleElement().satisfies(stored -> {
            assertThat(stored.id()).isEqualTo(announced.id());
            assertThat(stored.complete()).isTrue();
        });
    }

    @Test
    void announcesOnce() {
        Media.get(service.announce(Media.medium(vehicle, 7)));
        Media.get(service.announce(Media.medium(vehicle, 7)));
        assertThat(media.of(vehicle)).hasSize(1);
    }

    @Test
    void doesNotAnnounceWhatIsHere() {
        keep(Media.medium(vehicle, 7), Media.photo(1000, 8));
        Media.get(service.announce(Media.medium(vehicle, 7)));
        assertThat(media.of(vehicle)).hasSize(1);
    }

    @Test
    void saysWhatTheContentIsWhateverTheTerminalCallsIt() {
        byte[] html = "<html><script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        keep(Media.medium(vehicle, 7), html);
        MediaApi.Media stored = media.of(vehicle).getFirst();
        assertThat(stored.contentType()).isEqualTo("application/octet-stream");
        assertThat(stored.claimedType()).isEqualTo("image/jpeg");
    }

    @Test
    void findsOneWithAnAbsurdTimeWhereItCame() {
        keep(Media.medium(vehicle, 7, Instant.parse("2000-01-01T00:00:00Z")), Media.photo(100, 9));
        MediaApi.Media stored = media.of(vehicle).getFirst();
        assertThat(stored.takenAt()).isEqualTo(stored.receivedAt());
        assertThat(stored.position().reportedAt()).isEqualTo(Instant.parse("2000-01-01T00:00:00Z"));
    }

    @Test
    void refusesOneWithoutBytes() {
        assertThat(keep(Media.medium(vehicle, 7), new byte[0])).isEqualTo(new Kept.Refused(RefusedMedia.EMPTY));
    }

    /** The tests allow 2 MiB for one, and 4 MiB a day. */
    @Test
    void refusesOneThatIsTooLarge() {
        assertThat(keep(Media.medium(vehicle, 7), new byte[(2 << 20) + 1]))
                .isEqualTo(new Kept.Refused(RefusedMedia.TOO_LARGE));
    }

    @Test
    void refusesMoreThanAVehicleMaySendInADay() {
        for (int number = 1; number <= 4; number++) {
            assertThat(keep(Media.medium(vehicle, number), Media.photo(1 << 20, number)))
                    .isInstanceOf(Kept.Stored.class);
        }
        assertThat(keep(Media.medium(vehicle, 5), Media.photo(1, 5))).isEqualTo(new Kept.Refused(RefusedMedia.QUOTA));
        assertThat(keep(Media.medium(vehicle, 4), Media.photo(1 << 20, 4))).isInstanceOf(Kept.Stored.class);
        assertThat(keep(Media.medium(UUID.randomUUID(), 5), Media.photo(1, 5))).isInstanceOf(Kept.Stored.class);
        assertThat(media.of(vehicle)).hasSize(4);
    }

    @Test
    void isNotDoneBeforeTheRowIsCommitted() throws Exception {
        CompletableFuture<Kept> kept;
        try (TableLock lock = new TableLock("media")) {
            kept = service.keep(Media.medium(vehicle, 7), ByteBuffer.wrap(Media.photo(1000, 10)))
                    .toCompletableFuture();
            lock.awaitWaiter();
            assertThat(kept).isNotDone();
        }
        assertThat(kept).succeedsWithin(Duration.ofSeconds(20));
        assertThat(media.of(vehicle)).hasSize(1);
    }

    private Kept keep(Medium medium, byte[] content) {
        return Media.get(service.keep(medium, ByteBuffer.wrap(content)));
    }
}

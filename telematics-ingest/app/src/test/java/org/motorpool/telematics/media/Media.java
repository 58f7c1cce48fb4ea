package org.motorpool.telematics.media;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.motorpool.telematics.contract.MediaApi;
import org.motorpool.telematics.contract.MediaKind;
import org.motorpool.telematics.contract.MediaPosition;
import org.motorpool.telematics.recorder.Period;

/** Media as terminals send them, and what became of them. */
@Singleton
public class Media {

    private final MediaQueries queries;
    private final ObjectStore objects;

    Media(MediaQueries queries, ObjectStore objects) {
        this.queries = queries;
        this.objects = objects;
    }

    /** Bytes of a JPEG file, as far as anybody looks. */
    public static byte[] photo(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        byte[] begin = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
        System.arraycopy(begin, 0, bytes, 0, Math.min(size, begin.length));
        return bytes;
    }

    static Medium medium(UUID vehicleId, long terminalMediaId) {
        return medium(vehicleId, terminalMediaId, now());
    }

    static Medium medium(UUID vehicleId, long terminalMediaId, Instant reportedAt) {
        MediaPosition position = new MediaPosition(reportedAt, 31.2304, 121.4737, true);
        return new Medium(vehicleId, "13800000000", terminalMediaId, MediaKind.IMAGE, 0, 2, 1, position, now());
    }

    static SafetyAlarm alarm(UUID vehicleId, String alarmId) {
        MediaPosition position = new MediaPosition(now(), 31.2304, 121.4737, true);
        return new SafetyAlarm(vehicleId, "13800000000", alarmId, 0x64, 1, now().minusSeconds(1), 2, position);
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The result, which comes within 20 s. */
    public static <T> T get(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** All media of the vehicle, newest first. */
    public List<MediaApi.Media> of(UUID vehicleId) {
        Instant to = Instant.now().plus(1, ChronoUnit.DAYS);
        try {
            Period period = new Period(to.minus(300, ChronoUnit.DAYS), to);
            return queries.list(vehicleId, period, new MediaCursor(to, new UUID(-1, -1)), 1000);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The bytes in the object store. */
    public byte[] bytes(MediaApi.Media medium) {
        try (InputStream content = objects.open(StoredObject.key(medium.vehicleId(), medium.sha256()))) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static ByteBuffer piece(byte[] bytes, int from, int to) {
        return ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, to));
    }
}

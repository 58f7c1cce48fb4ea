package org.motorpool.telematics.media;

import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Makes objects of what was received. Blocking. */
@Singleton
class Vault {

    private final ObjectStore objects;
    private final Spool spool;
    private final MediaMetrics metrics;

    Vault(ObjectStore objects, Spool spool, MediaMetrics metrics) {
        this.objects = objects;
        this.spool = spool;
        this.metrics = metrics;
    }

    /** Keeps the bytes; they are durable when it returns. */
    StoredObject keep(UUID vehicleId, ByteBuffer content, String sha256) throws IOException {
        StoredObject object = new StoredObject(
                StoredObject.key(vehicleId, sha256), ContentType.of(content), content.remaining(), sha256);
        Path file = spool.write(content);
        try {
            put(object, file);
            return object;
        } finally {
            Spool.discard(file);
        }
    }

    /** Takes a whole file over; it is durable when it returns. When that fails the file stays. */
    StoredObject keep(UUID vehicleId, Path file) throws IOException {
        String sha256 = Digest.sha256(file);
        StoredObject object =
                new StoredObject(StoredObject.key(vehicleId, sha256), type(file), Files.size(file), sha256);
        put(object, file);
        return object;
    }

    private void put(StoredObject object, Path file) throws IOException {
        Timer.Sample sample = metrics.start();
        objects.put(object.key(), file);
        metrics.written(sample);
    }

    private static ContentType type(Path file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(ContentType.HEAD_BYTES);
        try (FileChannel channel = FileChannel.open(file)) {
            while (head.hasRemaining() && channel.read(head) >= 0) {
                // a read may bring less than was asked for
            }
        }
        return ContentType.of(head.flip());
    }
}

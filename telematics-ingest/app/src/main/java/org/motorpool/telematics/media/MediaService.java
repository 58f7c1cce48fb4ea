package org.motorpool.telematics.media;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.motorpool.telematics.contract.TelematicsEvent.MediaStored;

/** Takes in what terminals send as 0x0800 and 0x0801. Never blocks; any thread may call. */
@Singleton
public class MediaService {

    private static final Logger LOG = Logger.getLogger(MediaService.class);

    private final MediaConfig config;
    private final MediaTable table;
    private final Vault vault;
    private final MediaThreads threads;
    private final MediaMetrics metrics;

    MediaService(MediaConfig config, MediaTable table, Vault vault, MediaThreads threads, MediaMetrics metrics) {
        this.config = config;
        this.table = table;
        this.vault = vault;
        this.threads = threads;
        this.metrics = metrics;
    }

    /** Notes a medium that the terminal still keeps; completes when that is committed. */
    public CompletionStage<Void> announce(Medium medium) {
        return run(() -> {
            table.announce(medium);
            return null;
        });
    }

    /**
     * Keeps the medium; the same one may come again.
     *
     * @param content not written to until the stage completes
     * @return completes when the bytes are durable and the row is committed, or with why they were not taken in; fails
     *     when the terminal should send again
     */
    public CompletionStage<Kept> keep(Medium medium, ByteBuffer content) {
        return run(() -> store(medium, content.asReadOnlyBuffer()));
    }

    private Kept store(Medium medium, ByteBuffer content) throws IOException, SQLException {
        if (!content.hasRemaining()) {
            return refused(RefusedMedia.EMPTY);
        }
        if (content.remaining() > config.objectMax().asLongValue()) {
            return refused(RefusedMedia.TOO_LARGE);
        }
        String sha256 = Digest.sha256(content);
        Optional<UUID> known = table.findStored(medium, sha256);
        if (known.isPresent()) {
            metrics.repeated();
            return new Kept.Stored(event(medium, known.get()));
        }
        if (overQuota(medium.vehicleId(), content.remaining(), medium.receivedAt())) {
            return refused(RefusedMedia.QUOTA);
        }
        StoredObject object = vault.keep(medium.vehicleId(), content, sha256);
        UUID id = table.add(medium, object);
        metrics.stored(medium.kind(), medium.claimedType(), object);
        return new Kept.Stored(event(medium, id));
    }

    /** Whether the vehicle may not bring so many bytes more today. */
    boolean overQuota(UUID vehicleId, long more_bytes, Instant now) throws SQLException {
        long today_bytes = table.storedSince(vehicleId, now.truncatedTo(ChronoUnit.DAYS));
        return today_bytes + more_bytes > config.dailyPerVehicle().asLongValue();
    }

    private Kept refused(RefusedMedia reason) {
        metrics.refused(reason);
        return new Kept.Refused(reason);
    }

    private static MediaStored event(Medium medium, UUID id) {
        return new MediaStored(
                id,
                medium.vehicleId(),
                medium.receivedAt(),
                id,
                medium.kind(),
                medium.takenAt(),
                medium.position(),
                null);
    }

    /** Runs the task on the threads of media; its failure is noted once, here. */
    <T> CompletionStage<T> run(Callable<T> task) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return task.call();
                    } catch (Exception e) {
                        metrics.failed();
                        LOG.warnf("a medium was not stored, its terminal keeps it: %s", e);
                        throw new CompletionException(e);
                    }
                },
                threads);
    }
}

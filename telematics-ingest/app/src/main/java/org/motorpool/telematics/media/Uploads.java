package org.motorpool.telematics.media;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The attachments on their way, of all connections: bounded in number, given up when nobody goes on with them. */
@Singleton
class Uploads {

    private static final long SWEEP_S = 60;

    private final MediaConfig config;
    private final Spool spool;
    private final Clock clock = Clock.systemUTC();
    private final Map<Key, Upload> byKey = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("media-sweeper").factory());

    Uploads(MediaConfig config, Spool spool, MediaMetrics metrics) {
        this.config = config;
        this.spool = spool;
        metrics.watch("uploads", byKey::size);
    }

    /** A file of one alarm, by the name that data packets have room for. */
    private record Key(String alarmNumber, String shortName) {}

    void start(@Observes StartupEvent event) {
        var unused = sweeper.scheduleWithFixedDelay(() -> giveUp(clock.instant()), SWEEP_S, SWEEP_S, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        sweeper.shutdownNow();
    }

    Optional<Upload> find(String alarmNumber, String shortName) {
        return Optional.ofNullable(byKey.get(new Key(alarmNumber, shortName)));
    }

    /** The upload of the file: the one that was interrupted, else a new one; empty when there are too many. */
    Optional<Upload> begin(String alarmNumber, AttachedFile file, int mostOfAlarm) throws IOException {
        Key key = new Key(alarmNumber, file.shortName());
        Upload known = byKey.get(key);
        if (known != null && known.of(file)) {
            return Optional.of(known);
        }
        if (known != null && byKey.remove(key, known)) {
            known.discard();
        }
        if (byKey.size() >= config.uploadsMax() || ofAlarm(alarmNumber) >= mostOfAlarm) {
            return Optional.empty();
        }
        Upload begun = new Upload(file, spool.create(), clock.instant());
        Upload other = byKey.putIfAbsent(key, begun);
        if (other == null) {
            return Optional.of(begun);
        }
        begun.discard();
        return Optional.of(other);
    }

    private long ofAlarm(String alarmNumber) {
        return byKey.keySet().stream()
                .filter(key -> key.alarmNumber().equals(alarmNumber))
                .count();
    }

    void giveUp(Instant now) {
        Instant longAgo = now.minus(config.resumeFor());
        byKey.forEach((key, upload) -> {
            if (upload.untouchedSince(longAgo) && byKey.remove(key, upload)) {
                upload.discard();
            }
        });
    }
}

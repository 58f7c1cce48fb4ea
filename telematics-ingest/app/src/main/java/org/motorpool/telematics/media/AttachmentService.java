package org.motorpool.telematics.media;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Asks for the attachments of alarms and takes them in (T/JSATL 12-2017, clause 4.6). */
@Singleton
public class AttachmentService {

    private final MediaConfig config;
    private final AttachmentTable table;
    private final Uploads uploads;
    private final Vault vault;
    private final MediaService media;
    private final MediaMetrics metrics;
    private final Clock clock = Clock.systemUTC();

    AttachmentService(
            MediaConfig config,
            AttachmentTable table,
            Uploads uploads,
            Vault vault,
            MediaService media,
            MediaMetrics metrics) {
        this.config = config;
        this.table = table;
        this.uploads = uploads;
        this.vault = vault;
        this.media = media;
        this.metrics = metrics;
    }

    /**
     * Notes that the attachments of the alarm are wanted. Does not block, any thread may call.
     *
     * @return the number to ask the terminal with, once it is committed; empty when there is no need to ask (again)
     */
    public CompletionStage<Optional<String>> ask(SafetyAlarm alarm) {
        return media.run(() -> table.ask(alarm, now(), config.requestInterval()));
    }

    /** A conversation with a terminal that brings attachments. */
    public AttachmentSession session() {
        return new AttachmentSession(this);
    }

    MediaConfig config() {
        return config;
    }

    AttachmentTable table() {
        return table;
    }

    Uploads uploads() {
        return uploads;
    }

    Vault vault() {
        return vault;
    }

    MediaService media() {
        return media;
    }

    MediaMetrics metrics() {
        return metrics;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

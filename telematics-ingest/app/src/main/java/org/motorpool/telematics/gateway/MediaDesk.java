package org.motorpool.telematics.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.motorpool.telematics.media.AttachmentService;
import org.motorpool.telematics.media.MediaMetrics;
import org.motorpool.telematics.media.MediaService;
import org.motorpool.telematics.media.MediaThreads;
import org.motorpool.telematics.media.RefusedMedia;

/** What the media of all connections share. */
@Singleton
class MediaDesk {

    /** Split messages of who did not authenticate; there is hardly a need for any. */
    private static final int STRANGER_BYTES = 8 * 1024;

    private final GatewayConfig config;
    private final MediaService media;
    private final AttachmentService attachments;
    private final MediaThreads threads;
    private final MediaMetrics metrics;
    private final int memory_bytes;
    private final Backpressure memory;

    MediaDesk(
            GatewayConfig config,
            MediaService media,
            AttachmentService attachments,
            MediaThreads threads,
            MediaMetrics metrics,
            MeterRegistry registry) {
        this.config = config;
        this.media = media;
        this.attachments = attachments;
        this.threads = threads;
        this.metrics = metrics;
        this.memory_bytes = Math.toIntExact(config.mediaMemory().asLongValue());
        this.memory = new Backpressure(memory_bytes);
        registry.gauge("motorpool.telematics.media.memory.bytes", memory, Backpressure::waiting);
    }

    MediaService media() {
        return media;
    }

    AttachmentService attachments() {
        return attachments;
    }

    Executor threads() {
        return threads;
    }

    MediaMetrics metrics() {
        return metrics;
    }

    /** Parts of split messages take up so much more memory, or less. */
    void assembling(int more_bytes) {
        if (more_bytes > 0) {
            memory.add(more_bytes);
        } else {
            memory.release(-more_bytes);
        }
    }

    /**
     * Whether the parts that one connection keeps, now that there are more, are too much: of a stranger, or of all
     * terminals together. What began before is given room longer than what begins.
     */
    boolean tooMuch(int before_bytes, int now_bytes, boolean recognised) {
        if (now_bytes <= before_bytes) {
            return false;
        }
        long most_bytes = before_bytes == 0 ? memory_bytes / 4 * 3 : memory_bytes;
        boolean tooMuch = memory.waiting() > most_bytes || !recognised && now_bytes > STRANGER_BYTES;
        if (tooMuch) {
            metrics.refused(RefusedMedia.MEMORY);
        }
        return tooMuch;
    }

    /**
     * Where the terminal on the link can bring attachments: as configured, else where it is connected to, but not by TLS,
     * which the standard does not have for them.
     */
    Optional<InetSocketAddress> attachmentAddress(Link link) {
        InetSocketAddress here = link.local();
        int port = config.attachmentPort().orElse(link.carrier() == Carrier.TLS ? config.port() : here.getPort());
        Optional<InetSocketAddress> known =
                config.attachmentHost().map(host -> InetSocketAddress.createUnresolved(host, port));
        // a datagram socket may listen on all addresses: none of them is known to be the terminal's way
        return known.isPresent() || here.getAddress().isAnyLocalAddress()
                ? known
                : Optional.of(new InetSocketAddress(here.getAddress(), port));
    }

    /** In bytes. */
    Backpressure memory() {
        return memory;
    }
}

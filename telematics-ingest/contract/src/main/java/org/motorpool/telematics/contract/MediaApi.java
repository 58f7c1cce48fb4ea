package org.motorpool.telematics.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * REST records of the media of a vehicle: {@code GET ROOT/{vehicleId}/media?from=&to=&limit=&cursor=} and
 * {@code GET ROOT/{vehicleId}/media/{mediaId}/content} under {@link TrackApi#ROOT}; only for callers with the role
 * {@code SERVICE}.
 */
public final class MediaApi {

    private MediaApi() {}

    /** Media taken in a half-open interval, newest first; {@code next} is the cursor of the next page, or null. */
    public record MediaPage(List<Media> items, String next) {
        public MediaPage {
            items = List.copyOf(items);
        }
    }

    /**
     * One photo, recording, video or alarm attachment.
     *
     * @param complete whether its bytes are here; false for what a terminal only announced (0x0800)
     * @param terminalMediaId the terminal's own number of it (0x0801); null for an attachment
     * @param trigger why it was made: 0 by the platform, 1 timer, 2 robbery, 3 collision, 4 door opened, 5 door closed,
     *     6 doors closed and faster than 20 km/h, 7 distance (JT/T 808-2019, table 95); null for an attachment
     * @param channel the camera or microphone; null for an attachment
     * @param contentType by the bytes themselves; null until complete
     * @param claimedType what the terminal called it; null when it said nothing that is known
     * @param name the terminal's file name of an attachment, without anything that could harm; else null
     * @param takenAt terminal time, UTC; the time it was received where the terminal's clock is absurd
     * @param position where; null when the terminal did not say
     * @param alarm the alarm that it is an attachment of; else null
     * @param size_bytes 0 until complete
     * @param sha256 of the bytes, hex; null until complete
     */
    public record Media(
            UUID id,
            UUID vehicleId,
            boolean complete,
            MediaKind kind,
            Long terminalMediaId,
            Integer trigger,
            Integer channel,
            String contentType,
            String claimedType,
            String name,
            Instant takenAt,
            MediaPosition position,
            MediaAlarm alarm,
            long size_bytes,
            String sha256,
            Instant receivedAt) {}
}

package org.motorpool.telematics.media;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.motorpool.telematics.contract.MediaApi.Media;
import org.motorpool.telematics.recorder.InvalidParameter;

/** Where a page of media, newest first, begins: below this time and id. */
record MediaCursor(Instant takenAt, UUID id) {

    private static final char BETWEEN = '~';

    /** Reads what {@link #toString()} wrote; without a text the cursor is before the first. */
    static MediaCursor parse(String text, Instant to) throws InvalidParameter {
        if (text.isEmpty()) {
            return new MediaCursor(to, new UUID(-1, -1));
        }
        try {
            int between = text.indexOf(BETWEEN);
            return new MediaCursor(
                    Instant.parse(text.substring(0, Math.max(0, between))),
                    UUID.fromString(text.substring(between + 1)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new InvalidParameter(
                    "cursor", "cursor 应为上一页返回的 next", "cursor must be the value of next of the page before");
        }
    }

    static MediaCursor of(Media last) {
        return new MediaCursor(last.takenAt(), last.id());
    }

    @Override
    public String toString() {
        return takenAt.toString() + BETWEEN + id;
    }
}

package org.motorpool.telematics.media;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.MediaKind;
import org.motorpool.telematics.contract.MediaPosition;

/**
 * What a terminal says about one of its media (0x0800, and the beginning of 0x0801).
 *
 * @param terminalMediaId the terminal's number of it, a DWORD
 * @param format the format byte; only a claim
 * @param trigger why it was made, see {@link org.motorpool.telematics.contract.MediaApi.Media}
 * @param position where it was taken; null when the terminal did not say
 */
public record Medium(
        UUID vehicleId,
        String phone,
        long terminalMediaId,
        MediaKind kind,
        int format,
        int trigger,
        int channel,
        @Nullable MediaPosition position,
        Instant receivedAt) {

    /** The kind for the type byte of 0x0800, 0x0801 and 0x1211; T/GDRTA 002 adds 4 and 5, both for other things. */
    public static MediaKind kind(int type) {
        return switch (type) {
            case 0 -> MediaKind.IMAGE;
            case 1 -> MediaKind.AUDIO;
            case 2 -> MediaKind.VIDEO;
            case 3 -> MediaKind.TEXT;
            default -> MediaKind.OTHER;
        };
    }

    /** What the format byte promises. */
    @Nullable
    String claimedType() {
        return ContentType.ofFormat(format).map(ContentType::mime).orElse(null);
    }

    /** When it was taken, as far as the terminal can be believed. */
    Instant takenAt() {
        return Times.taken(position == null ? null : position.reportedAt(), receivedAt);
    }
}

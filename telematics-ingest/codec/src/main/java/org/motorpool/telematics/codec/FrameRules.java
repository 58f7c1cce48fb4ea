package org.motorpool.telematics.codec;

import java.time.Duration;

/**
 * Limits and tolerances of a {@link FrameDecoder}.
 *
 * @param maxFrame_bytes escaped bytes between two flags; longer runs are dropped up to the next flag
 * @param maxAssemblies split messages under way at a time; the oldest gives way
 * @param maxAssembly_bytes memory for all split messages under way, and the most that one may have; the oldest gives way
 * @param maxPacket_bytes data in one packet of an attachment; a longer one is skipped
 * @param assemblyDeadline how long after its last new part a split message is given up; parts are asked for before
 */
public record FrameRules(
        int maxFrame_bytes,
        int maxAssemblies,
        int maxAssembly_bytes,
        int maxPacket_bytes,
        Duration assemblyDeadline,
        ChecksumPolicy checksum) {

    /** What happens to a frame with a wrong checksum. */
    public enum ChecksumPolicy {
        REJECT,
        FLAG
    }

    /** What a gateway uses. */
    public static final FrameRules STRICT =
            new FrameRules(4096, 8, 1 << 20, 128 << 10, Duration.ofSeconds(60), ChecksumPolicy.REJECT);

    /** For looking at captures whose ids were edited: a wrong checksum is only flagged. */
    public static final FrameRules LENIENT =
            new FrameRules(4096, 8, 1 << 20, 128 << 10, Duration.ofSeconds(60), ChecksumPolicy.FLAG);

    public FrameRules {
        if (maxFrame_bytes < 64 || maxAssemblies < 1 || maxAssembly_bytes < 1023) {
            throw new IllegalArgumentException(
                    "maxFrame_bytes (%d) must be at least 64, maxAssemblies (%d) at least 1, maxAssembly_bytes (%d) at least 1023"
                            .formatted(maxFrame_bytes, maxAssemblies, maxAssembly_bytes));
        }
    }
}

package org.motorpool.telematics.codec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Messages that no standard has, for devices that ask for them. */
public sealed interface VendorDownlink extends Downlink {

    /**
     * 0x8109, the answer to 0x0109.
     *
     * @param time UTC on the wire, as WORD year and a BYTE for each other field; null when it is not a date
     */
    record TimeReply(@Nullable Instant time) implements VendorDownlink {}
}

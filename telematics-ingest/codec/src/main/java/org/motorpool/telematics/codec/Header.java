package org.motorpool.telematics.codec;

import java.util.Set;

/**
 * The header of one frame.
 *
 * @param phone identity of the terminal: phone digits, leading zeros stripped ("0" when all are zero)
 * @param serial sender's running number of the frame, 0 to 65535
 * @param splitTotal parts of the message, 0 when it is not split
 * @param splitIndex number of this part from 1, 0 when it is not split
 * @param encryption bits 10 to 12 of the body properties; anything but 0 makes the body opaque
 * @param flags what is odd about the frame; empty for a good one
 */
public record Header(
        int messageId,
        Address address,
        String phone,
        int serial,
        int splitTotal,
        int splitIndex,
        int encryption,
        Set<HeaderFlag> flags) {
    public Header {
        flags = Set.copyOf(flags);
    }

    /** The header form, which decides the layout of some bodies. */
    public ProtocolVersion version() {
        return address.version();
    }

    /** Whether a terminal sent it, by its number: below 0x8000, but for one vendor's short replies and another's photos. */
    public boolean uplink() {
        return messageId < 0x8000 ? messageId != MessageId.SHORT_REPLY : messageId == MessageId.VENDOR_PHOTO;
    }

    /** Whether this frame is one part of a longer message. */
    public boolean split() {
        return splitTotal > 0;
    }

    /** Serial of the first part; all parts of a message carry consecutive serials. */
    public int firstSerial() {
        return split() ? (serial - (splitIndex - 1)) & 0xffff : serial;
    }
}

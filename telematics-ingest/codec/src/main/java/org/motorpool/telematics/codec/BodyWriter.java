package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** Writes the body of any message. */
final class BodyWriter {
    private BodyWriter() {}

    /**
     * Appends the body to {@code out} and answers the message id.
     *
     * @throws IllegalArgumentException when a value does not fit its field
     */
    static int write(Message message, ProtocolVersion version, ByteBuf out) {
        FieldWriter fields = new FieldWriter(out);
        int messageId = write(message, version, fields);
        String problem = fields.problem();
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        return messageId;
    }

    /** Why {@code message} cannot be sent: field, value and limits; null when it can. */
    static @Nullable String problem(Message message, ProtocolVersion version) {
        FieldWriter fields = new FieldWriter(Unpooled.buffer());
        write(message, version, fields);
        return fields.problem();
    }

    private static int write(Message message, ProtocolVersion version, FieldWriter fields) {
        return switch (message) {
            case Uplink uplink -> UplinkWriter.write(uplink, version, fields);
            case Downlink downlink -> DownlinkWriter.write(downlink, version, fields);
        };
    }
}

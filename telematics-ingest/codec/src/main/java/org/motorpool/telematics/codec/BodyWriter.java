package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;

/** Writes the body of any message. */
final class BodyWriter {
    private BodyWriter() {}

    /** Appends the body to {@code out} and answers the message id. */
    static int write(Message message, ProtocolVersion version, ByteBuf out) {
        FieldWriter fields = new FieldWriter(out);
        return switch (message) {
            case Uplink uplink -> UplinkWriter.write(uplink, version, fields);
            case Downlink downlink -> DownlinkWriter.write(downlink, version, fields);
        };
    }
}

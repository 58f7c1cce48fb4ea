package org.motorpool.telematics.simulator.terminal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.Unpooled;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.FrameDecoder;
import org.motorpool.telematics.codec.FrameRules;
import org.motorpool.telematics.json.MessageJson;

/** Prints what goes over the link: each frame of both directions is one line, the JSON of {@code motorpool decode}. */
final class Transcript {
    private final PrintStream out;
    private final InstantSource clock;
    private FrameDecoder up = new FrameDecoder(FrameRules.STRICT);
    private FrameDecoder down = new FrameDecoder(FrameRules.STRICT);

    Transcript(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** A connection begins: what was half received on the last one belongs to nothing. */
    void begin() {
        up = new FrameDecoder(FrameRules.STRICT);
        down = new FrameDecoder(FrameRules.STRICT);
    }

    void sent(byte[] bytes) {
        decode(up, bytes, "up");
    }

    /** Prints what came and answers what it was. */
    List<Decoded> received(byte[] bytes) {
        return decode(down, bytes, "down");
    }

    private List<Decoded> decode(FrameDecoder decoder, byte[] bytes, String direction) {
        Instant now = clock.instant();
        List<Decoded> all = decoder.decode(Unpooled.wrappedBuffer(bytes), now);
        for (Decoded decoded : all) {
            ObjectNode line = MessageJson.object().put("at", now.toString()).put("direction", direction);
            line.setAll(MessageJson.decoded(decoded));
            out.println(line);
        }
        return all;
    }
}

package org.motorpool.telematics.bench;

import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.FrameDecoder;
import org.motorpool.telematics.codec.FrameRules;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.codec.UplinkDecoder;

/** The project's codec at work as in the gateway: a decoder per connection, a read per frame. */
final class OwnSide {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    private final List<Connection> connections = new ArrayList<>();

    private record Connection(FrameDecoder decoder, ByteBuf[] reads) {}

    OwnSide(Traffic traffic) {
        for (List<byte[]> frames : traffic.connections()) {
            ByteBuf[] reads = frames.stream().map(Reads::of).toArray(ByteBuf[]::new);
            connections.add(new Connection(new FrameDecoder(FrameRules.STRICT), reads));
        }
    }

    /** Decodes everything once and hands on headers and messages. */
    void decode(Consumer<Object> out) {
        Consumer<Decoded> sink = decoded -> message(decoded, out);
        for (Connection connection : connections) {
            for (ByteBuf read : connection.reads) {
                connection.decoder.lend(read.readerIndex(0), NOW, sink);
            }
        }
    }

    private static void message(Decoded decoded, Consumer<Object> out) {
        switch (decoded) {
            case Decoded.Frame(var header, var body) -> {
                out.accept(header);
                out.accept(UplinkDecoder.decode(header, body));
            }
            case Decoded.Part _,
                    Decoded.Incomplete _,
                    Decoded.Abandoned _,
                    Decoded.Text _,
                    Decoded.AttachmentData _,
                    Decoded.Malformed _ ->
                throw new IllegalStateException("the benchmark's own frame came out as %s".formatted(decoded));
        }
    }

    /** All positions in the traffic, in order. */
    List<Uplink.LocationReport> positions() {
        List<Uplink.LocationReport> positions = new ArrayList<>();
        decode(message -> {
            switch (message) {
                case Uplink.LocationReport report -> positions.add(report);
                case Uplink.LocationBatch batch -> positions.addAll(batch.reports());
                default -> {}
            }
        });
        return positions;
    }
}

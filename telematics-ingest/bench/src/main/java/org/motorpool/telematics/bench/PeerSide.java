package org.motorpool.telematics.bench;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.motorpool.telematics.bench.peer.PeerDecoder;
import org.motorpool.telematics.bench.peer.PeerLocation;
import org.motorpool.telematics.bench.peer.PeerLocationBatch;
import org.motorpool.telematics.bench.peer.PeerMessage;

/** The peer at work on the same frames. */
final class PeerSide {
    private final PeerDecoder decoder = new PeerDecoder();
    private final ByteBuf[] frames;

    PeerSide(Traffic traffic) {
        frames = traffic.connections().stream()
                .flatMap(List::stream)
                .map(Reads::of)
                .toArray(ByteBuf[]::new);
    }

    /** Decodes everything once and hands on messages, which have their headers. */
    void decode(Consumer<? super PeerMessage> out) {
        for (ByteBuf frame : frames) {
            out.accept(decoder.decode(frame.setIndex(0, frame.capacity())));
        }
    }

    /** All positions in the traffic, in order. */
    List<PeerLocation> positions() {
        List<PeerLocation> positions = new ArrayList<>();
        decode(message -> {
            switch (message) {
                case PeerLocation location -> positions.add(location);
                case PeerLocationBatch batch -> positions.addAll(batch.reports());
                default -> {}
            }
        });
        return positions;
    }
}

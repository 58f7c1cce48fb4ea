package org.motorpool.telematics.bench.peer;

import io.github.yezhihao.protostar.annotation.Field;
import io.github.yezhihao.protostar.annotation.Message;
import java.util.List;

/** 0x0704, positions sent together. */
@Message(0x0704)
public final class PeerLocationBatch extends PeerMessage {
    @Field(length = 2)
    int declared;

    @Field(length = 1)
    int kind;

    @Field(lengthUnit = 2)
    List<PeerLocation> reports = List.of();

    /** The positions, in wire order. */
    public List<PeerLocation> reports() {
        return reports;
    }
}

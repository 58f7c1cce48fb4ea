package org.motorpool.telematics.bench.peer;

import io.github.yezhihao.protostar.annotation.Field;
import io.github.yezhihao.protostar.annotation.Message;

/** 0x0102, authenticate. */
@Message(0x0102)
public final class PeerAuthenticate extends PeerMessage {
    @Field(version = 0)
    @Field(lengthUnit = 1, version = 1)
    String code = "";

    @Field(length = 15, version = 1)
    String imei = "";

    @Field(length = 20, version = 1)
    String softwareVersion = "";
}

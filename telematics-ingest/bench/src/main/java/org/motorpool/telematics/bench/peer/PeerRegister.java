package org.motorpool.telematics.bench.peer;

import io.github.yezhihao.protostar.annotation.Field;
import io.github.yezhihao.protostar.annotation.Message;

/** 0x0100, register. */
@Message(0x0100)
public final class PeerRegister extends PeerMessage {
    @Field(length = 2)
    int province;

    @Field(length = 2)
    int city;

    @Field(length = 5, version = 0)
    @Field(length = 11, version = 1)
    String manufacturer = "";

    @Field(length = 20, version = 0)
    @Field(length = 30, version = 1)
    String model = "";

    @Field(length = 7, version = 0)
    @Field(length = 30, version = 1)
    String terminalId = "";

    @Field(length = 1)
    int plateColour;

    @Field
    String plate = "";
}

package org.motorpool.telematics.bench.peer;

import io.github.yezhihao.protostar.annotation.Field;

/** The header of JT/T 808, and a message without a body; version 0 is the 2013 form, 1 that of 2019. */
public class PeerMessage {
    @Field(length = 2)
    int messageId;

    @Field(length = 2)
    int properties;

    @Field(length = 1, version = 1)
    int protocolVersion;

    @Field(length = 6, charset = "BCD", version = 0)
    @Field(length = 10, charset = "BCD", version = 1)
    String phone = "";

    @Field(length = 2)
    int serial;

    @Field(length = 2)
    int splitTotal;

    @Field(length = 2)
    int splitIndex;
}

package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.Frames.HEARTBEAT_2013;
import static org.motorpool.telematics.codec.Frames.HEARTBEAT_2019;
import static org.motorpool.telematics.codec.Frames.bytes;
import static org.motorpool.telematics.codec.Frames.framed;

import org.junit.jupiter.api.Test;

class FramePeekTest {

    @Test
    void tellsThePhoneOfBothHeaderForms() {
        assertThat(FramePeek.phone(bytes(HEARTBEAT_2013))).isEqualTo("013912345678");
        assertThat(FramePeek.phone(bytes(HEARTBEAT_2019))).isEqualTo("00000000013912345678");
    }

    @Test
    void seesThroughEscapes() {
        String binary = framed("0002", "0000", "7e077d8ef87d", "0001"); // a binary IMEI
        assertThat(FramePeek.phone(bytes(binary))).isEqualTo("7e077d8ef87d");
    }

    @Test
    void knowsNoPhoneWhereNoFrameBegins() {
        assertThat(FramePeek.phone(bytes(""))).isEmpty();
        assertThat(FramePeek.phone(bytes("7e"))).isEmpty();
        assertThat(FramePeek.phone(bytes("7e7d"))).isEmpty();
        assertThat(FramePeek.phone(bytes("0002000001391234567800017e"))).isEmpty();
        assertThat(FramePeek.phone(bytes("7e00020000013912"))).isEmpty();
    }

    @Test
    void measuresTheFirstOfSeveralFrames() {
        assertThat(FramePeek.length(bytes(HEARTBEAT_2013 + HEARTBEAT_2019))).isEqualTo(HEARTBEAT_2013.length() / 2);
        assertThat(FramePeek.length(bytes("7e0002"))).isEqualTo(3);
    }
}

package org.motorpool.telematics.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepliesTest {
    private static final String REPLY_2013 = "7e" // flag
            + "8001" // general reply
            + "0005" // five bytes
            + "014000000007" // phone
            + "0001" // serial of the platform
            + "0004" // serial it answers
            + "0200" // message it answers
            + "00" // ok
            + "c5" // checksum
            + "7e";
    private static final String REPLY_2019_ESCAPED = "7e80014005" // bit 14: 2019
            + "01" // revision
            + "00000000014000000008" // phone
            + "7d027d01" // serial of the platform, 0x7e7d
            + "0102" // serial it answers
            + "0102" // authentication
            + "00" // ok
            + "8f7e";
    private static final String REFUSAL = "7e800100050140000000070002007d01020003bc7e"; // result 3

    private final List<Reply> received = new ArrayList<>();
    private final Replies replies = new Replies(
            (phone, serial, messageId, result) -> received.add(new Reply(phone, serial, messageId, result)));

    private record Reply(long phone, int serial, int messageId, int result) {}

    @Test
    void readsRepliesOfBothVersions() {
        read(REPLY_2013 + REPLY_2019_ESCAPED + REFUSAL);

        assertThat(received)
                .containsExactly(
                        new Reply(14_000_000_007L, 4, 0x0200, 0),
                        new Reply(14_000_000_008L, 0x0102, 0x0102, 0),
                        new Reply(14_000_000_007L, 0x7d, 0x0200, 3));
    }

    @Test
    void readsAReplyThatComesByteByByte() {
        for (int at = 0; at < REPLY_2019_ESCAPED.length(); at += 2) {
            read(REPLY_2019_ESCAPED.substring(at, at + 2));
        }

        assertThat(received).containsExactly(new Reply(14_000_000_008L, 0x0102, 0x0102, 0));
    }

    @Test
    void passesOverOtherMessages() {
        // 0x8104, query all parameters, empty
        read("7e810400000140000000070003c0" + "7e" + REPLY_2013);

        assertThat(received).hasSize(1);
    }

    @Test
    void takesNoFrameWithAWrongChecksum() {
        assertThatThrownBy(() -> read(REPLY_2013.replace("c57e", "c47e"))).hasMessageContaining("checksum");
    }

    private void read(String hex) {
        replies.read(Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex)));
    }
}

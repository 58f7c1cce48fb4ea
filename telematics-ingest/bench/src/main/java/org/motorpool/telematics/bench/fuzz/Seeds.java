package org.motorpool.telematics.bench.fuzz;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.Body;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.DownlinkDecoder;
import org.motorpool.telematics.codec.FrameEncoder;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.Message;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.codec.UplinkDecoder;

/**
 * Valid messages to begin with: of every number that the codec knows, in both forms of the header, and locations with an
 * item of every number and length.
 */
final class Seeds {
    private static final String PHONE = "13912345678";
    private static final int NUMBERS = 1 << 16;
    private static final int BODIES = 24;
    private static final int LONGEST_BODY_BYTES = 160;
    private static final int LONGEST_ITEM_BYTES = 80;
    private static final String LOCATION = "0000000100000003" + "01dc3a40073e9a80" + "000a0258005a" + "261123100000";

    private final SplittableRandom random = new SplittableRandom(808);

    List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        for (int id = 0; id < NUMBERS; id++) {
            for (ProtocolVersion version : ProtocolVersion.values()) {
                messages(id, version, inputs);
            }
        }
        items(inputs);
        asTheyAre(inputs);
        return inputs;
    }

    /** What goes over the line besides frames. */
    private static void asTheyAre(List<Input> inputs) {
        String packet = "30316364" + "61".repeat(50) + "00000100" + "00000004" + "7e7d0102";
        String text = "28424153452c322c54494d4529"; // (BASE,2,TIME)
        String heartbeat = "7e000200000139123456780007357e";
        for (String wire : List.of(packet, text, packet + heartbeat + packet, heartbeat + text + heartbeat)) {
            inputs.add(Input.of(Input.AS_IT_IS, 0, HexFormat.of().parseHex(wire)));
        }
    }

    /** Nearly no random body is a message, but what the codec reads from one it can write. */
    private void messages(int id, ProtocolVersion version, List<Input> inputs) {
        if (!known(decode(id, version, new byte[0])) && !known(decode(id, version, body()))) {
            return;
        }
        for (int i = 0; i < BODIES; i++) {
            add(decode(id, version, body()), version, inputs);
        }
    }

    private void items(List<Input> inputs) {
        for (int id = 0; id < 256; id++) {
            for (int length = 0; length <= LONGEST_ITEM_BYTES; length++) {
                byte[] value = new byte[length];
                fill(value);
                String item = "%02x%02x".formatted(id, length) + HexFormat.of().formatHex(value);
                Header header = header(0x0200, ProtocolVersion.V2013);
                Message report = UplinkDecoder.decode(header, Body.ofHex(LOCATION + item));
                add(report, ProtocolVersion.V2013, inputs);
            }
        }
    }

    private static void add(Message message, ProtocolVersion version, List<Input> inputs) {
        ByteBuf out = Unpooled.buffer();
        int frames = FrameEncoder.encode(message, Address.of(version, PHONE), 7, out);
        if (frames == 1) {
            inputs.add(Input.of(Input.REPAIR_CHECKSUM, 0, content(out)));
        }
    }

    /** Header and body of a frame. */
    private static byte[] content(ByteBuf frame) {
        byte[] wire = ByteBufUtil.getBytes(frame);
        byte[] content = new byte[wire.length];
        int length = 0;
        for (int at = 1; at < wire.length - 1; at++) {
            boolean escape = wire[at] == 0x7d;
            content[length++] = escape ? (byte) (0x7c + wire[++at]) : wire[at];
        }
        return Arrays.copyOf(content, length - 1);
    }

    private static boolean known(Message message) {
        return !(message instanceof Uplink.Unmodelled) && !(message instanceof Downlink.Unmodelled);
    }

    private static Message decode(int id, ProtocolVersion version, byte[] body) {
        Header header = header(id, version);
        Body bytes = Body.ofHex(HexFormat.of().formatHex(body));
        return header.uplink() ? UplinkDecoder.decode(header, bytes) : DownlinkDecoder.decode(header, bytes);
    }

    private static Header header(int id, ProtocolVersion version) {
        return new Header(id, Address.of(version, PHONE), PHONE, 7, 0, 0, 0, Set.of());
    }

    private byte[] body() {
        byte[] body = new byte[random.nextInt(LONGEST_BODY_BYTES)];
        fill(body);
        return body;
    }

    /** Small numbers are more frequent than in noise, so that counts and lengths are often possible. */
    private void fill(byte[] bytes) {
        int small = random.nextInt(4);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (random.nextInt(4) < small ? random.nextInt(12) : random.nextInt(256));
        }
    }
}

package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.DownlinkFrames.header;
import static org.motorpool.telematics.codec.DownlinkFrames.writes;
import static org.motorpool.telematics.codec.Frames.hex;
import static org.motorpool.telematics.codec.ProtocolVersion.V2013;
import static org.motorpool.telematics.codec.ProtocolVersion.V2019;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.SettingsUplink.AreasAnswer;
import org.motorpool.telematics.codec.SettingsUplink.ParametersAnswer;

class SettingsUplinkTest {
    private static final String CIRCLE = hex("00000007", "0008", "01dc3a40", "073e9a80", "000001f4", "0000");
    private static final Area.Circle SAME =
            new Area.Circle(7, new Area.Rules(8, null, null), new Area.Point(31.210048, 121.543296), 500, "");

    private static Uplink decode(ProtocolVersion version, int messageId, String body) {
        return UplinkDecoder.decode(header(version, messageId), Body.ofHex(body));
    }

    @Test
    void readsAndWritesParameters() {
        ParametersAnswer answer = new ParametersAnswer(
                20, List.of(Parameter.dword(0x0001, 10), new Parameter(0x0013, "612e636e"))); // a.cn
        String body = hex(
                "0014", // answered serial
                "02", // number
                "00000001",
                "04",
                "0000000a",
                "00000013",
                "04",
                "612e636e");
        assertThat(decode(V2013, 0x0104, body)).isEqualTo(answer);
        assertThat(decode(V2019, 0x0104, body)).isEqualTo(answer);
        writes(V2019, 0x0104, body, answer);
    }

    @Test
    void readsTheTwoNumbersOf2011() {
        String body = hex("0014", "09", "01", "00000001", "04", "0000000a"); // 9 in all packets, 1 here
        assertThat(decode(V2013, 0x0104, body))
                .isEqualTo(new ParametersAnswer(20, List.of(Parameter.dword(0x0001, 10))));
    }

    @Test
    void aParameterWithoutAnyByteIsNoReasonToRefuseTheOthers() {
        String body = hex("0014", "02", "00000084", "00", "00000001", "04", "0000000a");
        assertThat(decode(V2013, 0x0104, body))
                .isEqualTo(new ParametersAnswer(20, List.of(new Parameter(0x0084, ""), Parameter.dword(0x0001, 10))));
    }

    @Test
    void readsAndWritesAreas() {
        AreasAnswer answer = new AreasAnswer(1, 2, List.of(SAME, SAME), "");
        String body = hex("01", "00000002", CIRCLE, CIRCLE);
        assertThat(decode(V2019, 0x0608, body)).isEqualTo(answer);
        writes(V2019, 0x0608, body, answer);
    }

    @Test
    void readsWholeBodiesOfCirclesToo() {
        String body = hex("01", "00000001", "00", "02", CIRCLE, CIRCLE); // one body: update, two circles
        assertThat(decode(V2019, 0x0608, body)).isEqualTo(new AreasAnswer(1, 2, List.of(SAME, SAME), ""));
    }

    @Test
    void keepsAreasItCannotRead() {
        AreasAnswer answer = new AreasAnswer(1, 2, List.of(), "0102");
        assertThat(decode(V2019, 0x0608, hex("01", "00000002", "0102"))).isEqualTo(answer);
        writes(V2019, 0x0608, hex("01", "00000002", "0102"), answer);
    }
}

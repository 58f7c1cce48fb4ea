package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.ParameterCheck.Accepted;
import org.motorpool.telematics.codec.ParameterCheck.Refused;

class TerminalParametersTest {
    private static ParameterCheck accepted(long id, String hex) {
        return new Accepted(new Parameter(id, hex));
    }

    @Test
    void listsEachParameterOnceById() {
        assertThat(TerminalParameters.list())
                .isSortedAccordingTo(Comparator.comparing(ParameterType::id))
                .extracting(ParameterType::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void knowsNameTypeAndUnit() {
        assertThat(TerminalParameters.find(0x0029))
                .contains(new ParameterType(
                        0x0029, ParameterFormat.DWORD, 4, "s", "缺省时间汇报间隔", "default report interval"));
        assertThat(TerminalParameters.find(0x01ff).map(ParameterType::bytes)).contains(8); // one of the CAN ids
        assertThat(TerminalParameters.find(0xf001)).isEmpty();
    }

    @Test
    void takesNumbersInDecimalAndHex() {
        assertThat(TerminalParameters.check(0x0029, "10")).isEqualTo(accepted(0x0029, "0000000a"));
        assertThat(TerminalParameters.check(0x0050, "0xFFFFFFFF")).isEqualTo(accepted(0x0050, "ffffffff"));
        assertThat(TerminalParameters.check(0x0031, "65535")).isEqualTo(accepted(0x0031, "ffff"));
        assertThat(TerminalParameters.check(0x0084, "2")).isEqualTo(accepted(0x0084, "02"));
    }

    @Test
    void takesTextAndBytes() {
        assertThat(TerminalParameters.check(0x0083, "沪A12345")).isEqualTo(accepted(0x0083, "bba6413132333435"));
        assertThat(TerminalParameters.check(0x0032, "16000600")).isEqualTo(accepted(0x0032, "16000600"));
        assertThat(TerminalParameters.check(0xf001, "0xAB")).isEqualTo(accepted(0xf001, "ab")); // a vendor's
    }

    @Test
    void refusesANumberThatItsTypeCannotHold() {
        assertThat(TerminalParameters.check(0x0031, "65536"))
                .isEqualTo(new Refused(
                        "参数 0x0031（电子围栏半径（非法位移阈值））为 WORD，应为 0 到 65535 的整数，收到 (65536)",
                        "parameter 0x0031 (radius beyond which a move is illegal) is a WORD, must be a whole number from 0"
                                + " to 65535, got (65536)"));
        for (String none : new String[] {"", "-1", "1.5", "abc", "99999999999", "0x", "0x1ffffffff", "４"}) {
            assertThat(TerminalParameters.check(0x0029, none)).as(none).isInstanceOf(Refused.class);
        }
    }

    @Test
    void refusesTextThatTerminalsCannotShow() {
        for (String none : new String[] {"😀", "a\nb", "a\0", "a".repeat(256), "好".repeat(128)}) {
            assertThat(TerminalParameters.check(0x0083, none)).as(none).isInstanceOf(Refused.class);
        }
        assertThat(TerminalParameters.check(0x0083, "好".repeat(127))).isInstanceOf(Accepted.class);
    }

    @Test
    void refusesBytesOfAnotherLength() {
        assertThat(TerminalParameters.check(0x0032, "1600"))
                .isEqualTo(new Refused(
                        "参数 0x0032（违规行驶时段范围）为 BYTE[4]，应为 4 个十六进制字节，收到 (1600)",
                        "parameter 0x0032 (forbidden time of day: hh mm hh mm; 2019) is a BYTE[4], must be 4 bytes in hex, got"
                                + " (1600)"));
        assertThat(TerminalParameters.check(0xf001, "abc")).isInstanceOf(Refused.class);
        assertThat(TerminalParameters.check(0xf001, "ab".repeat(256))).isInstanceOf(Refused.class);
    }

    @Test
    void readsValuesByTheirType() {
        assertThat(TerminalParameters.value(new Parameter(0x0029, "0000000a")))
                .isEqualTo(new ParameterValue.Number(10));
        assertThat(TerminalParameters.value(new Parameter(0x0083, "bba6413132333435")))
                .isEqualTo(new ParameterValue.Text("沪A12345"));
        assertThat(TerminalParameters.value(new Parameter(0x0075, "00".repeat(21))))
                .isEqualTo(new ParameterValue.Raw("00".repeat(21)));
    }

    @Test
    void aLengthThatIsNotThatOfTheTypeLeavesBytes() {
        assertThat(TerminalParameters.value(new Parameter(0x0018, "1a98"))) // a port as a WORD
                .isEqualTo(new ParameterValue.Raw("1a98"));
        assertThat(TerminalParameters.value(new Parameter(0x0084, ""))).isEqualTo(new ParameterValue.Raw(""));
        assertThat(TerminalParameters.value(new Parameter(0x0023, "00000000"))) // 2013 has a DWORD there
                .isEqualTo(new ParameterValue.Raw("00000000"));
        assertThat(TerminalParameters.value(new Parameter(0xf001, "ab"))).isEqualTo(new ParameterValue.Raw("ab"));
    }

    @Test
    void everyParameterCanBeCheckedAndRead() {
        for (ParameterType type : TerminalParameters.list()) {
            String value =
                    switch (type.format()) {
                        case BYTE, WORD, DWORD -> String.valueOf(type.max());
                        case STRING -> "a";
                        case BYTES -> "ab".repeat(Math.max(1, type.bytes()));
                    };
            ParameterCheck check = TerminalParameters.check(type.id(), value);
            assertThat(check).isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(
                            TerminalParameters.value(accepted.parameter()).shown())
                    .contains(value));
        }
    }
}

package org.motorpool.telematics.simulator.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.telematics.simulator.Place;
import org.motorpool.telematics.simulator.terminal.InstructionReader.Line;

class InstructionReaderTest {
    private static Instruction told(String line) {
        return ((Line.Told) InstructionReader.read(line)).instruction();
    }

    @Test
    void readsEachCommand() {
        Place bund = new Place("", 31.2372, 121.4864);
        assertThat(told("register")).isEqualTo(new Instruction.Register());
        assertThat(told("AUTH a1b2")).isEqualTo(new Instruction.Authenticate("a1b2"));
        assertThat(told("auth")).isEqualTo(new Instruction.Authenticate(""));
        assertThat(told("position 31.2372 121.4864")).isEqualTo(new Instruction.Position(bund, 0, 0));
        assertThat(told("position 31.2372 121.4864 36.5 90")).isEqualTo(new Instruction.Position(bund, 36.5, 90));
        assertThat(told("drive 31.2372 121.4864 31.2372 121.4864 30")).isEqualTo(new Instruction.Drive(bund, bund, 30));
        assertThat(told("alarm 0")).isEqualTo(new Instruction.Alarm(0, true));
        assertThat(told("alarm 31 off")).isEqualTo(new Instruction.Alarm(31, false));
        assertThat(told("batch 3")).isEqualTo(new Instruction.Batch(3));
        assertThat(told("send 0x0900 f0 AABB")).isEqualTo(new Instruction.Send(0x0900, "f0aabb"));
        assertThat(told("send 2")).isEqualTo(new Instruction.Send(2, ""));
        assertThat(told("raw 7e 00 7e")).isEqualTo(new Instruction.Raw("7e007e"));
        assertThat(told("wait 8001 5")).isEqualTo(new Instruction.Wait(0x8001, 5));
        assertThat(told("wait 8001")).isEqualTo(new Instruction.Wait(0x8001, 10));
        assertThat(told("  logout # for good ")).isEqualTo(new Instruction.Logout());
    }

    @Test
    void leavesOutCommentsAndBlankLines() {
        assertThat(InstructionReader.read("   ")).isEqualTo(new Line.Blank());
        assertThat(InstructionReader.read("# position 1 2")).isEqualTo(new Line.Blank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "position 91 121 | LAT (91) 须为 -90 到 90 的数 / must be a number from -90 to 90",
                "position north 121 | LAT (north) 须为 -90 到 90 的数 / must be a number from -90 to 90",
                "position 31 | 缺少 LON / LON is missing",
                "position 31 121 5 90.5 | DEG (90.5) 须为整数 / must be a whole number",
                "position 31 121 5 90 7 | 多余 / too much: 7",
                "alarm 32 | BIT (32) 须为 0 到 31 的数 / must be a number from 0 to 31",
                "alarm 3 on | 标志位之后只能是 off / only off may follow the bit",
                "batch 0 | N (0) 须为 1 到 1000 的数 / must be a number from 1 to 1000",
                "send xyz | ID (xyz) 须为 1 到 4 位十六进制数 / must have 1 to 4 hexadecimal digits",
                "raw 7e0 | 须为成对的十六进制数字 / bytes must be pairs of hexadecimal digits: 7e0",
                "wait | 缺少 ID / ID is missing",
                "fly | 未知命令 fly，输入 help 查看 / unknown command fly, type help"
            })
    void saysWhatIsWrong(String line, String problem) {
        assertThat(InstructionReader.read(line)).isEqualTo(new Line.Wrong(problem));
    }
}

package org.motorpool.telematics.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.FrameDecoder;
import org.motorpool.telematics.codec.FrameRules;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.Message;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.codec.UplinkDecoder;

class FramesTest {
    private static final Instant FIRST = Instant.parse("2026-11-23T15:59:58Z");

    private final Roster roster = new Roster(100_000, FIRST);
    private final Frames frames = new Frames(roster);
    private final ByteBuf out = Unpooled.buffer();

    private record Received(Header header, Message message) {}

    /** Report 2 is two seconds after the first, on the next day in China. */
    @Test
    void writesAReportOfBothVersions() {
        frames.report(6, 2, out);
        frames.report(7, 2, out);

        assertThat(ByteBufUtil.hexDump(out))
                .isEqualTo(
                        "7e" // flag
                                + "0200" // location report
                                + "0030" // 48 bytes
                                + "014000000006" // phone
                                + "0004" // serial
                                + "00000000" // no alarm
                                + "00000003" // ignition, fix
                                + "015140f4" // latitude 22.102260
                                + "05d75d86" // longitude 98.000262
                                + "000c0190005a" // 12 m, 40 km/h, 90°
                                + "261124000000" // midnight in GMT+8
                                + "01040001e240" // mileage
                                + "020201c2" // fuel
                                + "03020190" // speed by the recorder
                                + "30011f" // signal strength
                                + "31010c" // satellites
                                + "ac" // checksum
                                + "7e"
                                + "7e02004030" // bit 14: 2019
                                + "01" // revision
                                + "00000000014000000007" // phone
                                + "000400000000000000030151836705d75d86000c0190005a261124000000"
                                + "01040001e240020201c20302019030011f31010c"
                                + "bc"
                                + "7e");
    }

    /** Among so many there are frames with bytes to escape, in their checksum, too. */
    @Test
    void writesWhatTheCodecReads() {
        for (int number = 0; number < 3000; number++) {
            frames.report(number * 31, number, out);
        }
        assertThat(ByteBufUtil.hexDump(out)).contains("7d01", "7d02", "7d017e", "7d027e");

        List<Received> received = received();
        assertThat(received).hasSize(3000);
        for (int number = 0; number < 3000; number++) {
            assertReport(received.get(number), number * 31, number);
        }
    }

    private void assertReport(Received received, int terminal, int number) {
        Uplink.LocationReport report = (Uplink.LocationReport) received.message();
        assertThat(received.header().phone()).isEqualTo(Long.toString(roster.phone(terminal)));
        assertThat(received.header().serial()).isEqualTo(Serials.ofReport(number));
        assertThat(received.header().version()).isEqualTo(roster.version(terminal));
        assertThat(report.latitude()).isEqualTo(roster.latitude_e6(terminal, number) / 1e6);
        assertThat(report.longitude()).isEqualTo(roster.longitude_e6(terminal, number) / 1e6);
        assertThat(report.reportedAt()).isEqualTo(FIRST.plusSeconds(number));
        assertThat(report.items()).hasSize(5);
        assertThat(report.trailingHex()).isEmpty();
    }

    @Test
    void authenticatesWithTheCodeOfTheTerminal() {
        frames.authenticate(20, 0, out);
        frames.authenticate(21, 5, out);

        assertThat(received())
                .extracting(
                        received -> received.header().phone(),
                        received -> received.header().serial(),
                        received -> ((Uplink.Authenticate) received.message()).code())
                .containsExactly(
                        tuple("14000000020", 0xffff, roster.code(20)), tuple("14000000021", 9, roster.code(21)));
    }

    private List<Received> received() {
        List<Received> received = new ArrayList<>();
        for (Decoded decoded : new FrameDecoder(FrameRules.STRICT).decode(out, FIRST)) {
            Decoded.Frame frame = (Decoded.Frame) decoded;
            assertThat(frame.header().flags()).isEmpty();
            received.add(new Received(frame.header(), UplinkDecoder.decode(frame.header(), frame.body())));
        }
        return received;
    }
}

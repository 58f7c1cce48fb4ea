package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.DownlinkFrames.reads;
import static org.motorpool.telematics.codec.DownlinkFrames.readsAndWrites;
import static org.motorpool.telematics.codec.DownlinkFrames.readsAndWritesInBothVersions;
import static org.motorpool.telematics.codec.Frames.hex;
import static org.motorpool.telematics.codec.ProtocolVersion.V2013;
import static org.motorpool.telematics.codec.ProtocolVersion.V2019;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalDownlinkTest {
    @Test
    void theServerTimeIsUtc() {
        readsAndWrites(
                V2019,
                0x8004,
                "261123023000", // 2026-11-23 02:30:00
                new TerminalDownlink.ServerTime(Instant.parse("2026-11-23T02:30:00Z")));
        readsAndWrites(V2019, 0x8004, "000000000000", new TerminalDownlink.ServerTime(null));
    }

    @Test
    void queriesHaveNoBody() {
        readsAndWritesInBothVersions(0x8104, "", new TerminalDownlink.QueryAllParameters());
        readsAndWritesInBothVersions(0x8107, "", new TerminalDownlink.QueryAttributes());
        readsAndWritesInBothVersions(0x8204, "", new TerminalDownlink.CheckLink());
    }

    @Test
    void queriesSomeParameters() {
        String body = hex(
                "02", // number
                "00000029", // report interval
                "0000f364"); // driver assistance
        readsAndWritesInBothVersions(0x8106, body, new TerminalDownlink.QueryParameters(List.of(0x29L, 0xf364L)));
    }

    @Test
    void controlsWithAndWithoutArguments() {
        readsAndWritesInBothVersions(0x8105, "04", new TerminalDownlink.ControlTerminal(4, List.of()));
        String body = hex(
                "02", // connect to a given server
                "30", // control
                "3b", // ;
                "3b", // ; nothing between
                "cdf8b9d8", // 网关
                "3b"); // ; and nothing behind
        readsAndWritesInBothVersions(0x8105, body, new TerminalDownlink.ControlTerminal(2, List.of("0", "", "网关", "")));
    }

    @Test
    void noArgumentHasASemicolon() {
        assertThat(FrameEncoder.findProblem(new TerminalDownlink.ControlTerminal(1, List.of("a;b")), V2013))
                .contains("arguments has (a;b), may have no semicolon in an argument");
    }

    @Test
    void upgrades() {
        String body = hex(
                "34", // BeiDou module
                "4d504f4f4c", // manufacturer MPOOL
                "05", // length of the version
                "312e322e33", // 1.2.3
                "00000004", // length of the package
                "01020304");
        readsAndWritesInBothVersions(
                0x8108, body, new TerminalDownlink.Upgrade(52, "MPOOL", "1.2.3", Body.ofHex("01020304")));
    }

    @Test
    void anUpgradeIsNotReadWithHalfAPackage() {
        assertThat(DownlinkDecoder.decode(
                        DownlinkFrames.header(V2013, 0x8108),
                        Body.ofHex(hex("34", "4d504f4f4c", "00", "00000004", "0102"))))
                .isEqualTo(new Downlink.Malformed(
                        0x8108,
                        "package needs 4 bytes at 11, the body ends at 13",
                        hex("34", "4d504f4f4c", "00", "00000004", "0102")));
    }

    @Test
    void passesDataOn() {
        readsAndWritesInBothVersions(0x8900, hex("41", "aabb"), new TerminalDownlink.SendPassthrough(0x41, "aabb"));
    }

    @Test
    void tellsItsPublicKey() {
        readsAndWritesInBothVersions(
                0x8a00, hex("00010001", "5a".repeat(128)), new TerminalDownlink.PlatformKey(65_537, "5a".repeat(128)));
        assertThat(FrameEncoder.findProblem(new TerminalDownlink.PlatformKey(3, "5a"), V2013))
                .contains("modulusHex has 2 hex digits, must have 256");
    }

    @Test
    void answersTheTimeOfAVendorsDevice() {
        String body = hex("07ea", "0b", "17", "02", "1e", "00"); // 2026-11-23 02:30:00 UTC
        readsAndWritesInBothVersions(0x8109, body, new VendorDownlink.TimeReply(Instant.parse("2026-11-23T02:30:00Z")));
        reads(V2013, 0x8109, hex("07ea", "0d", "17", "02", "1e", "00"), new VendorDownlink.TimeReply(null)); // month 13
    }
}

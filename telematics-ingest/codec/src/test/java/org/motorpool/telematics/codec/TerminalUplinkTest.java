package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.Frames.frame2013;
import static org.motorpool.telematics.codec.Frames.frame2019;
import static org.motorpool.telematics.codec.Frames.hex;
import static org.motorpool.telematics.codec.Frames.readsAndWrites;
import static org.motorpool.telematics.codec.Frames.readsAndWrites2013;
import static org.motorpool.telematics.codec.Frames.readsAndWrites2019;
import static org.motorpool.telematics.codec.Frames.uplink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TerminalUplinkTest {
    private static final TerminalUplink.TerminalAttributes ATTRIBUTES = new TerminalUplink.TerminalAttributes(
            0x41, "MPOOL", "SIM-1", "T000001", "89860012345678901234", "1.0", "2.13", 3, 0x20);
    private static final String KIND = "0041"; // for passengers, with hard disk
    private static final String MANUFACTURER = "4d504f4f4c"; // "MPOOL"
    private static final String MODEL = "53494d2d31"; // "SIM-1"
    private static final String TERMINAL_ID = "54303030303031"; // "T000001"
    private static final String FROM_ICCID = hex(
            "89860012345678901234", // ICCID, BCD[10]
            "03 312e30", // hardware version "1.0"
            "04 322e3133", // firmware version "2.13"
            "03", // GPS and BeiDou
            "20"); // TD-LTE

    @Test
    void readsAndWritesATimeQuery() {
        readsAndWrites2019("0004", "", new TerminalUplink.TimeQuery());
    }

    @Test
    void readsAndWritesAResendRequest() {
        String body = hex(
                "0032", // serial of the first part
                "0003", // three parts
                "0001 0002 012c");
        readsAndWrites2019("0005", body, new TerminalUplink.ResendRequest(50, List.of(1, 2, 300)));
    }

    @Test
    void readsAndWritesAttributesOf2013() {
        String body = hex(KIND, MANUFACTURER, MODEL + "00".repeat(15), TERMINAL_ID, FROM_ICCID);
        readsAndWrites2013("0107", body, ATTRIBUTES);
    }

    @Test
    void readsAndWritesAttributesOf2019() {
        String body = hex(
                KIND,
                MANUFACTURER, // 5 bytes here, 11 in 0x0100
                MODEL + "00".repeat(25), // 30 bytes
                TERMINAL_ID + "00".repeat(23), // 30 bytes
                FROM_ICCID);
        readsAndWrites2019("0107", body, ATTRIBUTES);
    }

    @Test
    void readsAttributesWithTheManufacturerOfARegistration() {
        String body = hex(
                KIND,
                MANUFACTURER + "00".repeat(6), // 11 bytes
                MODEL + "00".repeat(25),
                TERMINAL_ID + "00".repeat(23),
                FROM_ICCID);
        assertThat(uplink(frame2019("0107", body))).isEqualTo(ATTRIBUTES);
    }

    @Test
    void readsAttributesOf2013InA2019Header() {
        String body = hex(KIND, MANUFACTURER, MODEL + "00".repeat(15), TERMINAL_ID, FROM_ICCID);
        assertThat(uplink(frame2019("0107", body))).isEqualTo(ATTRIBUTES);
    }

    @Test
    void readsAttributesOfWhoFollowsTheMisprintOf2013() {
        String body = hex(
                KIND,
                MANUFACTURER,
                MODEL + "00".repeat(15),
                TERMINAL_ID,
                "00".repeat(8), // 2013 prints the ICCID at offset 42; it is 34
                FROM_ICCID);
        assertThat(uplink(frame2013("0107", body))).isEqualTo(ATTRIBUTES);
    }

    @Test
    void writesAttributesThatAreTooLongFor2013InTheFormOf2019() {
        TerminalUplink.TerminalAttributes longId = new TerminalUplink.TerminalAttributes(
                0x41, "MPOOL", "SIM-1", "T0000001", "89860012345678901234", "1.0", "2.13", 3, 0x20);
        String frame = Frames.encode(longId, Frames.ADDRESS_2013, 1);
        assertThat(uplink(frame)).isEqualTo(longId);
    }

    @Test
    void readsAndWritesAnUpgradeResult() {
        String body = hex(
                "34", // 52, BeiDou module
                "02"); // cancelled
        readsAndWrites("0108", body, new TerminalUplink.UpgradeResult(52, 2));
    }

    @Test
    void keepsTheProgressOfAnUpgrade() {
        readsAndWrites("1fc4", "640a", new TerminalUplink.UpgradeProgress("640a"));
    }

    @Test
    void keepsWhatIsPassedOn() {
        readsAndWrites(
                "0900",
                hex("41", "0102"), // serial port 1
                new TerminalUplink.Passthrough(0x41, "0102"));
    }

    @Test
    void readsAndWritesTheStateOfPeripherals() {
        String body = hex(
                "f7",
                "02", // two peripherals
                "64 05", // driver assistance, 5 bytes
                "01", // works
                "00000000",
                "65 05", // driver monitoring
                "04", // faulty
                "00000001"); // its camera
        readsAndWrites(
                "0900",
                body,
                new TerminalUplink.PeripheralStates(List.of(
                        new TerminalUplink.PeripheralState(0x64, 1, 0),
                        new TerminalUplink.PeripheralState(0x65, 4, 1))));
    }

    @Test
    void readsAndWritesTheVersionsOfPeripherals() {
        String body = hex(
                "f8",
                "01", // one peripheral
                "65 15", // driver monitoring, 21 bytes
                "04 b2e2cad4", // company 测试
                "02 4d31", // model "M1"
                "03 312e30", // hardware "1.0"
                "01 32", // firmware "2"
                "02 4437", // device id "D7"
                "03 433039"); // customer code "C09"
        readsAndWrites(
                "0900",
                body,
                new TerminalUplink.PeripheralVersions(
                        List.of(new TerminalUplink.Peripheral(0x65, "测试", "M1", "1.0", "2", "D7", "C09"))));
    }

    @Test
    void keepsPeripheralsOfOtherLayoutRaw() {
        readsAndWrites("0900", hex("f7", "01", "64 02 0100"), new TerminalUplink.Passthrough(0xf7, "0164020100"));
        readsAndWrites("0900", hex("f8", "01", "64 02 0141"), new TerminalUplink.Passthrough(0xf8, "0164020141"));
    }

    @Test
    void inflatesWhatIsCompressed() throws IOException {
        Body message = Body.ofHex("0102030405");
        Body data = gzip(message.bytes());
        TerminalUplink.Compressed compressed = new TerminalUplink.Compressed(data);
        readsAndWrites("0901", "%08x".formatted(data.length()) + data.hex(), compressed);
        assertThat(compressed.findContent()).contains(message);
    }

    @Test
    void keepsWhatCannotBeInflated() throws IOException {
        readsAndWrites(
                "0901", hex("00000003", "010203"), new TerminalUplink.Compressed(Body.ofHex("010203"))); // no GZIP
        assertThat(new TerminalUplink.Compressed(Body.ofHex("010203")).findContent())
                .isEmpty();
        Body cut = gzip(new byte[1000]).part(0, 20);
        assertThat(new TerminalUplink.Compressed(cut).findContent()).isEmpty();
    }

    @Test
    void doesNotInflateABomb() throws IOException {
        assertThat(new TerminalUplink.Compressed(gzip(new byte[1 << 20])).findContent())
                .isPresent();
        assertThat(new TerminalUplink.Compressed(gzip(new byte[(1 << 20) + 1])).findContent())
                .isEmpty();
    }

    @Test
    void readsAndWritesAPublicKey() {
        String modulus = "5a".repeat(128);
        readsAndWrites("0a00", "00010001" + modulus, new TerminalUplink.PublicKey(65_537, modulus));
    }

    private static Body gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return Body.ofHex(HexFormat.of().formatHex(out.toByteArray()));
    }
}

package org.motorpool.telematics.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecodeTest {
    /** 0x0002 of phone 13912345678, 2013 form, serial 7. */
    private static final String HEARTBEAT = "7e000200000139123456780007357e";

    /** 0x0200 of the same terminal: 31.210048, 121.543296, 10 m, 60 km/h, heading 90, 10:00:00 GMT+8, 10000.0 km. */
    private static final String LOCATION =
            "7e02000022013912345678000100000001000000030" + "1dc3a40073e9a80000a0258005a2611231000000104000186a0bb7e";

    private final Decode strict = new Decode(Set.of());

    @Test
    void writesTheHeader() {
        assertThat(strict.line(HEARTBEAT))
                .isEqualTo(
                        "{\"messageId\":\"0x0002\",\"version\":2013,\"phone\":\"13912345678\",\"serial\":7,\"flags\":[],"
                                + "\"body\":{\"extraHex\":\"\"}}");
    }

    @Test
    void writesALocation() {
        assertThat(strict.line(LOCATION))
                .isEqualTo(
                        "{\"messageId\":\"0x0200\",\"version\":2013,\"phone\":\"13912345678\",\"serial\":1,\"flags\":[],"
                                + "\"body\":{\"latitude\":31.210048,\"longitude\":121.543296,\"altitude_m\":10,"
                                + "\"speed_kmh\":60.0,\"heading_deg\":90,\"terminalTime\":\"2026-11-23T10:00:00+08:00\","
                                + "\"alarmBits\":1,\"statusBits\":3,"
                                + "\"items\":[{\"id\":\"0x01\",\"hex\":\"000186a0\",\"distance_m\":10000000}],"
                                + "\"alarms\":[\"紧急报警 / emergency\"],"
                                + "\"states\":[\"ACC开 / ignition on\",\"定位 / valid fix\"]}}");
    }

    @Test
    void writesTheFieldsOfItems() {
        String items = "82 02 007a" // external voltage 12.2 V
                + "eb 06 0004 002d 0f4e" // extension: 0x002d
                + "67 29 00000043 01 02 3c 0064 01dc3a40 073e9a80 261123100000 0401" // blind spot
                + "54303030303031 261123100000 02 05 00"; // alarm identification number
        assertThat(strict.line(location(items.replace(" ", ""))))
                .contains(
                        "{\"id\":\"0x82\",\"hex\":\"007a\","
                                + "\"quantity\":\"EXTERNAL_VOLTAGE\",\"value\":12.2,\"unit\":\"V\"}",
                        "\"fields\":[{\"id\":45,\"hex\":\"0f4e\"}]",
                        "\"raisedAt\":\"2026-11-23T10:00:00+08:00\",\"sequence\":2,\"attachments\":5,"
                                + "\"hex\":\"54303030303031261123100000020500\"");
    }

    /** The location with other items. */
    private static String location(String items) {
        String basic = LOCATION.substring(26, 26 + 56);
        byte[] plain = HexFormat.of()
                .parseHex("0200" + "%04x".formatted(28 + items.length() / 2) + "0139123456780001" + basic + items);
        int checksum = 0;
        for (byte value : plain) {
            checksum ^= value & 0xff;
        }
        return "7e" + HexFormat.of().formatHex(plain) + "%02x".formatted(checksum) + "7e";
    }

    @Test
    void writesTheReportsOfABatch() {
        String basic = LOCATION.substring(26, 26 + 56);
        String batch = "7e0704003f0139123456780001" + "0002" + "01" + "001c" + basic + "001c" + basic + "0e7e";
        assertThat(strict.line(batch))
                .contains(
                        "\"kind\":1,\"declared\":2,\"reports\":[{\"latitude\":31.210048,",
                        "},{\"latitude\":31.210048,");
    }

    @Test
    void writesASplit() {
        // 0x0801, part 2 of 26, 5 bytes
        assertThat(strict.line("7e080120050012345678900002001a00020102030405af7e"))
                .contains("\"split\":{\"total\":26,\"index\":2}", "\"body\":{\"part\":\"0102030405\"}");
    }

    @Test
    void namesAWrongChecksumUnlessItIsLenient() {
        String wrong = HEARTBEAT.replace("357e", "347e");
        assertThat(strict.line(wrong))
                .isEqualTo("{\"malformed\":\"checksum is 0x34, should be 0x35\",\"hex\":\"" + wrong + "\"}");
        assertThat(new Decode(Set.of("--lenient")).line(wrong)).contains("\"serial\":7,\"flags\":[\"checksum\"]");
    }

    @Test
    void namesALineThatIsNoFrame() {
        assertThat(strict.line("hello")).isEqualTo("{\"malformed\":\"the line is not hexadecimal\",\"hex\":\"hello\"}");
        assertThat(strict.line("")).startsWith("{\"malformed\":");
        assertThat(strict.line("0102")).isEqualTo("{\"malformed\":\"no frame between two 0x7e\",\"hex\":\"0102\"}");
        assertThat(strict.line(HEARTBEAT + HEARTBEAT)).startsWith("{\"malformed\":\"2 frames on one line\"");
    }

    @Test
    void explainsEachByteWhenAsked() {
        assertThat(new Decode(Set.of("--explain")).line(HEARTBEAT))
                .contains("{\"offset\":11,\"bytes\":\"0007\",\"field\":\"serial\",\"value\":\"7\"}");
    }

    @Test
    void writesATableOfEachFrameForPeople() {
        assertThat(new Decode(Set.of("--table"))
                        .line("00" + HEARTBEAT + HEARTBEAT)
                        .lines())
                .hasSize(16)
                .startsWith(
                        "offset  bytes                                               field                             value",
                        "     0  7e                                                  flag                              0x7e",
                        "     1  0002                                                message id                        0x0002")
                .filteredOn(line -> line.endsWith("13912345678"))
                .hasSize(2);
    }

    @Test
    void writesATableOfWhatIsNoFrame() {
        assertThat(new Decode(Set.of("--table")).line("7e00027e").lines())
                .last()
                .asString()
                .endsWith("2 bytes are too short for a frame");
    }

    @Test
    void shortensLongFieldsInTheTable() {
        // 0x0900 with a kind and 39 bytes
        String passed = "7e09000028013912345678000" + "7" + "aa".repeat(40) + "577e";
        assertThat(new Decode(Set.of("--table", "--lenient")).line(passed))
                .contains("aa".repeat(24) + "…  ", " (39 bytes)")
                .doesNotContain("aa".repeat(40));
    }

    @Test
    void writesAPhotoWithItsPosition() {
        // 0x0801: media 123, photo, JPEG, collision, channel 2; location; ff d8 ff
        String basic = LOCATION.substring(26, 26 + 56);
        assertThat(lenient("0801", "0000007b00000302" + basic + "ffd8ff"))
                .contains(
                        "\"body\":{\"about\":{\"mediaId\":123,\"kind\":0,\"format\":0,\"event\":3,\"channel\":2},",
                        "\"report\":{\"latitude\":31.210048,",
                        "\"data\":\"ffd8ff\"}");
    }

    @Test
    void writesADriver() {
        // 0x0702: card in, 10:00:00 GMT+8, not read (2)
        assertThat(lenient("0702", "0126112310000002"))
                .contains("\"body\":{\"status\":1,\"changedAt\":\"2026-11-23T10:00:00+08:00\","
                        + "\"card\":{\"result\":2,\"driver\":null}}");
    }

    @Test
    void writesAWaybillAsText() {
        assertThat(lenient("0701", "00000004d4cbb5a5"))
                .contains("\"body\":{\"declared\":4,\"hex\":\"d4cbb5a5\",\"text\":\"运单\"}");
    }

    @Test
    void writesTheFlagsOfARecordingWithoutASign() {
        // 0x1205: answers serial 5, one recording with all flags of JT/T 1078 and JT/T 808
        String recording = "03261123100000261123103000" + "ffffffffffffffff" + "0201010cc38f71";
        assertThat(lenient("1205", "000500000001" + recording)).contains("\"alarmBits\":18446744073709551615,");
    }

    private static String lenient(String messageId, String body) {
        String header = messageId + "%04x".formatted(body.length() / 2) + "013912345678" + "0001";
        return new Decode(Set.of("--lenient")).line("7e" + header + body + "00" + "7e");
    }

    @Test
    void writesParametersByTheirType() {
        // 0x8103: report interval, and one of a vendor
        assertThat(strict.line("7e8103001001391234567800010200000029040000000a0000f00101abdd7e"))
                .endsWith("\"body\":{\"parameters\":["
                        + "{\"id\":\"0x0029\",\"name\":\"缺省时间汇报间隔 / default report interval\",\"value\":10,\"hex\":\"0000000a\"},"
                        + "{\"id\":\"0xF001\",\"hex\":\"ab\"}]}}");
    }

    @Test
    void writesAnArea() {
        // 0x8600: circle 7 from 22:00:00 to 06:30:01 every day
        assertThat(
                        strict.line(
                                "7e860000200139123456780001000100000007000101dc3a40073e9a80000001f4000000220000000000063001f47e"))
                .endsWith(
                        "\"body\":{\"operation\":0,\"circles\":[{\"id\":7,\"rules\":{\"attributeBits\":1,"
                                + "\"period\":{\"from\":\"22:00:00\",\"to\":\"06:30:01\"},\"limit\":null},"
                                + "\"centre\":{\"latitude\":31.210048,\"longitude\":121.543296},\"radius_m\":500,\"name\":\"\"}]}}");
    }
}

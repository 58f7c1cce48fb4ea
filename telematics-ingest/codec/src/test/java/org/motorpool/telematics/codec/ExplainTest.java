package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.Frames.framed;
import static org.motorpool.telematics.codec.Frames.hex;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExplainTest {
    private static final String LOCATION = hex(
            "00000001", // alarm
            "00000003", // status
            "01dc3a40", // latitude
            "073e9a80", // longitude
            "000a", // altitude
            "0258", // speed
            "005a", // heading
            "261123100000", // time
            "0104000186a0", // mileage
            "31010c"); // satellites

    @Test
    void explainsEachFieldOfALocationReport() {
        String frame = framed("0200", "0025", "013912345678", "0001", LOCATION);
        assertThat(Explain.frame(frame))
                .containsExactly(
                        new Explain.Line(0, "7e", "flag", "0x7e"),
                        new Explain.Line(1, "0200", "message id", "0x0200"),
                        new Explain.Line(
                                3, "0025", "body properties", "body length 37, encryption 0, not split, 2013 form"),
                        new Explain.Line(5, "013912345678", "terminal phone", "13912345678"),
                        new Explain.Line(11, "0001", "serial", "1"),
                        new Explain.Line(13, "00000001", "alarm flags", "0x00000001: 紧急报警 / emergency"),
                        new Explain.Line(
                                17, "00000003", "status flags", "0x00000003: ACC开 / ignition on; 定位 / valid fix"),
                        new Explain.Line(21, "01dc3a40", "latitude, degrees", "31.210048"),
                        new Explain.Line(25, "073e9a80", "longitude, degrees", "121.543296"),
                        new Explain.Line(29, "000a", "altitude, m", "10"),
                        new Explain.Line(31, "0258", "speed, km/h", "60.0"),
                        new Explain.Line(33, "005a", "heading, degrees", "90"),
                        new Explain.Line(35, "261123100000", "terminal time", "2026-11-23T10:00+08:00"),
                        new Explain.Line(41, "01", "item id", "0x01"),
                        new Explain.Line(42, "04", "item length", "4"),
                        new Explain.Line(43, "000186a0", "mileage, km", "10000.0"),
                        new Explain.Line(47, "31", "item id", "0x31"),
                        new Explain.Line(48, "01", "item length", "1"),
                        new Explain.Line(49, "0c", "satellites", "12"),
                        new Explain.Line(50, frame.substring(100, 102), "checksum", "0x" + frame.substring(100, 102)),
                        new Explain.Line(51, "7e", "flag", "0x7e"));
    }

    @Test
    void explainsWhatTheDecoderReads() {
        // 0x0702: card in, 10:00:00 GMT+8, read; 张三 and no more
        String frame = framed("0702", "000d", "013912345678", "0001", "01", "261123100000", "00", "04d5c5c8fd");
        assertThat(Explain.frame(frame))
                .contains(
                        new Explain.Line(13, "01", "card in or out", "1"),
                        new Explain.Line(14, "261123100000", "time", "2026-11-23T10:00+08:00"),
                        new Explain.Line(20, "00", "result", "0"),
                        new Explain.Line(21, "04", "driver length", "4"),
                        new Explain.Line(22, "d5c5c8fd", "driver", "\"张三\""));
    }

    @Test
    void showsWhereABodyIsCutOff() {
        String frame = framed("0302", "0002", "013912345678", "0001", "0102"); // no answer id
        assertThat(Explain.frame(frame)).contains(new Explain.Line(13, "0102", "answered serial", "258"));
        String shorter = framed("0302", "0001", "013912345678", "0001", "01");
        assertThat(Explain.frame(shorter)).contains(new Explain.Line(13, "01", "answered serial", "cut off"));
    }

    @Test
    void explainsEveryByteOfWhateverFrame() {
        Random random = new Random(808);
        String[] ids = (WhateverBytesTest.UPLINKS + " 8001 8003 8100 8103 8300").split(" ");
        for (int round = 0; round < 5_000; round++) {
            byte[] body = new byte[random.nextInt(100)];
            random.nextBytes(body);
            String form = random.nextBoolean() ? "00%02x013912345678" : "40%02x0100000000013912345678";
            String id = ids[random.nextInt(ids.length)];
            String plain =
                    id + form.formatted(body.length) + "0001" + HexFormat.of().formatHex(body);
            List<Explain.Line> lines = Explain.frame(framed(plain));
            assertThat(lines.stream().map(Explain.Line::bytes).collect(Collectors.joining()))
                    .startsWith("7e" + plain)
                    .hasSize(plain.length() + 6);
        }
    }

    @Test
    void saysWhatIsWrongWithAFrameItCannotRead() {
        assertThat(Explain.frame("7e00027e"))
                .containsExactly(new Explain.Line(0, "7e00027e", "malformed", "2 bytes are too short for a frame"));
    }

    @Test
    void explainsAParameterByItsType() {
        String body = hex(
                "02", // two parameters
                "00000029",
                "04",
                "0000000a", // report interval
                "0000f001",
                "01",
                "ab"); // a vendor's
        String frame = framed("8103", "0010", "013912345678", "0001", body);
        assertThat(Explain.frame(frame))
                .contains(
                        new Explain.Line(13, "02", "number of items", "2"),
                        new Explain.Line(14, "00000029", "parameter id", "0x00000029"),
                        new Explain.Line(18, "04", "parameter length", "4"),
                        new Explain.Line(19, "0000000a", "default report interval, s", "10"),
                        new Explain.Line(28, "ab", "parameter value", "0xab"));
    }

    @Test
    void explainsAnArea() {
        String body = hex(
                "00",
                "01", // update one
                "00000007",
                "0042", // attributes: speed, south
                "01dc3a40",
                "073e9a80",
                "000001f4",
                "003c",
                "0a");
        assertThat(Explain.frame(framed("8600", "0017", "013912345678", "0001", body)))
                .contains(
                        new Explain.Line(19, "0042", "attributes", "0x0042"),
                        new Explain.Line(21, "01dc3a40", "latitude, degrees", "31.210048"),
                        new Explain.Line(33, "003c", "speed limit, km/h", "60"));
    }
}

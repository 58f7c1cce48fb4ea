package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.Frames.LOCATION;
import static org.motorpool.telematics.codec.Frames.REPORT;
import static org.motorpool.telematics.codec.Frames.frame;
import static org.motorpool.telematics.codec.Frames.frame2013;
import static org.motorpool.telematics.codec.Frames.hex;
import static org.motorpool.telematics.codec.Frames.readsAndWrites;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VendorUplinkTest {
    private static final Instant TEN = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void readsAndWritesABatchWithShortLengths() {
        String body = hex("1c", LOCATION, "1c", LOCATION); // 28 bytes each
        readsAndWrites("0210", body, new VendorUplink.ShortBatch(List.of(REPORT, REPORT), ""));
        readsAndWrites("0210", body + "1c00", new VendorUplink.ShortBatch(List.of(REPORT, REPORT), "1c00"));
    }

    @Test
    void readsAndWritesABattery() {
        readsAndWrites("0210", hex("57", "261123100000"), new VendorUplink.BatteryReport(87, TEN));
    }

    @Test
    void readsAndWritesATextAnswer() {
        String body = hex(
                "0102", // answered serial
                "4f60 597d"); // 你好 in UTF-16
        readsAndWrites("1300", body, new VendorUplink.TextAnswer(0x0102, "你好"));
    }

    @Test
    void readsAndWritesAccelerations() {
        String body = hex(
                "261123100000",
                "0010", // x 16
                "8010", // y −16: the highest bit is the sign
                "0000");
        readsAndWrites(
                "2070",
                body,
                new VendorUplink.AccelerationReport(List.of(new VendorUplink.Acceleration(TEN, 16, -16, 0)), ""));
    }

    @Test
    void readsAndWritesATextReport() {
        readsAndWrites("6006", hex("00", "c4e3bac3"), new VendorUplink.TextReport(0, "你好"));
    }

    @Test
    void keepsWhatOnlyWantsAnAnswer() {
        readsAndWrites("0109", "00", new VendorUplink.TimeQuery("00"));
        readsAndWrites("0506", "", new VendorUplink.Heartbeat(""));
        readsAndWrites("1007", "0102", new VendorUplink.ZoneQuery("0102"));
    }

    @Test
    void readsAPhotoThoughItsNumberIsOneOfThePlatform() {
        readsAndWrites("8888", "ffd8ff", new VendorUplink.Photo(Body.ofHex("ffd8ff")));
        assertThat(frame(frame2013("8888", "ffd8ff")).header().uplink()).isTrue();
    }
}

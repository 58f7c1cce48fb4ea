package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.Frames.ADDRESS_2013;
import static org.motorpool.telematics.codec.Frames.ADDRESS_2019;
import static org.motorpool.telematics.codec.Frames.LOCATION;
import static org.motorpool.telematics.codec.Frames.REPORT;
import static org.motorpool.telematics.codec.Frames.encode;
import static org.motorpool.telematics.codec.Frames.frame2013;
import static org.motorpool.telematics.codec.Frames.frame2019;
import static org.motorpool.telematics.codec.Frames.framed;
import static org.motorpool.telematics.codec.Frames.hex;
import static org.motorpool.telematics.codec.Frames.uplink;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UplinkTest {
    private static void readsAndWrites(String frame, Uplink message, Address address) {
        assertThat(uplink(frame)).isEqualTo(message);
        assertThat(encode(message, address, 1)).isEqualTo(frame);
    }

    @Test
    void readsAndWritesAGeneralResponse() {
        String body = hex(
                "0102", // answered serial
                "8300", // answered id
                "03"); // not supported
        readsAndWrites(frame2013("0001", body), new Uplink.GeneralResponse(0x0102, 0x8300, 3), ADDRESS_2013);
    }

    @Test
    void readsAndWritesARegistrationOf2013() {
        String body = hex(
                "001f", // province 31
                "0065", // city 0101
                "4d504f4f4c", // manufacturer "MPOOL"
                "53494d2d31 000000000000000000000000000000", // model "SIM-1", 20 bytes
                "54303030303031", // terminal id "T000001"
                "01", // blue plate
                "bba641 3132333435"); // plate in GBK: 沪A12345
        Uplink.Register register = new Uplink.Register(31, 0x65, "MPOOL", "SIM-1", "T000001", 1, "沪A12345");
        readsAndWrites(frame2013("0100", body), register, ADDRESS_2013);
    }

    @Test
    void readsAndWritesARegistrationOf2019() {
        String body = hex(
                "001f",
                "0065",
                "4d504f4f4c 000000000000", // manufacturer, 11 bytes
                "53494d2d31" + "00".repeat(25), // model, 30 bytes
                "54303030303031" + "00".repeat(23), // terminal id, 30 bytes
                "01",
                "bba641 3132333435");
        Uplink.Register register = new Uplink.Register(31, 0x65, "MPOOL", "SIM-1", "T000001", 1, "沪A12345");
        readsAndWrites(frame2019("0100", body), register, ADDRESS_2019);
    }

    @Test
    void readsARegistrationOf2011ByItsLength() {
        String body = hex(
                "001f",
                "0065",
                "4d504f4f4c",
                "53494d2d31 202020", // model, 8 bytes, blanks
                "54303030303031",
                "01",
                "bba641 3132333435");
        assertThat(uplink(frame2013("0100", body)))
                .isEqualTo(new Uplink.Register(31, 0x65, "MPOOL", "SIM-1", "T000001", 1, "沪A12345"));
    }

    @Test
    void readsAndWritesAnAuthenticationOf2013() {
        readsAndWrites(
                frame2013("0102", "413132"), // the whole body is the code
                new Uplink.Authenticate("A12", "", ""),
                ADDRESS_2013);
    }

    @Test
    void readsAndWritesAnAuthenticationOf2019() {
        String body = hex(
                "03", // length of the code
                "413132",
                "383631323334353637383930313233", // IMEI, 15 bytes
                "312e30" + "00".repeat(17)); // software version, 20 bytes
        readsAndWrites(frame2019("0102", body), new Uplink.Authenticate("A12", "861234567890123", "1.0"), ADDRESS_2019);
    }

    @Test
    void readsABareCodeIn2019() {
        assertThat(uplink(frame2019("0102", "413132"))).isEqualTo(new Uplink.Authenticate("A12", "", ""));
    }

    @Test
    void readsAndWritesALocationReport() {
        readsAndWrites(frame2013("0200", LOCATION), REPORT, ADDRESS_2013);
    }

    @Test
    void readsAndWritesEveryStandardItem() {
        String items = hex(
                "01 04 000186a0", // mileage 10000.0 km
                "02 02 0190", // fuel 40.0 l
                "03 02 0257", // recorder speed 59.9 km/h
                "04 02 0007", // alarm event 7
                "11 01 00", // too fast, anywhere
                "11 05 02 00000009", // too fast in rectangle 9
                "12 06 01 0000000a 01", // left circle 10
                "13 07 0000000b 003c 00", // segment 11 in 60 s, too short
                "25 04 00000001", // low beam
                "2a 02 0002", // sleep
                "2b 04 0002 0001", // AD1 = 2, AD0 = 1
                "30 01 1f", // signal strength 31
                "31 01 0c", // 12 satellites
                "d7 02 abcd"); // a vendor's item
        Uplink.LocationReport report = withItems(
                new LocationItem.Mileage(10_000_000),
                new LocationItem.Fuel(400),
                new LocationItem.RecorderSpeed(59.9),
                new LocationItem.ManualAlarm(7),
                new LocationItem.Overspeed(0, 0),
                new LocationItem.Overspeed(2, 9),
                new LocationItem.AreaCrossing(1, 10, 1),
                new LocationItem.SegmentTime(11, 60, 0),
                new LocationItem.VehicleSignals(1),
                new LocationItem.IoState(2),
                new LocationItem.Analog(1, 2),
                new LocationItem.SignalStrength(31),
                new LocationItem.Satellites(12),
                new LocationItem.Opaque(0xd7, "abcd"));
        readsAndWrites(frame2019("0200", LOCATION + items), report, ADDRESS_2019);
        assertThat(report.odometer_m()).isEqualTo(10_000_000);
    }

    @Test
    void keepsAStandardItemOfAnotherLengthRaw() {
        assertThat(uplink(frame2013("0200", LOCATION + "010200aa")))
                .isEqualTo(withItems(new LocationItem.Opaque(0x01, "00aa")));
    }

    @Test
    void keepsAnItemThatRunsOverTheEndAsTrailing() {
        Uplink.LocationReport report =
                (Uplink.LocationReport) uplink(frame2013("0200", LOCATION + "31010c" + "0104aa"));
        assertThat(report.items()).containsExactly(new LocationItem.Satellites(12));
        assertThat(report.trailingHex()).isEqualTo("0104aa");
    }

    @Test
    void readsSouthAndWestFromTheStatus() {
        String basic = LOCATION.substring(0, 8) + "0000000f" + LOCATION.substring(16); // bits 2 and 3
        Uplink.LocationReport report = (Uplink.LocationReport) uplink(frame2013("0200", basic));
        assertThat(report.latitude()).isEqualTo(-31.210048);
        assertThat(report.longitude()).isEqualTo(-121.543296);
        assertThat(encode(report, ADDRESS_2013, 1)).isEqualTo(frame2013("0200", basic));
    }

    @Test
    void readsAnAltitudeBelowTheSea() {
        String basic = LOCATION.substring(0, 32) + "fff6" + LOCATION.substring(36);
        assertThat(((Uplink.LocationReport) uplink(frame2013("0200", basic))).altitude_m())
                .isEqualTo(-10);
    }

    @Test
    void hasNoTimeWhenTheBytesAreNoDate() {
        assertThat(reportedAt("000000000000")).isNull();
        assertThat(reportedAt("260229100000")).isNull(); // 2026 is no leap year
        assertThat(reportedAt("26112310000a")).isNull(); // no BCD
        assertThat(reportedAt("261123240000")).isNull(); // hour 24
        assertThat(reportedAt("280229235959")).isEqualTo(Instant.parse("2028-02-29T15:59:59Z"));
    }

    private static @Nullable Instant reportedAt(String bcd) {
        Uplink message = uplink(frame2013("0200", LOCATION.substring(0, LOCATION.length() - 12) + bcd));
        return ((Uplink.LocationReport) message).reportedAt();
    }

    @Test
    void keepsCoordinatesThatAreNotOnTheGlobe() {
        String basic = LOCATION.substring(0, 16) + "073e9a80" + "01dc3a40" + LOCATION.substring(32); // swapped
        Uplink.LocationReport report = (Uplink.LocationReport) uplink(frame2013("0200", basic));
        assertThat(report.latitude()).isEqualTo(121.543296);
        assertThat(report.onGlobe()).isFalse();
    }

    @Test
    void readsAndWritesALocationAnswer() {
        readsAndWrites(frame2013("0201", "0102" + LOCATION), new Uplink.LocationAnswer(0x0102, REPORT), ADDRESS_2013);
    }

    @Test
    void readsAndWritesABatch() {
        String body = hex(
                "0002", // two reports
                "01", // after a blind zone
                "001c", // 28 bytes
                LOCATION, "001c", LOCATION);
        readsAndWrites(
                frame2013("0704", body), new Uplink.LocationBatch(1, 2, List.of(REPORT, REPORT), ""), ADDRESS_2013);
    }

    @Test
    void keepsWhatIsWholeOfABatchWithALyingLength() {
        String body = hex("0002", "00", "001c", LOCATION, "00ff", LOCATION); // 255 bytes, has 28
        assertThat(uplink(frame2013("0704", body)))
                .isEqualTo(new Uplink.LocationBatch(0, 2, List.of(REPORT), "00ff" + LOCATION));
    }

    @Test
    void namesATruncatedBody() {
        assertThat(uplink(frame2013("0200", "0000")))
                .isEqualTo(new Uplink.Malformed(0x0200, "body of 0x0200 has 2 bytes, needs 28 at least", "0000"));
        assertThat(uplink(frame2013("0001", "00"))).isInstanceOf(Uplink.Malformed.class);
        assertThat(uplink(frame2013("0100", "00"))).isInstanceOf(Uplink.Malformed.class);
        assertThat(uplink(frame2013("0201", "00"))).isInstanceOf(Uplink.Malformed.class);
        assertThat(uplink(frame2013("0704", "00"))).isInstanceOf(Uplink.Malformed.class);
    }

    @Test
    void keepsHeartbeatsLogoutsAndUnknownMessages() {
        readsAndWrites(frame2013("0002", ""), new Uplink.Heartbeat(""), ADDRESS_2013);
        readsAndWrites(frame2013("0003", ""), new Uplink.Logout(), ADDRESS_2013);
        readsAndWrites(frame2019("0e01", "beef"), new Uplink.Unmodelled(0x0e01, "beef"), ADDRESS_2019);
    }

    @Test
    void leavesAnEncryptedBodyAlone() {
        String frame = framed("0200", "0402", "013912345678", "0001", "abcd"); // bit 10: RSA
        assertThat(uplink(frame)).isEqualTo(new Uplink.Unmodelled(0x0200, "abcd"));
    }

    private static Uplink.LocationReport withItems(LocationItem... items) {
        return new Uplink.LocationReport(
                1, 3, 31.210048, 121.543296, 10, 60.0, 90, Instant.parse("2026-11-23T02:00:00Z"), List.of(items), "");
    }
}

package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.Frames.LOCATION;
import static org.motorpool.telematics.codec.Frames.REPORT;
import static org.motorpool.telematics.codec.Frames.frame2013;
import static org.motorpool.telematics.codec.Frames.hex;
import static org.motorpool.telematics.codec.Frames.readsAndWrites;
import static org.motorpool.telematics.codec.Frames.readsAndWrites2013;
import static org.motorpool.telematics.codec.Frames.uplink;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VehicleUplinkTest {
    private static final List<VehicleUplink.CanFrame> FRAMES = List.of(
            new VehicleUplink.CanFrame(1, true, false, 0x18f00400, "0102030405060708"),
            new VehicleUplink.CanFrame(0, false, true, 0x7e8, "1112131415161718"));
    private static final String CAN_FRAMES = hex(
            "d8f00400", // CAN2, extended, as it came, 0x18f00400
            "0102030405060708",
            "200007e8", // CAN1, standard, averaged, 0x7e8
            "1112131415161718");

    @Test
    void readsAndWritesAControlAnswer() {
        readsAndWrites("0500", "0102" + LOCATION, new VehicleUplink.ControlAnswer(0x0102, REPORT));
    }

    @Test
    void readsAndWritesALocationOf2011ThatAnswersWithoutASerial() {
        readsAndWrites2013("0500", LOCATION, new VehicleUplink.ControlAnswer(Uplink.NO_SERIAL, REPORT));
        readsAndWrites2013("0201", LOCATION, new Uplink.LocationAnswer(Uplink.NO_SERIAL, REPORT));
        String withItem = LOCATION + "31010c"; // satellites
        assertThat(uplink(frame2013("0201", withItem)))
                .isInstanceOfSatisfying(Uplink.LocationAnswer.class, answer -> assertThat(answer.answeredSerial())
                        .isEqualTo(Uplink.NO_SERIAL));
    }

    @Test
    void readsAndWritesRecorderData() {
        String body = hex(
                "0102", // answered serial
                "08", // speeds
                "557a 08 0001 00 07 21"); // block of GB/T 19056
        readsAndWrites("0700", body, new VehicleUplink.RecorderData(0x0102, 8, "557a080001000721"));
    }

    @Test
    void readsAndWritesRecorderDataOf2011() {
        String body = hex(
                "08", // speeds
                "0400", // 1024 bytes in all packets
                "0003", // three in this one
                "aabbcc");
        readsAndWrites2013("0700", body, new VehicleUplink.RecorderDataOf2011(8, 1024, "aabbcc"));
    }

    @Test
    void readsAndWritesCanData() {
        String body = hex(
                "0002", // two frames
                "1122330456", // 11:22:33.0456
                CAN_FRAMES);
        readsAndWrites("0705", body, new VehicleUplink.CanData(2, "1122330456", FRAMES, ""));
    }

    @Test
    void readsCanDataOfWhoFollowsTheMisprintOf2013() {
        String body = hex("0002", "1122330456", "00", CAN_FRAMES); // list at offset 8
        assertThat(uplink(frame2013("0705", body))).isEqualTo(new VehicleUplink.CanData(2, "1122330456", FRAMES, ""));
    }

    @Test
    void keepsWhatIsWholeOfCanData() {
        String body = hex("0003", "1122330456", CAN_FRAMES, "d8f0");
        readsAndWrites("0705", body, new VehicleUplink.CanData(3, "1122330456", FRAMES, "d8f0"));
    }

    @Test
    void readsAndWritesPassengers() {
        String body = hex(
                "261123100000", // from 10:00:00
                "261123103000", // to 10:30:00
                "0004", // boarded
                "0002"); // alighted
        Instant from = Instant.parse("2026-11-23T02:00:00Z");
        readsAndWrites("1005", body, new VehicleUplink.PassengerFlow(from, from.plusSeconds(1800), 4, 2));
    }
}

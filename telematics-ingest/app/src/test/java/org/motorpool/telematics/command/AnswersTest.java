package org.motorpool.telematics.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.Body;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.UplinkDecoder;
import org.motorpool.telematics.contract.Answer;
import org.motorpool.telematics.contract.Answer.Setting;
import org.motorpool.telematics.contract.AreaInstruction;
import org.motorpool.telematics.contract.AreaInstruction.AreaEffect;
import org.motorpool.telematics.contract.AreaInstruction.AreaPoint;
import org.motorpool.telematics.contract.MediaPosition;

/** Bodies are written by hand from the tables of JT/T 808-2013 and 2019. */
class AnswersTest {

    // alarm 0, status 3 (ignition, fix), 31.244784, 121.732736, altitude 12 m, 50.0 km/h, 90 degrees, time in GMT+8
    private static final String PLACE = "00000000 00000003 01dcc1f0 07417e80 000c 01f4 005a 261101120000";
    private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");

    @Test
    void writesParametersAsPeopleDo() {
        // answers serial 5; four: interval 30, server, an id nobody knows, a WORD where a DWORD belongs
        assertThat(answered(
                        0x0104, "0005 04 00000029 04 0000001e 00000013 03 612e63 0000ee01 02 abcd 00000018 02 1a98"))
                .isEqualTo(new Response.Answered(
                        0x0104,
                        5,
                        0,
                        new Answer.Parameters(List.of(
                                new Setting("0x0029", "30"),
                                new Setting("0x0013", "a.c"),
                                new Setting("0xEE01", "abcd"),
                                new Setting("0x0018", "1a98")))));
    }

    @Test
    void saysWhereTheVehicleIs() {
        assertThat(answered(0x0201, "0005" + PLACE))
                .isEqualTo(new Response.Answered(
                        0x0201, 5, 0, new Answer.Position(NOON, 31.244784, 121.732736, 50.0, 90, true)));
    }

    @Test
    void saysWhichAnswerTheDriverChose() {
        assertThat(answered(0x0302, "0005 02")).isEqualTo(new Response.Answered(0x0302, 5, 0, new Answer.Choice(2)));
    }

    @Test
    void saysWhoDrivesWithoutTheNumberOfTheIdentityCard() {
        // card in, time, read; name, certificate (20 bytes), agency, expiry, identity card (20 bytes)
        String card = "01 261101120000 00 04 d5c5c8fd 33313031 " + "00".repeat(16) + " 02 4142 20301231 "
                + "3331303131353139383030313031313233340000";
        assertThat(answered(0x0702, card))
                .isEqualTo(new Response.Answered(
                        0x0702, null, 0, new Answer.DriverIdentity(1, NOON, 0, "张三", "3101", "AB", "20301231")));
    }

    @Test
    void namesStoredMedia() {
        // answers serial 5, 9 in all; one: id, photo, channel 1, timer, place
        assertThat(answered(0x0802, "0005 0009 00001267 00 01 01" + PLACE))
                .isEqualTo(new Response.Answered(
                        0x0802,
                        5,
                        0,
                        new Answer.MediaFound(
                                9,
                                List.of(new Answer.StoredMedia(
                                        4711, 0, 1, 1, new MediaPosition(NOON, 31.244784, 121.732736, true))))));
    }

    @Test
    void namesWhatWasTaken() {
        assertThat(answered(0x0805, "0005 00 0002 00001267 00001268"))
                .isEqualTo(new Response.Answered(0x0805, 5, 0, new Answer.MediaTaken(List.of(4711L, 4712L))));
    }

    @Test
    void writesAreasAsTheyAreSet() {
        // circles, one: id, attributes: time, speed, in to the platform; place, radius, daily hours, limit, night, name
        String circle =
                "01 00000001 00000001 000b 01dc89c0 073d8aa4 000001f4 000000080000 000000183000 003c 0a 0028 0000";
        var rules = new AreaInstruction.AreaRules(
                null,
                null,
                LocalTime.of(8, 0),
                LocalTime.of(18, 30),
                new AreaInstruction.SpeedLimit(60, 10, 40),
                List.of(AreaEffect.PLATFORM_WARNED_ENTERING));
        var expected = new AreaInstruction.Circle(1L, "", new AreaPoint(31.2304, 121.4737), 500L, rules);
        assertThat(answered(0x0608, circle))
                .isEqualTo(new Response.Answered(
                        0x0608, null, 0, new Answer.Areas(List.of(expected), List.of(), List.of(), List.of())));
    }

    @Test
    void onlyWritesDownAreasThatNobodyCanSet() {
        // circles, one with radius 0
        String circle = "01 00000001 00000001 0000 01dc89c0 073d8aa4 00000000 0000";
        assertThat(answered(0x0608, circle).answer()).isInstanceOfSatisfying(Answer.Other.class, other -> {
            assertThat(other.messageId()).isEqualTo("0x0608");
            assertThat(other.content()).contains("radius_m=0");
        });
    }

    private static Response.Answered answered(int messageId, String body) {
        Address address = Address.of(ProtocolVersion.V2019, "13800000001");
        Header header = new Header(messageId, address, "13800000001", 7, 0, 0, 0, Set.of());
        return (Response.Answered) Answers.find(UplinkDecoder.decode(header, Body.ofHex(body.replace(" ", ""))))
                .orElseThrow();
    }
}

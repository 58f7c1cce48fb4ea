package org.motorpool.telematics.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.Body;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.Downlink.ResendRequest;
import org.motorpool.telematics.codec.Downlink.ShortReply;
import org.motorpool.telematics.codec.FrameFault;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.HeaderFlag;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.TerminalDownlink;
import org.motorpool.telematics.codec.TerminalUplink;
import org.motorpool.telematics.codec.VendorDownlink;
import org.motorpool.telematics.command.Response;
import org.motorpool.telematics.contract.Answer;
import org.motorpool.telematics.contract.TelematicsEvent.AlarmRaised;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;

/** Bodies are written by hand from the tables of JT/T 808-2013. */
class SessionLogicTest {

    private static final Instant NOW = Instant.parse("2026-11-01T04:00:05Z");
    private static final UUID EVENT = UUID.fromString("0190b2f0-0000-7000-8000-000000000001");
    private static final Terminal TERMINAL = new Terminal("13800000001", UUID.randomUUID(), "沪A12345", null, null);
    private static final Session AUTHENTICATED = Session.FRESH.of(TERMINAL);

    // alarm 00000002 (overspeed), status 0000000f (ignition, fix, south, west),
    // latitude 01dcc1f0 = 31.244784, longitude 07417e80 = 121.732736, altitude 000c, speed 01f4 = 50.0, heading 005a,
    // 2026-11-01 12:00:00 GMT+8, item 01 (mileage) 000003e8 = 100.0 km
    private static final String POSITION =
            "00000002 0000000f 01dcc1f0 07417e80 000c 01f4 005a 261101120000 0104000003e8".replace(" ", "");

    private final SessionLogic logic = new SessionLogic(_ -> Optional.of(TERMINAL), _ -> false, () -> EVENT, 3);

    @Test
    void turnsALocationReportIntoAPositionAndARisenAlarm() {
        Reaction reaction = logic.on(AUTHENTICATED, frame(0x0200, 7, POSITION), NOW);
        Instant reportedAt = Instant.parse("2026-11-01T04:00:00Z");
        UUID vehicle = TERMINAL.vehicleId();
        assertThat(reaction.effects())
                .containsExactly(new Effect.Publish(
                        List.of(
                                new PositionReported(
                                        EVENT,
                                        vehicle,
                                        NOW,
                                        reportedAt,
                                        -31.244784,
                                        -121.732736,
                                        12,
                                        50.0,
                                        90,
                                        100_000,
                                        2,
                                        15),
                                new AlarmRaised(EVENT, vehicle, NOW, reportedAt, 1)),
                        1,
                        List.of(new GeneralReply(7, 0x0200, 0)),
                        List.of()));
        assertThat(reaction.session().alarmBits()).isEqualTo(2);
    }

    @Test
    void keepsAReportFromOffTheGlobeWithoutAFix() {
        // latitude 07417e80 = 121.7 degrees
        String off = "00000000 00000003 07417e80 01dcc1f0 0000 0000 0000 261101120000".replace(" ", "");
        Effect.Publish publish = published(logic.on(AUTHENTICATED, frame(0x0200, 7, off), NOW));
        assertThat(publish.events()).singleElement().isInstanceOfSatisfying(PositionReported.class, position -> {
            assertThat(position.latitude()).isZero();
            assertThat(position.longitude()).isZero();
            assertThat(position.located()).isFalse();
            assertThat(position.ignitionOn()).isTrue();
        });
    }

    @Test
    void leavesThePresentAlarmsAloneWhenOldPositionsOfABlindZoneCome() {
        // 0x0704: one report, type 1 (blind zone)
        String batch = "000101" + "%04x".formatted(POSITION.length() / 2) + POSITION;
        Session alarmed = AUTHENTICATED.withAlarmBits(4);
        Reaction reaction = logic.on(alarmed, frame(0x0704, 7, batch), NOW);
        assertThat(published(reaction).events()).hasSize(2);
        assertThat(reaction.session().alarmBits()).isEqualTo(4);
    }

    @Test
    void refusesABatchWithoutAnyReport() {
        assertThat(logic.on(AUTHENTICATED, frame(0x0704, 7, "000001"), NOW).effects())
                .containsExactly(new Effect.Count(Refusal.BAD_BODY), answer(new GeneralReply(7, 0x0704, 2)));
    }

    @Test
    void publishesThePositionOfAControlAnswerAndSettlesTheCommand() {
        // 0x0500: answers serial 5
        Reaction reaction = logic.on(AUTHENTICATED, frame(0x0500, 7, "0005" + POSITION), NOW);
        assertThat(published(reaction).answers()).containsExactly(new GeneralReply(7, 0x0500, 0));
        Answer position =
                new Answer.Position(Instant.parse("2026-11-01T04:00:00Z"), -31.244784, -121.732736, 50.0, 90, true);
        assertThat(reaction.effects())
                .endsWith(new Effect.SettleCommand(new Response.Answered(0x0500, 5, 0, position)));
    }

    @Test
    void publishesThePositionsOfAVendorsBatch() {
        // 0x0210: two reports of 34 bytes
        Reaction reaction = logic.on(AUTHENTICATED, frame(0x0210, 7, "22" + POSITION + "22" + POSITION), NOW);
        assertThat(published(reaction).positions()).isEqualTo(2);
        assertThat(logic.on(AUTHENTICATED, frame(0x0210, 7, "22"), NOW).effects())
                .containsExactly(new Effect.Count(Refusal.BAD_BODY), answer(new GeneralReply(7, 0x0210, 2)));
    }

    @Test
    void settlesTheCommandThatAnAnswerIsTo() {
        // 0x0805: answers serial 5, result 2 (channel not supported), which is 3 in 0x0001
        assertThat(logic.on(AUTHENTICATED, frame(0x0805, 7, "000502"), NOW).effects())
                .containsExactly(
                        answer(new GeneralReply(7, 0x0805, 0)),
                        new Effect.SettleCommand(
                                new Response.Answered(0x0805, 5, 3, new Answer.MediaTaken(List.of()))));
        // 0x0108, the card reader, cancelled; says no serial
        assertThat(logic.on(AUTHENTICATED, frame(0x0108, 7, "0c02"), NOW).effects())
                .containsExactly(
                        answer(new GeneralReply(7, 0x0108, 0)),
                        new Effect.SettleCommand(
                                new Response.Answered(0x0108, null, 1, new Answer.UpgradeEnded(12, 2))));
    }

    @Test
    void settlesNothingWithAnAnswerThatNobodyAskedFor() {
        assertThat(logic.on(AUTHENTICATED, frame(0x1003, 7, "06010001014001620204"), NOW)
                        .effects())
                .containsExactly(answer(new GeneralReply(7, 0x1003, 0)));
    }

    @Test
    void tellsTheTime() {
        assertThat(logic.on(AUTHENTICATED, frame(0x0004, 7, ""), NOW).effects())
                .containsExactly(answer(new TerminalDownlink.ServerTime(NOW)));
        assertThat(logic.on(AUTHENTICATED, frame(0x0109, 7, ""), NOW).effects())
                .containsExactly(answer(new VendorDownlink.TimeReply(NOW)));
    }

    @Test
    void takesNoteOfWhatNeedsNoMore() {
        // 0x0301: event 9
        assertThat(logic.on(AUTHENTICATED, frame(0x0301, 7, "09"), NOW).effects())
                .containsExactly(answer(new GeneralReply(7, 0x0301, 0)));
    }

    @Test
    void acknowledgesAPartOfAnyMessageButAPosition() {
        assertThat(logic.on(AUTHENTICATED, new Decoded.Part(part(0x0801), Body.ofHex("00")), NOW)
                        .effects())
                .containsExactly(answer(new GeneralReply(8, 0x0801, 0)));
        assertThat(logic.on(AUTHENTICATED, new Decoded.Part(part(0x0704), Body.ofHex("00")), NOW)
                        .effects())
                .isEmpty();
    }

    @Test
    void asksForThePartsThatNeverCame() {
        assertThat(logic.on(AUTHENTICATED, new Decoded.Incomplete(part(0x0704), List.of(1, 3)), NOW)
                        .effects())
                .containsExactly(answer(new ResendRequest(7, List.of(1, 3))));
    }

    @Test
    void sendsThePartsAgainThatTheTerminalMisses() {
        assertThat(logic.on(AUTHENTICATED, frame(0x0005, 9, "0064" + "0001" + "0002"), NOW)
                        .effects()) // of the message with serial 100 one part, the second
                .containsExactly(new Effect.SendAgain(
                        new TerminalUplink.ResendRequest(100, List.of(2)), new GeneralReply(9, 0x0005, 1)));
    }

    @Test
    void countsASplitMessageThatNeverCameWhole() {
        assertThat(logic.on(AUTHENTICATED, new Decoded.Abandoned(part(0x0801), List.of(1)), NOW)
                        .effects())
                .containsExactly(new Effect.Count(Refusal.INCOMPLETE));
    }

    @Test
    void tellsALockTheTime() {
        assertThat(logic.on(Session.FRESH, new Decoded.Text("(740190311185,1,001,BASE,2,TIME)"), NOW)
                        .effects())
                .containsExactly(new Effect.AnswerText("(740190311185,1,001,BASE,2,20261101040005)"));
        assertThat(logic.on(Session.FRESH, new Decoded.Text("(740190311185,1,001,ELOCK,3,529439)"), NOW)
                        .effects())
                .containsExactly(new Effect.Count(Refusal.TEXT));
    }

    @Test
    void answersAOneByteSerialOnlyWhereAnAnswerIsWanted() {
        assertThat(logic.on(AUTHENTICATED, shortSerial(HeaderFlag.SHORT_SERIAL, HeaderFlag.ANSWER_WANTED), NOW)
                        .effects())
                .containsExactly(new Effect.Count(Refusal.UNSUPPORTED), answer(new ShortReply(0x5501, 3)));
        assertThat(logic.on(AUTHENTICATED, shortSerial(HeaderFlag.SHORT_SERIAL), NOW)
                        .effects())
                .containsExactly(new Effect.Count(Refusal.UNSUPPORTED));
    }

    private static Decoded shortSerial(HeaderFlag... flags) {
        Address address = Address.of(ProtocolVersion.V2013, TERMINAL.phone());
        return new Decoded.Frame(
                new Header(0x5501, address, TERMINAL.phone(), 9, 0, 0, 0, Set.of(flags)), Body.ofHex("00"));
    }

    @Test
    void closesAfterTheThirdUnreadableFrameInARow() {
        Decoded malformed = new Decoded.Malformed(FrameFault.CHECKSUM, "checksum is 0x01, should be 0x02", "00");
        Session once = logic.on(AUTHENTICATED, malformed, NOW).session();
        Session twice = logic.on(once, malformed, NOW).session();
        assertThat(logic.on(twice, malformed, NOW).effects()).contains(new Effect.Close("malformed"));
        Session recovered = logic.on(twice, frame(0x0002, 1, ""), NOW).session();
        assertThat(logic.on(recovered, malformed, NOW).effects()).doesNotContain(new Effect.Close("malformed"));
    }

    @Test
    void doesNotLetAConnectionSpeakForASecondTerminal() {
        Header other = header(0x0102, 3, "13800000002", 0, 0);
        assertThat(logic.on(AUTHENTICATED, new Decoded.Frame(other, Body.ofHex("31")), NOW)
                        .effects())
                .containsExactly(new Effect.Count(Refusal.FOREIGN_PHONE), answer(new GeneralReply(3, 0x0102, 1)));
    }

    private static Effect.Publish published(Reaction reaction) {
        return (Effect.Publish) reaction.effects().getFirst();
    }

    private static Effect answer(org.motorpool.telematics.codec.Downlink message) {
        return new Effect.Answer(message);
    }

    private static Decoded frame(int messageId, int serial, String body) {
        return new Decoded.Frame(header(messageId, serial, TERMINAL.phone(), 0, 0), Body.ofHex(body));
    }

    /** The second of three parts; the first has serial 7. */
    private static Header part(int messageId) {
        return header(messageId, 8, TERMINAL.phone(), 3, 2);
    }

    private static Header header(int messageId, int serial, String phone, int total, int index) {
        return new Header(
                messageId, Address.of(ProtocolVersion.V2013, phone), phone, serial, total, index, 0, Set.of());
    }
}

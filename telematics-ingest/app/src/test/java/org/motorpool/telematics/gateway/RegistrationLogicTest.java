package org.motorpool.telematics.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.Body;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink.RegisterReply;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.Uplink;

/** Who may register as a terminal. Bodies are written by hand from table 7 of JT/T 808-2013 and table 8 of 2019. */
class RegistrationLogicTest {

    private static final Instant NOW = Instant.parse("2026-11-01T04:00:05Z");
    private static final String PHONE = "13800000001";
    private static final String PLATE = "沪A12345";
    private static final int NONE = 0;
    private static final int BLUE = 1;

    @Test
    void givesACodeToTheBoundTerminal() {
        assertThat(register(bound("MP00001"), v2013("MP00001", BLUE, PLATE))).isInstanceOf(Effect.IssueCode.class);
        assertThat(register(bound("MP00001"), v2013("mp00001", BLUE, PLATE))).isInstanceOf(Effect.IssueCode.class);
        assertThat(register(bound("MP00001"), v2019("MP00001", BLUE, PLATE))).isInstanceOf(Effect.IssueCode.class);
    }

    @Test
    void refusesAnotherIdAsNoTerminal() {
        assertThat(effects(logic(bound("MP00001"), false), v2013("MP00002", BLUE, PLATE)))
                .containsExactlyElementsOf(refusal(Refusal.OTHER_TERMINAL, 4));
        assertThat(effects(logic(bound("MP00001"), false), v2019("MP00002", BLUE, PLATE)))
                .containsExactlyElementsOf(refusal(Refusal.OTHER_TERMINAL, 4));
        assertThat(effects(logic(bound("MP00001"), false), v2013("", BLUE, PLATE)))
                .containsExactlyElementsOf(refusal(Refusal.OTHER_TERMINAL, 4));
    }

    @Test
    void keepsWhatTheRefusedTerminalSaidOfItself() {
        Reaction reaction = logic(bound("MP00001"), false).on(Session.FRESH, v2013("MP00002", BLUE, "沪A54321"), NOW);
        assertThat(reaction.effects().getFirst())
                .isEqualTo(new Effect.Count(
                        Refusal.OTHER_VEHICLE,
                        new Uplink.Register(31, 100, "MPTST", "MP-1", "MP00002", BLUE, "沪A54321")));
    }

    @Test
    void refusesAnotherIdThoughItSaysThatItHasNoPlate() {
        assertThat(effects(logic(bound("MP00001"), false), v2013("MP00002", NONE, "")))
                .containsExactlyElementsOf(refusal(Refusal.OTHER_TERMINAL, 4));
    }

    @Test
    void takesTheLastSevenOfAnIdThatIsLongerThanTheFieldOf2013() {
        Terminal terminal = bound("MPOOL-0000001");
        assertThat(register(terminal, v2013("0000001", BLUE, PLATE))).isInstanceOf(Effect.IssueCode.class);
        assertThat(register(terminal, v2019("MPOOL-0000001", BLUE, PLATE))).isInstanceOf(Effect.IssueCode.class);
        assertThat(register(terminal, v2013("MPOOL-0", BLUE, PLATE)))
                .isEqualTo(new Effect.Count(Refusal.OTHER_TERMINAL));
    }

    @Test
    void refusesAnEmptyPlateAsNoVehicle() {
        assertThat(effects(logic(bound("MP00001"), false), v2013("MP00001", BLUE, "")))
                .containsExactlyElementsOf(refusal(Refusal.OTHER_VEHICLE, 2));
    }

    @Test
    void takesTheVinOfAVehicleWithoutAPlate() {
        assertThat(register(bound("MP00001"), v2013("MP00001", NONE, "LSVAA4189E2123456")))
                .isInstanceOf(Effect.IssueCode.class);
    }

    @Test
    void checksNoIdWhereTheBindingTellsNone() {
        assertThat(register(bound(null), v2013("MP00002", BLUE, PLATE))).isInstanceOf(Effect.IssueCode.class);
    }

    @Test
    void refusesASecondIdWhileTheFirstIsConnectedWhereTheBindingTellsNone() {
        Terminal held = bound(null).with(registered("MP00001", NOW.plus(Duration.ofDays(1))));
        assertThat(effects(logic(held, true), v2013("MP00002", BLUE, PLATE)))
                .containsExactlyElementsOf(refusal(Refusal.ALREADY_REGISTERED, 3));
        assertThat(effects(logic(held, true), v2013("MP00001", BLUE, PLATE)))
                .singleElement()
                .isInstanceOf(Effect.IssueCode.class);
        assertThat(register(held, v2013("MP00002", BLUE, PLATE))).isInstanceOf(Effect.IssueCode.class);
        Terminal expired = held.with(registered("MP00001", NOW));
        assertThat(effects(logic(expired, true), v2013("MP00002", BLUE, PLATE)))
                .singleElement()
                .isInstanceOf(Effect.IssueCode.class);
    }

    @Test
    void letsTheBoundTerminalRegisterAgainWhileItIsConnected() {
        Terminal held = bound("MP00001").with(registered("MP00001", NOW.plus(Duration.ofDays(1))));
        assertThat(effects(logic(held, true), v2013("MP00001", BLUE, PLATE)))
                .singleElement()
                .isInstanceOf(Effect.IssueCode.class);
    }

    private static Terminal bound(String terminalId) {
        return new Terminal(PHONE, UUID.randomUUID(), PLATE, terminalId, null);
    }

    private static Terminal.Registration registered(String terminalId, Instant expiresAt) {
        return new Terminal.Registration(terminalId, AuthCode.hash("secret"), expiresAt);
    }

    private static SessionLogic logic(Terminal terminal, boolean connected) {
        return new SessionLogic(_ -> Optional.of(terminal), _ -> connected, UUID::randomUUID, 3);
    }

    /** The first thing that is done when no other connection has authenticated. */
    private static Effect register(Terminal terminal, Decoded message) {
        return effects(logic(terminal, false), message).getFirst();
    }

    private static List<Effect> effects(SessionLogic logic, Decoded message) {
        return logic.on(Session.FRESH, message, NOW).effects().stream()
                .map(effect ->
                        effect instanceof Effect.Count(Refusal refusal, var _) ? new Effect.Count(refusal) : effect)
                .toList();
    }

    private static List<Effect> refusal(Refusal refusal, int result) {
        return List.of(new Effect.Count(refusal), new Effect.Answer(new RegisterReply(7, result, "")));
    }

    private static Decoded v2013(String terminalId, int colour, String plate) {
        String body = field("MPTST", 5) + field("MP-1", 20) + field(terminalId, 7);
        return frame(ProtocolVersion.V2013, body, colour, plate);
    }

    private static Decoded v2019(String terminalId, int colour, String plate) {
        String body = field("MPTST", 11) + field("MP-1", 30) + field(terminalId, 30);
        return frame(ProtocolVersion.V2019, body, colour, plate);
    }

    /** Province 31, city 0100, the fields, plate colour, plate. */
    private static Decoded frame(ProtocolVersion version, String fields, int colour, String plate) {
        String body = "001f0064" + fields + "%02x".formatted(colour) + gbk(plate);
        Header header = new Header(0x0100, Address.of(version, PHONE), PHONE, 7, 0, 0, 0, Set.of());
        return new Decoded.Frame(header, Body.ofHex(body));
    }

    private static String field(String text, int width) {
        return gbk(text) + "00".repeat(width - text.length());
    }

    private static String gbk(String text) {
        return HexFormat.of().formatHex(text.getBytes(Charset.forName("GBK")));
    }
}

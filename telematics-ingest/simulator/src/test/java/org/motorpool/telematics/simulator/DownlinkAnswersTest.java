package org.motorpool.telematics.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.Area;
import org.motorpool.telematics.codec.AreaDownlink;
import org.motorpool.telematics.codec.AreaKind;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.DriverDownlink;
import org.motorpool.telematics.codec.DriverUplink;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.MediaDownlink;
import org.motorpool.telematics.codec.MediaUplink;
import org.motorpool.telematics.codec.Parameter;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.SettingsUplink;
import org.motorpool.telematics.codec.TerminalDownlink;
import org.motorpool.telematics.codec.TerminalUplink;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.codec.VehicleDownlink;
import org.motorpool.telematics.codec.VehicleUplink;

class DownlinkAnswersTest {
    private static final int SERIAL = 7;
    private static final TerminalIdentity IDENTITY =
            new TerminalIdentity("13912345678", "T000001", ProtocolVersion.V2019, "310115", "沪A12345", 1);
    private static final Uplink OK = new Uplink.GeneralResponse(SERIAL, 0x8f00, 0);
    private static final Uplink UNSUPPORTED = new Uplink.GeneralResponse(SERIAL, 0x8f00, 3);
    private static final Uplink.LocationReport POSITION =
            new Uplink.LocationReport(0, 3, 31.2, 121.5, 4, 0, 0, null, List.of(), "");

    private final DownlinkAnswers answers = new DownlinkAnswers(IDENTITY);
    private final Heard heard = new Heard();

    private static final class Heard implements DownlinkAnswers.Conversation {
        private final List<Uplink> sent = new ArrayList<>();
        private final List<String> shown = new ArrayList<>();
        private Uplink.@Nullable LocationReport latest = POSITION;

        @Override
        public void send(Uplink answer) {
            sent.add(answer);
        }

        @Override
        public void registered(Downlink.RegisterReply reply) {}

        @Override
        public void replied(Downlink.GeneralReply reply) {}

        @Override
        public boolean sendAgain(Downlink.ResendRequest request) {
            return false;
        }

        @Override
        public void show(String text) {
            shown.add(text);
        }

        @Override
        public Uplink.@Nullable LocationReport latest() {
            return latest;
        }
    }

    /** What the terminal sends for a message; its id in the header does not matter. */
    private List<Uplink> answersTo(Downlink message) {
        heard.sent.clear();
        Header header = new Header(0x8f00, IDENTITY.address(), IDENTITY.phone(), SERIAL, 0, 0, 0, Set.of());
        answers.answer(header, message, heard);
        return List.copyOf(heard.sent);
    }

    @Test
    void keepsTheParametersItIsGiven() {
        Parameter interval = Parameter.dword(0x0029, 15);
        List<Parameter> channels = List.of(new Parameter(0x0077, "01"), new Parameter(0x0077, "02"));
        assertThat(answersTo(new Downlink.SetParameters(List.of(channels.get(0), interval, channels.get(1)))))
                .containsExactly(OK);
        assertThat(answersTo(new TerminalDownlink.QueryParameters(List.of(0x0029L, 0x0077L, 0x0055L))))
                .containsExactly(new SettingsUplink.ParametersAnswer(
                        SERIAL, List.of(interval, channels.get(0), channels.get(1))));
        assertThat(answersTo(new TerminalDownlink.QueryAllParameters()))
                .containsExactly(new SettingsUplink.ParametersAnswer(
                        SERIAL, List.of(Parameter.dword(0x0001, 60), interval, channels.get(0), channels.get(1))));
        assertThat(answers.findInterval_s()).contains(15);
    }

    @Test
    void tellsWhatItIs() {
        assertThat(answersTo(new TerminalDownlink.QueryAttributes()))
                .singleElement()
                .isInstanceOfSatisfying(
                        TerminalUplink.TerminalAttributes.class,
                        attributes -> assertThat(attributes.terminalId()).isEqualTo("T000001"));
    }

    @Test
    void keepsTheAreasItIsGiven() {
        Area.Circle one = circle(1);
        Area.Circle two = circle(2);
        assertThat(answersTo(new AreaDownlink.SetCircles(1, List.of(one)))).containsExactly(OK);
        answersTo(new AreaDownlink.SetCircles(1, List.of(two)));
        assertThat(answersTo(new AreaDownlink.QueryAreas(1, List.of())))
                .containsExactly(new SettingsUplink.AreasAnswer(1, 2, List.of(one, two), ""));
        answersTo(new AreaDownlink.DeleteAreas(AreaKind.CIRCLE, List.of(1L)));
        assertThat(answersTo(new AreaDownlink.QueryAreas(1, List.of())))
                .containsExactly(new SettingsUplink.AreasAnswer(1, 1, List.of(two), ""));
        answersTo(new AreaDownlink.SetCircles(0, List.of(one)));
        assertThat(answersTo(new AreaDownlink.QueryAreas(1, List.of())))
                .containsExactly(new SettingsUplink.AreasAnswer(1, 1, List.of(one), ""));
        answersTo(new AreaDownlink.DeleteAreas(AreaKind.CIRCLE, List.of()));
        assertThat(answersTo(new AreaDownlink.QueryAreas(1, List.of(1L))))
                .containsExactly(new SettingsUplink.AreasAnswer(1, 0, List.of(), ""));
    }

    private static Area.Circle circle(long id) {
        return new Area.Circle(id, new Area.Rules(0, null, null), new Area.Point(31.2, 121.5), 500, "");
    }

    @Test
    void locksItsDoors() {
        assertThat(answersTo(new VehicleDownlink.ControlVehicle(List.of(VehicleDownlink.Control.lockDoors()))))
                .singleElement()
                .isInstanceOfSatisfying(
                        VehicleUplink.ControlAnswer.class,
                        answer -> assertThat(answer.report().statusBits()).isEqualTo(1 << 12 | 3));
    }

    @Test
    void saysThatItDoesNotKnowWhereItIs() {
        heard.latest = null;
        Uplink failed = new Uplink.GeneralResponse(SERIAL, 0x8f00, 1);
        assertThat(answersTo(new Downlink.LocateNow())).containsExactly(failed);
        assertThat(answersTo(new VehicleDownlink.ControlVehicle(List.of()))).containsExactly(failed);
    }

    @Test
    void asksTheDriverWhoTakesTheFirstAnswer() {
        var question = new DriverDownlink.AskQuestion(
                0, "到了吗", List.of(new DriverDownlink.Choice(3, "是"), new DriverDownlink.Choice(4, "否")));
        assertThat(answersTo(question)).containsExactly(OK, new DriverUplink.QuestionAnswer(SERIAL, 3));
        assertThat(heard.shown).containsExactly("到了吗");
    }

    @Test
    void saysWhatItCannotDo() {
        assertThat(answersTo(new Downlink.Unmodelled(0x8f00, ""))).containsExactly(UNSUPPORTED);
        assertThat(answersTo(new VehicleDownlink.QueryRecorder(8, ""))).containsExactly(UNSUPPORTED);
        assertThat(answersTo(new TerminalDownlink.ControlTerminal(0x64, List.of())))
                .containsExactly(UNSUPPORTED);
        assertThat(answersTo(new MediaDownlink.Shoot(1, 1, 0, 0, 1, 1, 0, 0, 0, 0)))
                .containsExactly(new MediaUplink.ShootingAnswer(SERIAL, 2, List.of()));
    }
}

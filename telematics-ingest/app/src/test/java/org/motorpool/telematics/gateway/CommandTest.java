package org.motorpool.telematics.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.boot.OneProcess;
import org.motorpool.telematics.boot.TableEventLog;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.Parameter;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.contract.TelematicsCommand.LocateNow;
import org.motorpool.telematics.contract.TelematicsCommand.SendText;
import org.motorpool.telematics.contract.TelematicsCommand.SetReportInterval;
import org.motorpool.telematics.contract.TelematicsEvent.CommandAnswered;

/** The commands of the time before {@code instruct-terminal}. */
@QuarkusTest
@TestProfile(OneProcess.class)
class CommandTest {

    @Inject
    Fleet fleet;

    @Inject
    TableEventLog log;

    private final UUID command = UUID.randomUUID();

    @Test
    void showsATextInTheVehicleAndReportsTheAnswer() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal terminal =
                fleet.connect(vehicle, ProtocolVersion.V2019).login()) {
            fleet.handle(new SendText(command, vehicle.id(), "请到三号门接人"));
            assertThat(terminal.receive()).isEqualTo(new Downlink.SendText(15, 1, "请到三号门接人"));
            // the reply to 0x0100 had serial 0, that to 0x0102 serial 1
            terminal.send(new Uplink.GeneralResponse(2, 0x8300, 0));
            assertThat(awaitAnswer()).isEqualTo("0 []");
        }
    }

    @Test
    void asksForAPositionThatIsStoredAndAnswersTheCommand() {
        Fleet.Vehicle vehicle = fleet.bound();
        Instant reportedAt = Uplinks.now();
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            fleet.handle(new LocateNow(command, vehicle.id()));
            assertThat(terminal.receive()).isEqualTo(new Downlink.LocateNow());
            int serial = terminal.send(new Uplink.LocationAnswer(2, Uplinks.position(reportedAt)));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, 0x0201, 0));
            assertThat(awaitAnswer()).isEqualTo("0 []");
        }
        assertThat(fleet.positions(vehicle, reportedAt)).isEqualTo(1);
    }

    @Test
    void setsTheReportingInterval() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            fleet.handle(new SetReportInterval(command, vehicle.id(), 15));
            assertThat(terminal.receive())
                    .isEqualTo(new Downlink.SetParameters(List.of(new Parameter(0x0029, "0000000f"))));
            terminal.send(new Uplink.GeneralResponse(2, 0x8103, 3));
            assertThat(awaitAnswer()).startsWith("3 [终端答复：不支持");
        }
    }

    @Test
    void refusesAnIntervalAndATextOutOfBounds() {
        UUID vehicle = fleet.bound().id();
        fleet.handle(new SetReportInterval(command, vehicle, 0));
        assertThat(awaitAnswer()).startsWith("2 [interval_s 应为 1 到 3600 之间的整数");
        UUID second = UUID.randomUUID();
        fleet.handle(new SendText(second, vehicle, "长".repeat(513)));
        assertThat(awaitAnswer(second)).startsWith("2 [text 应为 1 到 1024 字节（GBK），收到 1026 字节");
    }

    private String awaitAnswer() {
        return awaitAnswer(command);
    }

    private String awaitAnswer(UUID commandId) {
        return await().until(() -> answers(commandId), answers -> !answers.isEmpty())
                .getFirst();
    }

    private List<String> answers(UUID commandId) {
        return log.durable().stream()
                .filter(CommandAnswered.class::isInstance)
                .map(CommandAnswered.class::cast)
                .filter(answer -> answer.commandId().equals(commandId))
                .map(answer -> answer.result() + " " + answer.details())
                .toList();
    }
}

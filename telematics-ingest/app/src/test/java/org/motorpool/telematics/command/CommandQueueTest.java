package org.motorpool.telematics.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.boot.OneProcess;
import org.motorpool.telematics.boot.TableEventLog;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.contract.Answer;
import org.motorpool.telematics.contract.CommandApi.CommandState;
import org.motorpool.telematics.contract.LocationInstruction.LocateNow;
import org.motorpool.telematics.contract.LocationInstruction.SetReportInterval;
import org.motorpool.telematics.contract.TelematicsCommand.InstructTerminal;
import org.motorpool.telematics.contract.TelematicsEvent.CommandAnswered;
import org.motorpool.telematics.contract.TextInstruction.SendText;
import org.motorpool.telematics.gateway.Fleet;
import org.motorpool.telematics.gateway.TestTerminal;
import org.motorpool.telematics.gateway.Uplinks;

/** Commands from the table to a terminal at a real socket. The reply to 0x0100 has serial 0, that to 0x0102 serial 1. */
@QuarkusTest
@TestProfile(OneProcess.class)
class CommandQueueTest {

    @Inject
    Fleet fleet;

    @Inject
    CommandQueue queue;

    @Inject
    CommandStates states;

    @Inject
    TableEventLog log;

    @Inject
    @DataSource("telemetry")
    AgroalDataSource database;

    @Test
    void deliversInOrderWhatWaitedForTheTerminal() {
        Fleet.Vehicle vehicle = fleet.bound();
        InstructTerminal first = Commands.text(vehicle.id(), "一");
        InstructTerminal second = Commands.text(vehicle.id(), "二");
        fleet.handle(first);
        fleet.handle(second);
        assertThat(state(first)).isEqualTo("QUEUED");
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            assertThat(terminal.receive()).isEqualTo(new Downlink.SendText(12, 0, "一"));
            assertThat(state(first)).isEqualTo("SENT");
            assertThat(state(second)).isEqualTo("QUEUED");
            terminal.send(new Uplink.GeneralResponse(2, 0x8300, 0));
            assertThat(terminal.receive()).isEqualTo(new Downlink.SendText(12, 0, "二"));
            terminal.send(new Uplink.GeneralResponse(3, 0x8300, 0));
            awaitState(second, "ACKNOWLEDGED");
        }
        assertThat(state(first)).isEqualTo("ACKNOWLEDGED");
        assertThat(awaitAnswer(first)).isEqualTo("0 []");
    }

    @Test
    void takesACommandOnceHoweverOftenItComes() {
        Fleet.Vehicle vehicle = fleet.bound();
        InstructTerminal command = Commands.text(vehicle.id(), "一次");
        fleet.handle(command);
        fleet.handle(command);
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            terminal.receive();
            terminal.send(new Uplink.GeneralResponse(2, 0x8300, 0));
            awaitState(command, "ACKNOWLEDGED");
            fleet.handle(command);
            fleet.handle(Commands.of(vehicle.id(), new LocateNow()));
            assertThat(terminal.receive()).isEqualTo(new Downlink.LocateNow());
        }
    }

    @Test
    void keepsWhatTheTerminalAnswered() {
        Fleet.Vehicle vehicle = fleet.bound();
        Instant reportedAt = Uplinks.now();
        InstructTerminal command = Commands.of(vehicle.id(), new LocateNow());
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            fleet.handle(command);
            terminal.receive();
            terminal.send(new Uplink.LocationAnswer(2, Uplinks.position(reportedAt)));
            awaitState(command, "ANSWERED");
        }
        assertThat(find(command).answer())
                .isEqualTo(new Answer.Position(reportedAt, 31.230416, 121.473701, 60.5, 90, true));
    }

    @Test
    void keepsAnAnswerThatComesAfterTheAcknowledgement() {
        Fleet.Vehicle vehicle = fleet.bound();
        InstructTerminal command = Commands.of(vehicle.id(), new LocateNow());
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            fleet.handle(command);
            terminal.receive();
            terminal.send(new Uplink.GeneralResponse(2, 0x8201, 0));
            awaitState(command, "ACKNOWLEDGED");
        }
        assertThat(answers(command)).isEmpty();
        try (TestTerminal again = fleet.connect(vehicle).login()) {
            again.send(new Uplink.LocationAnswer(2, Uplinks.position(Uplinks.now())));
            awaitState(command, "ANSWERED");
        }
        assertThat(awaitAnswer(command)).isEqualTo("0 []");
    }

    @Test
    void sendsAgainWithTheSameBytesAndThenFails() {
        Fleet.Vehicle vehicle = fleet.bound();
        InstructTerminal command = Commands.of(vehicle.id(), new SetReportInterval(15));
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            fleet.handle(command);
            Downlink once = terminal.receive();
            assertThat(terminal.receive()).isEqualTo(once);
            assertThat(terminal.receivedSerials()).endsWith(2, 2);
            awaitState(command, "FAILED");
        }
        assertThat(find(command).attempts()).isEqualTo(2);
        assertThat(awaitAnswer(command)).startsWith("1 [终端未在规定时间内应答");
    }

    @Test
    void failsWithTheResultOfTheTerminal() {
        Fleet.Vehicle vehicle = fleet.bound();
        InstructTerminal command = Commands.text(vehicle.id(), "不支持");
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            fleet.handle(command);
            terminal.receive();
            terminal.send(new Uplink.GeneralResponse(2, 0x8300, 3));
            awaitState(command, "FAILED");
        }
        assertThat(find(command).result()).isEqualTo(3);
        assertThat(awaitAnswer(command)).startsWith("3 [终端答复：不支持");
    }

    @Test
    void sendsAgainOnTheNextConnectionWhatTheLastOneLost() {
        Fleet.Vehicle vehicle = fleet.bound();
        InstructTerminal command = Commands.text(vehicle.id(), "再次");
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            fleet.handle(command);
            terminal.receive();
        }
        try (TestTerminal again = fleet.connect(vehicle).login()) {
            assertThat(again.receive()).isEqualTo(new Downlink.SendText(12, 0, "再次"));
            again.send(new Uplink.GeneralResponse(2, 0x8300, 0));
            awaitState(command, "ACKNOWLEDGED");
        }
        assertThat(find(command).attempts()).isEqualTo(2);
    }

    @Test
    void deliversAfterARestartWhatWasOnItsWayBefore() throws SQLException {
        Fleet.Vehicle vehicle = fleet.bound();
        InstructTerminal command = Commands.text(vehicle.id(), "重启");
        fleet.handle(command);
        update("update terminal_command set state = 'SENT', attempts = 1 where command_id = ?", command);
        queue.recover();
        assertThat(state(command)).isEqualTo("QUEUED");
        assertThat(queue.waitsFor(vehicle.id())).isTrue();
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            assertThat(terminal.receive()).isEqualTo(new Downlink.SendText(12, 0, "重启"));
        }
    }

    @Test
    void failsAfterARestartWhatMustNotBeSentTwice() throws SQLException {
        Fleet.Vehicle vehicle = fleet.bound();
        InstructTerminal command = Commands.text(vehicle.id(), "一次");
        fleet.handle(command);
        update("update terminal_command set state = 'SENT', repeatable = false where command_id = ?", command);
        queue.recover();
        assertThat(state(command)).isEqualTo("FAILED");
        assertThat(awaitAnswer(command)).startsWith("1 [终端连接在应答前断开");
    }

    @Test
    void expiresWhatWaitsTooLong() {
        Fleet.Vehicle vehicle = fleet.bound();
        UUID id = UUID.randomUUID();
        Instant soon = Instant.now().plusMillis(300);
        InstructTerminal command = new InstructTerminal(id, vehicle.id(), soon, new SendText("过期", null, null));
        fleet.handle(command);
        assertThat(state(command)).isEqualTo("QUEUED");
        awaitState(command, "EXPIRED");
        assertThat(awaitAnswer(command)).startsWith("1 [指令已过有效期");
    }

    @Test
    void doesNotQueueWhatExpiredOnTheWay() {
        Fleet.Vehicle vehicle = fleet.bound();
        InstructTerminal command = new InstructTerminal(
                UUID.randomUUID(), vehicle.id(), Instant.now().minusSeconds(1), new SendText("过期", null, null));
        fleet.handle(command);
        assertThat(state(command)).isEqualTo("EXPIRED");
    }

    @Test
    void failsWhatIsMoreThanMayWaitForOneTerminal() {
        Fleet.Vehicle vehicle = fleet.bound();
        for (int i = 0; i < OneProcess.QUEUE_MAX; i++) {
            fleet.handle(Commands.text(vehicle.id(), "第" + i));
        }
        InstructTerminal oneMore = Commands.text(vehicle.id(), "多余");
        fleet.handle(oneMore);
        assertThat(state(oneMore)).isEqualTo("FAILED");
        assertThat(awaitAnswer(oneMore)).startsWith("1 [待下发指令过多");
    }

    private void update(String sql, InstructTerminal command) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, command.commandId());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private void awaitState(InstructTerminal command, String state) {
        await().untilAsserted(() -> assertThat(state(command)).isEqualTo(state));
    }

    private String state(InstructTerminal command) {
        return find(command).state();
    }

    private CommandState find(InstructTerminal command) {
        try {
            return states.find(command.vehicleId(), command.commandId()).orElseThrow();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private String awaitAnswer(InstructTerminal command) {
        return await().until(() -> answers(command), all -> !all.isEmpty()).getFirst();
    }

    private List<String> answers(InstructTerminal command) {
        return log.durable().stream()
                .filter(CommandAnswered.class::isInstance)
                .map(CommandAnswered.class::cast)
                .filter(answer -> answer.commandId().equals(command.commandId()))
                .map(answer -> answer.result() + " " + answer.details())
                .toList();
    }
}

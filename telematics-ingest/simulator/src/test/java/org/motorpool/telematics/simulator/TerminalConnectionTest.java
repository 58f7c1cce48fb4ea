package org.motorpool.telematics.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.LocationItem;
import org.motorpool.telematics.codec.Parameter;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.Uplink;

class TerminalConnectionTest {
    private final EventLoopGroup loops = new NioEventLoopGroup(1);
    private final TestGateway gateway = new TestGateway();
    private final Progress progress =
            new Progress(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

    TerminalConnectionTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        gateway.close();
    }

    private TerminalConnection connect(ProtocolVersion version, Duration ackPatience) {
        TerminalIdentity identity = new TerminalIdentity("13912345678", "T0000001", version, "310101", "沪A·12345", 1);
        TerminalSession session = new TerminalSession(identity, new PositionQueue(100, 4, ackPatience), progress);
        TerminalConnection connection = new TerminalConnection(
                loops.next(),
                gateway.address(),
                identity.address(),
                new TerminalConnection.Terminal(session, progress));
        connection.start(Duration.ZERO);
        return connection;
    }

    private static Uplink.LocationReport report(int heading_deg) {
        return new Uplink.LocationReport(
                0,
                3,
                31.210048,
                121.543296,
                10,
                36.5,
                heading_deg,
                Instant.parse("2026-11-23T02:00:00Z"),
                List.of(new LocationItem.Mileage(12_345_600), new LocationItem.Satellites(14)),
                "");
    }

    /** Registers and authenticates the terminal. */
    private void letIn() throws InterruptedException, IOException {
        TestGateway.Received register = gateway.next(Uplink.Register.class);
        gateway.reply(register, new Downlink.RegisterReply(register.header().serial(), 0, "CODE"));
        gateway.acknowledge(gateway.next(Uplink.Authenticate.class));
    }

    @Test
    void registersAuthenticatesAndReportsInThe2013Form() throws InterruptedException, IOException {
        TerminalConnection terminal = connect(ProtocolVersion.V2013, Duration.ofSeconds(30));
        TestGateway.Received register = gateway.next();
        assertThat(register.header().version()).isEqualTo(ProtocolVersion.V2013);
        assertThat(register.header().phone()).isEqualTo("13912345678");
        assertThat(register.message())
                .isEqualTo(new Uplink.Register(31, 101, "MPOOL", "MP-SIM-1", "0000001", 1, "沪A·12345"));

        gateway.reply(register, new Downlink.RegisterReply(register.header().serial(), 0, "CODE"));
        TestGateway.Received authenticate = gateway.next();
        assertThat(authenticate.message()).isEqualTo(new Uplink.Authenticate("CODE", "", ""));

        terminal.report(report(90));
        gateway.acknowledge(authenticate);
        assertThat(gateway.next().message()).isEqualTo(report(90));
    }

    @Test
    void speaksThe2019Form() throws InterruptedException, IOException {
        connect(ProtocolVersion.V2019, Duration.ofSeconds(30));
        TestGateway.Received register = gateway.next();
        assertThat(register.header().version()).isEqualTo(ProtocolVersion.V2019);
        gateway.reply(register, new Downlink.RegisterReply(register.header().serial(), 0, "CODE"));
        assertThat(gateway.next().message()).isEqualTo(new Uplink.Authenticate("CODE", "000013912345678", "1.0"));
    }

    @Test
    void sendsAPositionAgainThatIsNotAcknowledged() throws InterruptedException, IOException {
        TerminalConnection terminal = connect(ProtocolVersion.V2013, Duration.ofSeconds(1));
        letIn();
        terminal.report(report(90));
        TestGateway.Received first = gateway.next(Uplink.LocationReport.class);
        TestGateway.Received second = gateway.next(Uplink.LocationReport.class);
        assertThat(second.message()).isEqualTo(first.message());
        assertThat(second.connection()).isEqualTo(1);
    }

    @Test
    void connectsAgainAuthenticatesWithItsCodeAndSendsWhatWasNotAcknowledged()
            throws InterruptedException, IOException {
        TerminalConnection terminal = connect(ProtocolVersion.V2013, Duration.ofSeconds(30));
        letIn();
        terminal.report(report(1));
        terminal.report(report(2));
        gateway.acknowledge(gateway.next(Uplink.LocationReport.class));
        gateway.hangUp(gateway.next(Uplink.LocationReport.class));

        TestGateway.Received authenticate = gateway.next();
        assertThat(authenticate.connection()).isEqualTo(2);
        assertThat(authenticate.message()).isEqualTo(new Uplink.Authenticate("CODE", "", ""));
        gateway.acknowledge(authenticate);
        TestGateway.Received again = gateway.next();
        assertThat(again.connection()).isEqualTo(2);
        assertThat(again.message()).isEqualTo(report(2));
    }

    @Test
    void registersAnewWhenItsCodeIsRefused() throws InterruptedException, IOException {
        connect(ProtocolVersion.V2013, Duration.ofSeconds(30));
        TestGateway.Received register = gateway.next();
        gateway.reply(register, new Downlink.RegisterReply(register.header().serial(), 0, "OLD"));
        TestGateway.Received authenticate = gateway.next(Uplink.Authenticate.class);
        gateway.reply(
                authenticate, new Downlink.GeneralReply(authenticate.header().serial(), 0x0102, 1));
        TestGateway.Received next = gateway.next();
        assertThat(next.connection()).isEqualTo(2);
        assertThat(next.message()).isInstanceOf(Uplink.Register.class);
    }

    @Test
    void answersThePlatform() throws InterruptedException, IOException {
        TerminalConnection terminal = connect(ProtocolVersion.V2013, Duration.ofSeconds(30));
        letIn();
        terminal.report(report(90));
        TestGateway.Received report = gateway.next(Uplink.LocationReport.class);
        gateway.acknowledge(report);

        gateway.reply(report, new Downlink.LocateNow());
        assertThat(gateway.next().message()).isEqualTo(new Uplink.LocationAnswer(0, report(90)));
        gateway.reply(report, new Downlink.SendText(8, 0, "你好"));
        assertThat(gateway.next().message()).isEqualTo(new Uplink.GeneralResponse(0, 0x8300, 0));
        gateway.reply(report, new Downlink.SetParameters(List.of(Parameter.dword(0x0029, 7))));
        assertThat(gateway.next().message()).isEqualTo(new Uplink.GeneralResponse(0, 0x8103, 0));
        assertThat(terminal.interval_s()).isEqualTo(7);
        gateway.reply(report, new Downlink.Unmodelled(0x8f01, "04"));
        assertThat(gateway.next().message()).isEqualTo(new Uplink.GeneralResponse(0, 0x8f01, 3));
    }
}

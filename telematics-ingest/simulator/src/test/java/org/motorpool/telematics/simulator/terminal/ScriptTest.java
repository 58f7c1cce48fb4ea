package org.motorpool.telematics.simulator.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.simulator.TerminalIdentity;
import org.motorpool.telematics.simulator.TestGateway;

class ScriptTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final TestGateway gateway = new TestGateway();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Outcome outcome = new Outcome(new PrintStream(err, true, StandardCharsets.UTF_8));
    private final List<Duration> pauses = new ArrayList<>();
    private final PipedWriter typed = new PipedWriter();
    private final CompletableFuture<Integer> done = start();

    ScriptTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        gateway.close();
        typed.close();
    }

    private CompletableFuture<Integer> start() throws IOException {
        TerminalIdentity identity =
                new TerminalIdentity("13912345678", "2345678", ProtocolVersion.V2013, "310101", "沪A·12345", 1);
        TerminalOptions options = new TerminalOptions(gateway.address(), identity, Transport.TCP, Duration.ZERO);
        Transcript transcript = new Transcript(new PrintStream(out, true, StandardCharsets.UTF_8), () -> NOW);
        DrivenTerminal terminal = new DrivenTerminal(options, transcript, outcome, InstantSource.fixed(NOW));
        BufferedReader lines = new BufferedReader(new PipedReader(typed));
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                new Script(terminal, outcome, pauses::add).run(lines);
                exit.complete(outcome.exitCode());
            } catch (IOException | InterruptedException | RuntimeException e) {
                exit.completeExceptionally(e);
            }
        });
        return exit;
    }

    private void type(String... lines) throws IOException {
        for (String line : lines) {
            typed.write(line + "\n");
        }
        typed.flush();
    }

    private int exitCode() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        typed.close();
        return done.get(30, TimeUnit.SECONDS);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void registersAuthenticatesAndReports() throws Exception {
        type("register", "auth", "wait 8001", "position 31.2372 121.4864 36.5 90", "wait 8001 20");
        TestGateway.Received register = gateway.next();
        assertThat(register.message())
                .isEqualTo(new Uplink.Register(31, 101, "MPOOL", "MP-SIM-1", "2345678", 1, "沪A·12345"));
        gateway.reply(register, new Downlink.RegisterReply(register.header().serial(), 0, "CODE"));
        TestGateway.Received authenticate = gateway.next();
        assertThat(authenticate.message()).isEqualTo(new Uplink.Authenticate("CODE", "", ""));
        gateway.acknowledge(authenticate);
        TestGateway.Received position = gateway.next();
        gateway.acknowledge(position);
        Uplink.LocationReport report = (Uplink.LocationReport) position.message();
        assertThat(report.latitude()).isEqualTo(31.2372);
        assertThat(report.longitude()).isEqualTo(121.4864);
        assertThat(report.speed_kmh()).isEqualTo(36.5);
        assertThat(report.heading_deg()).isEqualTo(90);
        assertThat(report.reportedAt()).isEqualTo(NOW);
        assertThat(exitCode()).isZero();
    }

    @Test
    void printsEachFrameOfBothDirectionsAsOneLine() throws Exception {
        type("heartbeat", "wait 8001");
        gateway.acknowledge(gateway.next());
        assertThat(exitCode()).isZero();
        assertThat(printed().lines())
                .containsExactly(
                        "{\"at\":\"2026-11-23T02:00:00Z\",\"direction\":\"up\",\"messageId\":\"0x0002\",\"version\":2013,"
                                + "\"phone\":\"13912345678\",\"serial\":0,\"flags\":[],\"body\":{\"extraHex\":\"\"}}",
                        "{\"at\":\"2026-11-23T02:00:00Z\",\"direction\":\"down\",\"messageId\":\"0x8001\",\"version\":2013,"
                                + "\"phone\":\"13912345678\",\"serial\":0,\"flags\":[],"
                                + "\"body\":{\"answeredSerial\":0,\"answeredId\":\"0x0002\",\"result\":0}}");
    }

    @Test
    void failsWhenAFrameIsRefused() throws Exception {
        type("position 31 121");
        TestGateway.Received position = gateway.next();
        gateway.reply(position, new Downlink.GeneralReply(position.header().serial(), 0x0200, 1));
        assertThat(exitCode()).isEqualTo(1);
        assertThat(said()).contains("✗ 0x0200 被拒绝 / was refused: result 1");
    }

    @Test
    void failsWhenTheRegistrationIsRefused() throws Exception {
        type("register", "auth");
        TestGateway.Received register = gateway.next();
        gateway.reply(register, new Downlink.RegisterReply(register.header().serial(), 4, ""));
        assertThat(exitCode()).isEqualTo(1);
        assertThat(said()).contains("the registration was refused: result 4", "no code: register first");
    }

    @Test
    void failsWhenAWaitIsOver() throws Exception {
        type("heartbeat", "wait 8201 1");
        gateway.acknowledge(gateway.next());
        assertThat(exitCode()).isEqualTo(1);
        assertThat(said()).contains("✗ 没有等到 / did not come: 0x8201");
    }

    @Test
    void failsWhenTheGatewayHangsUpInsteadOfAnswering() throws Exception {
        type("heartbeat", "wait 8001 20");
        gateway.hangUp(gateway.next());
        assertThat(exitCode()).isEqualTo(1);
        assertThat(said()).contains("✗ 未应答 / not answered: 0x0002, serial 0", "did not come: 0x8001");
    }

    @Test
    void goesOnAfterALineThatIsWrong() throws Exception {
        type("fly", "position 99 1", "heartbeat");
        gateway.acknowledge(gateway.next(Uplink.Heartbeat.class));
        assertThat(exitCode()).isEqualTo(1);
        assertThat(said()).contains("✗ 第 1 行 / line 1: 未知命令 fly", "✗ 第 2 行 / line 2: LAT (99)");
    }

    @Test
    void waitsOnlyForWhatCameAfterTheLastWait() throws Exception {
        type("heartbeat", "wait 8001", "wait 8001 1");
        gateway.acknowledge(gateway.next());
        assertThat(exitCode()).isEqualTo(1);
        assertThat(said()).containsOnlyOnce("did not come: 0x8001");
    }

    @Test
    void connectsAgainAfterADisconnect() throws Exception {
        type("heartbeat", "wait 8001");
        gateway.acknowledge(gateway.next());
        type("disconnect", "heartbeat", "wait 8001");
        TestGateway.Received again = gateway.next();
        assertThat(again.connection()).isEqualTo(2);
        gateway.acknowledge(again);
        assertThat(exitCode()).isZero();
    }

    @Test
    void drivesAlongALineAndStops() throws Exception {
        type("drive 31.2 121.4 31.2 121.41 12");
        List<Uplink.LocationReport> reports = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TestGateway.Received position = gateway.next();
            reports.add((Uplink.LocationReport) position.message());
            gateway.acknowledge(position);
        }
        assertThat(exitCode()).isZero();
        assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(2));
        // 953 m in 12 s
        assertThat(reports.getFirst().speed_kmh()).isCloseTo(286, within(1.0));
        assertThat(reports.get(1).longitude()).isCloseTo(121.404167, within(1e-5));
        assertThat(reports.getLast().longitude()).isEqualTo(121.41);
        assertThat(reports.getLast().speed_kmh()).isZero();
        assertThat(reports).extracting(Uplink.LocationReport::reportedAt).doesNotHaveDuplicates();
    }

    @Test
    void keepsAnAlarmUntilItIsPutOff() throws Exception {
        type("alarm 1", "position 31 121", "alarm 1 off");
        List<Long> alarms = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            TestGateway.Received position = gateway.next();
            alarms.add(((Uplink.LocationReport) position.message()).alarmBits());
            gateway.acknowledge(position);
        }
        assertThat(exitCode()).isZero();
        assertThat(alarms).containsExactly(2L, 2L, 0L);
    }

    @Test
    void sendsABatchOfThePast() throws Exception {
        type("batch 40");
        TestGateway.Received received = gateway.next();
        gateway.acknowledge(received);
        Uplink.LocationBatch batch = (Uplink.LocationBatch) received.message();
        assertThat(batch.kind()).isEqualTo(1);
        assertThat(batch.reports()).hasSize(40).allMatch(report -> NOW.isAfter(report.reportedAt()));
        assertThat(received.header().split()).isTrue();
        assertThat(exitCode()).isZero();
    }

    @Test
    void sendsThePartsThatThePlatformMisses() throws Exception {
        type("batch 40");
        TestGateway.Received batch = gateway.next();
        gateway.reply(batch, new Downlink.ResendRequest(batch.header().firstSerial(), List.of(1, 2)));
        TestGateway.Received again = gateway.next();
        assertThat(again.message()).isEqualTo(batch.message());
        gateway.acknowledge(again);
        assertThat(exitCode()).isZero();
    }

    @Test
    void answersThePlatform() throws Exception {
        type("position 31.2372 121.4864", "wait 8001", "wait 8300 20");
        TestGateway.Received position = gateway.next();
        gateway.acknowledge(position);
        gateway.reply(position, new Downlink.LocateNow());
        TestGateway.Received answer = gateway.next();
        gateway.acknowledge(answer);
        assertThat(answer.message())
                .isEqualTo(new Uplink.LocationAnswer(0, (Uplink.LocationReport) position.message()));
        gateway.reply(position, new Downlink.SendText(8, 0, "你好"));
        assertThat(gateway.next().message()).isEqualTo(new Uplink.GeneralResponse(0, 0x8300, 0));
        assertThat(exitCode()).isZero();
        assertThat(said()).contains("· 文本 / text: 你好");
    }

    @Test
    void sendsAnyMessageAndAnyBytes() throws Exception {
        type("send 0900 f0aabb", "raw 7e 0102 7e");
        TestGateway.Received passed = gateway.next();
        assertThat(passed.header().messageId()).isEqualTo(0x0900);
        gateway.acknowledge(passed);
        assertThat(exitCode()).isZero();
        assertThat(printed()).contains("\"direction\":\"up\",\"malformed\":\"2 bytes are too short for a frame\"");
    }
}

package org.motorpool.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher refuses clearly, stops only what it started, and says so. */
class LauncherTest {

    private static final Path ROOT = Path.of(System.getProperty("motorpool.root", "../.."))
            .toAbsolutePath()
            .normalize();

    private final Path state;

    LauncherTest(@TempDir Path state) {
        this.state = state;
    }

    private record Outcome(int exitCode, String text) {}

    @Test
    void explainsItselfOnAnUnknownCommand() throws Exception {
        Outcome outcome = motorpool(Map.of(), "fly");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.text()).contains("unknown command: fly", "usage: ./motorpool <command>", "demo", "test");
    }

    @Test
    void refusesAnUnknownOption() throws Exception {
        Outcome outcome = motorpool(Map.of(), "up", "--fast");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.text()).contains("unknown option --fast");
    }

    @Test
    void refusesABenchmarkThatDoesNotExist() throws Exception {
        Outcome outcome = motorpool(Map.of(), "bench", "lightspeed");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.text()).contains("no benchmark 'lightspeed'", "there are:");
    }

    @Test
    void hasNothingToStopWhereNothingRuns() throws Exception {
        assertThat(motorpool(Map.of(), "status").exitCode()).isEqualTo(3);
        assertThat(motorpool(Map.of(), "down").exitCode()).isZero();
        assertThat(motorpool(Map.of(), "down").text()).contains("nothing is running");
    }

    @Test
    void namesThePackageWhenPostgisIsMissing() throws Exception {
        Path bin = Files.createDirectories(state.resolve("bin"));
        program(bin.resolve("initdb"), "echo 'initdb (PostgreSQL) 17.2'");
        program(bin.resolve("pg_ctl"), "exit 3");
        program(bin.resolve("pg_config"), "echo " + state);

        Outcome outcome = motorpool(Map.of("MOTORPOOL_PG_BIN", bin.toString(), "MOTORPOOL_NO_INSTALL", "1"), "up");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.text()).contains("PostgreSQL 17", "PostGIS", "apt-get install", "postgresql-17-postgis-3");
        assertThat(motorpool(Map.of(), "status").exitCode()).isEqualTo(3);
    }

    @Test
    void namesTheVariableWhenAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            Outcome outcome = motorpool(Map.of("MOTORPOOL_HTTP_PORT", port, "MOTORPOOL_SKIP_BUILD", "1"), "up");

            assertThat(outcome.exitCode()).isEqualTo(4);
            assertThat(outcome.text()).contains("port " + port + " is in use", "MOTORPOOL_HTTP_PORT=");
        }
    }

    @Test
    void stopsAProcessThatItStarted() throws Exception {
        parts("prepare_state; spawn simulator \"$LOGS\"/simulator.log sleep 300");
        ProcessHandle started = ProcessHandle.of(recordedPid("simulator")).orElseThrow();

        assertThat(motorpool(Map.of(), "down").text()).contains("stopping simulator (" + started.pid() + ")");

        assertThat(started.onExit()).succeedsWithin(Duration.ofSeconds(30));
    }

    /** The folder of this test is closed to other users, as root's home is; PostgreSQL runs as another user then. */
    @Test
    void makesADatabaseOfItsOwnAlsoInAFolderClosedToPostgres() throws Exception {
        String make = "start_postgres fast; create_database cars; ";

        Outcome outcome = parts("trap drop_cluster EXIT; prepare_state; require_tools check_postgres; " + make + make
                + "sql cars -c 'select extname from pg_extension order by 1' -c 'show listen_addresses';"
                + "cluster; drop_cluster; postgres_running || echo gone");

        assertThat(outcome.text())
                .contains("btree_gist\n", "postgis\n", "127.0.0.1\n")
                .endsWith("gone\n");
        assertThat(outcome.exitCode()).isZero();
        assertThat(state.resolve("postgres.location")).doesNotExist();
        assertThat(state.resolve("secrets/owner"))
                .satisfies(secret -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                        .isEqualTo("rw-------"));
    }

    @Test
    void sparesAnotherProcessThatGotTheNumberOfItsOwn() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "300").start();
        try {
            Path run = Files.createDirectories(state.resolve("run"));
            Files.writeString(run.resolve("simulator.pid"), stranger.pid() + " 1 an-earlier-boot\n");

            assertThat(motorpool(Map.of(), "down").exitCode()).isZero();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    /** Runs functions of the launcher by themselves. */
    private Outcome parts(String script) throws Exception {
        String source = "REPO=$1; use() { source \"$REPO/dispatch/standalone/src/main/launcher/$1.sh\"; };"
                + " use say; use state; use tools; use postgres; use_state \"$2\"; ";
        return run(
                List.of("bash", "-euo", "pipefail", "-c", source + script, "parts", ROOT.toString(), state.toString()),
                Map.of());
    }

    private long recordedPid(String name) throws IOException {
        String recorded = Files.readString(state.resolve("run").resolve(name + ".pid"));
        return Long.parseLong(recorded.substring(0, recorded.indexOf(' ')));
    }

    private static void program(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Outcome motorpool(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("motorpool").toString()));
        command.addAll(List.of(arguments));
        return run(command, environment);
    }

    private Outcome run(List<String> command, Map<String, String> environment) throws Exception {
        Path output = Files.createTempFile(state, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("MOTORPOOL_STATE", state.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("%s did not end: %s".formatted(command, Files.readString(output)));
        }
        return new Outcome(process.exitValue(), Files.readString(output));
    }
}

package org.motorpool.telematics.bench.gateway;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The gateway, in a process of its own that can be killed and started again. */
final class GatewayProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PROBE_TIMEOUT_ms = 1000;
    private static final int PROBE_PAUSE_ms = 50;

    private final List<String> command;
    private final InetSocketAddress address;
    private final File log;
    private final Footprint footprint = new Footprint();
    private @Nullable Process process;

    GatewayProcess(List<String> command, InetSocketAddress address, Path log) {
        this.command = List.copyOf(command);
        this.address = address;
        this.log = log.toFile();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** Starts it and waits until terminals can connect; answers how long that took. */
    Duration start() throws IOException, InterruptedException {
        long begun_ns = System.nanoTime();
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        process = started;
        while (!listening()) {
            if (!started.isAlive() || System.nanoTime() - begun_ns > PATIENCE.toNanos()) {
                throw new IllegalStateException("""
                        网关没有启动。日志:%1$s
                        The gateway did not start. Log: %1$s""".formatted(log));
            }
            Thread.sleep(PROBE_PAUSE_ms);
        }
        return Duration.ofNanos(System.nanoTime() - begun_ns);
    }

    private boolean listening() {
        try (Socket probe = new Socket()) {
            probe.connect(address, PROBE_TIMEOUT_ms);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    long pid() {
        return running().pid();
    }

    private Process running() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            throw new IllegalStateException("the gateway does not run; its log is %s".formatted(log));
        }
        return running;
    }

    /** Memory of this and of all earlier processes. */
    Footprint footprint() throws IOException {
        footprint.measure(pid());
        return footprint;
    }

    /** SIGTERM. */
    void stop() throws InterruptedException {
        Process running = running();
        running.destroy();
        if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the gateway does not end");
        }
    }

    /** SIGKILL: it ends between two instructions. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        kill();
    }
}

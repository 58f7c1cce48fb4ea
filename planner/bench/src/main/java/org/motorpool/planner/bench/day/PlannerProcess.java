package org.motorpool.planner.bench.day;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The planner in a process of its own, as it is deployed. */
final class PlannerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PROBE_MS = 200;

    private final Process process;

    private PlannerProcess(Process process) {
        this.process = process;
    }

    /** Starts it and waits until it listens. */
    static PlannerProcess start(List<String> command, InetSocketAddress address, Path log)
            throws IOException, InterruptedException {
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        long begun_ns = System.nanoTime();
        while (!listens(address)) {
            if (!started.isAlive() || System.nanoTime() - begun_ns > PATIENCE.toNanos()) {
                started.destroyForcibly();
                throw new IllegalStateException("""
                        规划服务没有启动。日志:%1$s
                        The planner did not start. Log: %1$s""".formatted(log));
            }
            Thread.sleep(PROBE_MS);
        }
        return new PlannerProcess(started);
    }

    private static boolean listens(InetSocketAddress address) {
        try (Socket probe = new Socket()) {
            probe.connect(address, PROBE_MS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

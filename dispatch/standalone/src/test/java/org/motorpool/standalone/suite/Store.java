package org.motorpool.standalone.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Where a position becomes durable before it is acknowledged: PostgreSQL in standalone, Kafka in distributed. */
final class Store {

    private Store() {}

    /** Ends its process at once, without giving it time for anything. */
    static void kill() throws IOException, InterruptedException {
        if (Assembly.isStandalone()) {
            kill("QUIT", postmaster());
        } else {
            kill("KILL", Long.parseLong(firstWord(Assembly.state().resolve("run/kafka.pid"))));
        }
    }

    private static void kill(String signal, long pid) throws IOException, InterruptedException {
        ProcessHandle process = ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalStateException("the store (%d) does not run".formatted(pid)));
        int sent = Assembly.start(new ProcessBuilder("kill", "-" + signal, Long.toString(pid)))
                .waitFor();
        if (sent != 0 || !ended(process)) {
            throw new IllegalStateException("the store (%d) did not end".formatted(pid));
        }
    }

    private static boolean ended(ProcessHandle process) {
        return process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join() != null && !process.isAlive();
    }

    private static long postmaster() throws IOException {
        Path cluster = Path.of(firstWord(Assembly.state().resolve("postgres.location")));
        return Long.parseLong(firstWord(cluster.resolve("data/postmaster.pid")));
    }

    private static String firstWord(Path file) throws IOException {
        return Files.readString(file).strip().split("\\s+", 2)[0];
    }
}

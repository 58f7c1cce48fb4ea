package org.motorpool.standalone.suite;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts one assembly with the launcher, once for all suites of a run, with demo data and its own state, ports and
 * database; ends it after the last suite. {@code -Dmotorpool.assembly} says which.
 */
public final class Assembly implements BeforeAllCallback {

    private static final String NAME = System.getProperty("motorpool.assembly", "standalone");
    private static final Path ROOT = Path.of(System.getProperty("motorpool.root", "../.."));
    private static final Path STATE = Path.of(System.getProperty("motorpool.state", "target"))
            .resolve("suite-" + NAME)
            .toAbsolutePath();
    private static final Map<String, Integer> PORTS = new HashMap<>();

    private static @Nullable Exception failure;
    private static boolean tried;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (!tried) {
            tried = true;
            context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(Assembly.class, (AutoCloseable)
                    Assembly::stop);
            start();
        }
        if (failure != null) {
            throw failure;
        }
    }

    static boolean isStandalone() {
        return NAME.equals("standalone");
    }

    static Path root() {
        return ROOT.toAbsolutePath().normalize();
    }

    /** State of this assembly: keys, secrets, logs. */
    static Path state() {
        return STATE;
    }

    static String url() {
        return "http://127.0.0.1:" + PORTS.get("MOTORPOOL_HTTP_PORT");
    }

    static String mobileUrl() {
        return isStandalone() ? url() : "http://127.0.0.1:" + PORTS.get("MOTORPOOL_MOBILE_PORT");
    }

    static String telematicsUrl() {
        return isStandalone() ? url() : "http://127.0.0.1:" + PORTS.get("MOTORPOOL_TELEMATICS_PORT");
    }

    static int gatewayPort() {
        return PORTS.get("MOTORPOOL_JT808_PORT");
    }

    private static void start() throws Exception {
        for (String port : List.of(
                "MOTORPOOL_HTTP_PORT",
                "MOTORPOOL_MOBILE_PORT",
                "MOTORPOOL_PLANNER_PORT",
                "MOTORPOOL_TELEMATICS_PORT",
                "MOTORPOOL_JT808_PORT",
                "MOTORPOOL_KAFKA_PORT")) {
            PORTS.put(port, freePort());
        }
        try {
            up();
        } catch (IOException | InterruptedException | IllegalStateException notUp) {
            failure = notUp;
        }
    }

    /** Starts what does not run, also a store that died. */
    static void up() throws IOException, InterruptedException {
        launcher(isStandalone() ? List.of("up", "--demo") : List.of("up", "--distributed", "--demo"));
    }

    private static void stop() throws Exception {
        launcher(List.of("down"));
    }

    private static void launcher(List<String> arguments) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(root().resolve("motorpool").toString());
        process.command().addAll(arguments);
        process.environment().put("MOTORPOOL_STATE", STATE.toString());
        process.environment().put("MOTORPOOL_SKIP_BUILD", "1");
        process.environment().put("MOTORPOOL_SIMULATOR", "off");
        PORTS.forEach((name, port) -> process.environment().put(name, port.toString()));
        process.directory(root().toFile());
        Process running = start(process);
        if (!running.waitFor(5, TimeUnit.MINUTES)) {
            running.destroy();
            throw new IllegalStateException("./motorpool %s did not end in 5 minutes".formatted(arguments));
        }
        if (running.exitValue() != 0) {
            throw new IllegalStateException(
                    "./motorpool %s ended with %d; logs are in %s".formatted(arguments, running.exitValue(), STATE));
        }
    }

    /** Starts a process whose words are seen here; its input is its own, as ours carries the runner's commands. */
    static Process start(ProcessBuilder process) throws IOException {
        return process.redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .start();
    }

    /** Below those that the system gives to outgoing connections: one of these may be taken before the server is up. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException _) {
                // taken; another
            }
        }
    }
}

package org.motorpool.standalone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console in a real browser, with virtual terminals and people at work. Last, because they change everything. */
@ExtendWith(Assembly.class)
@Order(Integer.MAX_VALUE)
class ConsoleIT {

    @Test
    void showsVehiclesMovingAndRequestsBeingAssigned() throws Exception {
        Process simulator = simulator();
        try {
            Process browser = run(Assembly.root().resolve("dispatch/console"), "npm", "run", "--silent", "e2e");
            assertThat(browser.waitFor(8, TimeUnit.MINUTES)).isTrue();
            assertThat(browser.exitValue()).isZero();
        } finally {
            simulator.destroy();
            simulator.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static Process simulator() throws IOException {
        Path target = Assembly.root().resolve("telematics-ingest/simulator/target");
        return run(
                Assembly.root(),
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                target.resolve("telematics-simulator.jar") + ":" + target.resolve("lib") + "/*",
                "org.motorpool.telematics.simulator.Simulator",
                "--url",
                Assembly.url(),
                "--mobile-url",
                Assembly.mobileUrl(),
                "--gateway",
                "127.0.0.1:" + Assembly.gatewayPort());
    }

    private static Process run(Path folder, String... command) throws IOException {
        ProcessBuilder process =
                new ProcessBuilder(List.of(command)).directory(folder.toFile()).inheritIO();
        process.environment().put("MOTORPOOL_URL", Assembly.url());
        process.environment()
                .put("SCREENSHOT", Assembly.state().resolve("console.png").toString());
        return process.start();
    }
}

package org.motorpool.standalone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console in a real browser, with virtual terminals and people at work. Last, because they change everything. */
@ExtendWith(Assembly.class)
@Order(Integer.MAX_VALUE)
class ConsoleIT {

    private static final Duration BROWSER = Duration.ofMinutes(8);

    /** The first rides depart two minutes after they are asked for and take some minutes more. */
    private static final Duration RIDE = Duration.ofMinutes(10);

    @Test
    void showsVehiclesMovingAndRequestsBeingAssigned() throws Exception {
        Process simulator = simulator();
        try {
            browse();
            if (Assembly.isStandalone()) {
                awaitClosedByThemselves();
            }
        } finally {
            end(simulator);
        }
    }

    /** The picture of the README is the one this leaves. */
    private static void browse() throws Exception {
        Process browser = run(Assembly.root().resolve("dispatch/console"), "npm", "run", "--silent", "e2e");
        try {
            assertThat(browser.waitFor(BROWSER.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(browser.exitValue()).isZero();
        } finally {
            end(browser);
        }
    }

    /** Nobody but virtual people and drivers: a request of each kind ends as it should. */
    private static void awaitClosedByThemselves() {
        Api supervisor = Api.as("supervisor");
        await().atMost(RIDE).pollInterval(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                        supervisor.all("requests?status=CLOSED"))
                .extracting(request -> request.get("sharing"))
                .contains("OWN_UNIT", "CROSS_DEPARTMENT", "CROSS_REGION"));
    }

    private static void end(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
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
        ProcessBuilder process = new ProcessBuilder(List.of(command)).directory(folder.toFile());
        process.environment().put("MOTORPOOL_URL", Assembly.url());
        process.environment()
                .put("SCREENSHOT", Assembly.state().resolve("console.png").toString());
        return Assembly.start(process);
    }
}

package org.motorpool.telematics.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.boot.OneProcess;
import org.motorpool.telematics.boot.TableEventLog;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.contract.TelematicsEvent.TerminalDisconnected;

/** A terminal that sends and sends and never reads what it is answered. */
@QuarkusTest
@TestProfile(OneProcess.class)
class DeafTerminalTest {

    private static final Uplink HEARTBEAT = new Uplink.Heartbeat("");
    /** 15 bytes each: far more than the buffers of both kernels take. */
    private static final int HEARTBEATS = 4_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Fleet fleet;

    @Inject
    TableEventLog log;

    @Inject
    MeterRegistry registry;

    @Test
    void isNotReadWhileAnswersWaitAndClosedInTheEnd() {
        Fleet.Vehicle vehicle = fleet.bound();
        double answered = frames();
        double timedOut = count("write.timeouts");
        try (TestTerminal deaf = fleet.connect(vehicle).login();
                TestTerminal other = fleet.connect(fleet.bound()).login()) {
            CompletableFuture<Boolean> flood = CompletableFuture.supplyAsync(() -> deaf.flood(HEARTBEAT, HEARTBEATS));
            await().atMost(PATIENCE).until(() -> stalled() == 1);
            int serial = other.send(HEARTBEAT);
            assertThat(other.receive()).isEqualTo(new GeneralReply(serial, 0x0002, 0));
            assertThat(flood).succeedsWithin(PATIENCE).isEqualTo(false);
        }
        assertThat(frames() - answered).isLessThan(HEARTBEATS / 10.0);
        assertThat(count("write.timeouts")).isEqualTo(timedOut + 1);
        await().atMost(PATIENCE).until(() -> stalled() == 0 && disconnected(vehicle));
    }

    @Test
    void isClosedThoughNobodyKnowsIt() {
        double refused = frames();
        try (TestTerminal deaf = fleet.connect(Fleet.unbound())) {
            CompletableFuture<Boolean> flood = CompletableFuture.supplyAsync(() -> deaf.flood(HEARTBEAT, HEARTBEATS));
            assertThat(flood).succeedsWithin(PATIENCE).isEqualTo(false);
        }
        assertThat(frames() - refused).isLessThan(HEARTBEATS / 10.0);
        await().atMost(PATIENCE).until(() -> stalled() == 0);
    }

    private boolean disconnected(Fleet.Vehicle vehicle) {
        return log.durable().stream()
                .anyMatch(event -> event instanceof TerminalDisconnected gone
                        && gone.vehicleId().equals(vehicle.id()));
    }

    private double stalled() {
        return registry.get("motorpool.telematics.gateway.connections.stalled")
                .gauge()
                .value();
    }

    private double frames() {
        return registry.get("motorpool.telematics.gateway.frames.in").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private double count(String name) {
        return registry.get("motorpool.telematics.gateway." + name).counter().count();
    }
}

package org.motorpool.standalone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Uplink;

/** Bad input over JT/T 808: each is answered or ignored as the standard says, and nothing of it is stored. */
@ExtendWith(Assembly.class)
class BadFrameIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofSeconds(2);
    private static final int FAILED = 1;
    private static final int NO_SUCH_TERMINAL = 4;

    @Test
    void survivesAGarbageByteStream() throws IOException {
        byte[] garbage = new byte[64 * 1024];
        new Random(808).nextBytes(garbage);
        try (Terminal vandal = new Terminal("13912345678", 2013)) {
            vandal.sendRaw(garbage);
        } catch (IOException _) {
            // the gateway may close on it
        }
        reportsAsUsual(Terminal.ofChongqing(0));
    }

    @Test
    void doesNotAcknowledgeAFrameWithAWrongChecksum() throws IOException {
        Map<String, Object> bound = Terminal.ofChongqing(1);
        try (Terminal device = Terminal.open(bound)) {
            device.signOn((String) bound.get("terminalId"), (String) bound.get("plate"));
            byte[] frame = device.frame(new Uplink.Heartbeat(""));
            frame[frame.length - 2] ^= 0x01;
            device.sendRaw(frame);
            assertThat(device.findNext(A_MOMENT)).isEmpty();
            assertThat(((Downlink.GeneralReply) device.ask(new Uplink.Heartbeat(""))).result())
                    .isZero();
        }
    }

    @Test
    void tellsAnUnknownTerminalThatItIsUnknown() throws IOException {
        try (Terminal stranger = new Terminal("19999999999", 2019)) {
            assertThat(stranger.register("NOBODY1", "沪A99999").result()).isEqualTo(NO_SUCH_TERMINAL);
        }
    }

    @Test
    void refusesAPositionBeforeAuthentication() throws IOException {
        Map<String, Object> bound = Terminal.ofChongqing(2);
        Instant at = Instant.parse("2026-06-01T03:04:05Z");
        try (Terminal device = Terminal.open(bound)) {
            assertThat(device.report(31.2, 121.4, 1_000, at))
                    .isInstanceOfSatisfying(Downlink.GeneralReply.class, reply -> assertThat(reply.result())
                            .isEqualTo(FAILED));
            device.signOn((String) bound.get("terminalId"), (String) bound.get("plate"));
            device.report(31.3, 121.4, 1_000, at.plusSeconds(1));
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(latitudes(bound, at, at.plusSeconds(2)))
                .containsExactly(31.3));
    }

    private static List<Double> latitudes(Map<String, Object> bound, Instant from, Instant to) {
        return Api.as("supervisor")
                .get("vehicles/{id}/track?from={from}&to={to}", bound.get("vehicleId"), from.toString(), to.toString())
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.latitude", Double.class);
    }

    private static void reportsAsUsual(Map<String, Object> bound) throws IOException {
        try (Terminal device = Terminal.open(bound)) {
            device.signOn((String) bound.get("terminalId"), (String) bound.get("plate"));
            Downlink answer = device.report(31.2, 121.4, 1_000, Api.now());
            assertThat(answer).isInstanceOfSatisfying(Downlink.GeneralReply.class, reply -> assertThat(reply.result())
                    .isZero());
        }
    }
}

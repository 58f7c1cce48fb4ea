package org.motorpool.standalone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.motorpool.telematics.codec.Downlink.GeneralReply;

/** The store of positions dies under a terminal and comes back: nothing else has to be started again. */
@ExtendWith(Assembly.class)
class StoreOutageIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration A_MOMENT = Duration.ofSeconds(2);
    private static final int BEFORE = 5;
    private static final int DURING = 20;
    /** Behind those of the other suites. */
    private static final int TERMINAL = 5;

    @Test
    void acknowledgesNothingWithoutItsStoreAndEverythingAfterwards() throws IOException, InterruptedException {
        Map<String, Object> bound = Terminal.ofChongqing(TERMINAL);
        Instant start = Instant.parse("2026-06-02T03:04:05Z");
        try (Terminal device = Terminal.open(bound)) {
            device.signOn((String) bound.get("terminalId"), (String) bound.get("plate"));
            for (int i = 0; i < BEFORE; i++) {
                assertThat(result(device.report(31.2, 121.4, 1_000, start.plusSeconds(i))))
                        .isZero();
            }
            Store.kill();
            List<Integer> serials = new ArrayList<>();
            for (int i = BEFORE; i < BEFORE + DURING; i++) {
                serials.add(device.send(Terminal.position(31.2, 121.4, 1_000, start.plusSeconds(i))));
            }
            assertThat(device.findNext(A_MOMENT)).isEmpty();
            Assembly.up();
            assertThat(acknowledged(device, serials.size())).containsExactlyInAnyOrderElementsOf(serials);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(times(bound, start))
                .containsExactlyElementsOf(LongStream.range(0, BEFORE + DURING)
                        .mapToObj(start::plusSeconds)
                        .map(Instant::toString)
                        .toList()));
    }

    private static List<Integer> acknowledged(Terminal device, int count) throws IOException {
        List<Integer> serials = new ArrayList<>();
        while (serials.size() < count) {
            GeneralReply reply = (GeneralReply) device.findNext(PATIENCE).orElseThrow();
            assertThat(reply.result()).isZero();
            serials.add(reply.answeredSerial());
        }
        return serials;
    }

    private static int result(Object answer) {
        return ((GeneralReply) answer).result();
    }

    private static List<String> times(Map<String, Object> bound, Instant from) {
        return Api.as("supervisor")
                .get(
                        "vehicles/{id}/track?from={from}&to={to}",
                        bound.get("vehicleId"),
                        from.toString(),
                        from.plus(Duration.ofHours(1)).toString())
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.reportedAt", String.class);
    }
}

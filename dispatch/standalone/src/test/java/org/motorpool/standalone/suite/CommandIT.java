package org.motorpool.standalone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Uplink;

/** A fleet officer's command reaches the terminal, through outbox, stream, queue and socket, and its answer comes back. */
@ExtendWith(Assembly.class)
class CommandIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Api officer = Api.as("fleet-officer-310115");

    @Test
    void reachesATerminalThatWasOfflineWhenItWasGiven() throws IOException {
        Map<String, Object> known = officer.all("terminals").stream()
                .filter(terminal -> terminal.get("protocolVersion").equals(2019))
                .findAny()
                .orElseThrow();
        String vehicle = (String) known.get("vehicleId");
        String id = give(vehicle, Map.of("type", "send-text", "text", "请返回单位", "uses", List.of("DISPLAY")));
        awaitState(vehicle, id, "QUEUED");
        try (Terminal terminal = new Terminal((String) known.get("phone"), 2019)) {
            terminal.signOn((String) known.get("terminalId"), (String) known.get("plate"));
            assertThat(terminal.next()).isEqualTo(new Downlink.SendText(0b111, 1, "请返回单位"));
            // serial 0 answered 0x0100, serial 1 answered 0x0102
            terminal.sendRaw(terminal.frame(new Uplink.GeneralResponse(2, 0x8300, 0)));
            awaitState(vehicle, id, "ACKNOWLEDGED");
        }
    }

    @Test
    void isUnknownToAnotherCounty() {
        String vehicle = (String) officer.all("terminals").getFirst().get("vehicleId");
        String id = give(vehicle, Map.of("type", "locate-now"));
        Api stranger = Api.as("fleet-officer-310101");
        stranger.get("vehicles/%s/commands/%s".formatted(vehicle, id)).statusCode(404);
        stranger.post("vehicles/%s/commands".formatted(vehicle), Map.of("type", "locate-now"))
                .statusCode(404);
    }

    private String give(String vehicle, Map<String, Object> instruction) {
        return officer.post("vehicles/%s/commands".formatted(vehicle), instruction)
                .statusCode(202)
                .extract()
                .path("id");
    }

    private void awaitState(String vehicle, String id, String state) {
        await().atMost(PATIENCE).untilAsserted(() -> officer.get("vehicles/%s/commands/%s".formatted(vehicle, id))
                .statusCode(200)
                .body("state", equalTo(state)));
    }
}

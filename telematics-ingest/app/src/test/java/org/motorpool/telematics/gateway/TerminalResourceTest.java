package org.motorpool.telematics.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.boot.OneProcess;
import org.motorpool.telematics.codec.Downlink.RegisterReply;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.contract.TerminalApi;

@QuarkusTest
@TestProfile(OneProcess.class)
class TerminalResourceTest {

    @Inject
    Fleet fleet;

    private static RequestSpecification service() {
        String token = Jwt.upn("dispatch").groups("SERVICE").sign();
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static ValidatableResponse get(Fleet.Vehicle vehicle, String what) {
        return service()
                .get(TerminalApi.ROOT + "/" + vehicle.phone() + "/" + what)
                .then();
    }

    private static ValidatableResponse open(Fleet.Vehicle vehicle, String account) {
        return service()
                .body(Map.of("seconds", 60, "openedBy", account))
                .post(TerminalApi.ROOT + "/" + vehicle.phone() + "/tap")
                .then();
    }

    @Test
    void showsTheSessionOfATerminalThatIsConnected() {
        Fleet.Vehicle vehicle = fleet.bound();
        Instant reportedAt = Uplinks.now();
        try (TestTerminal terminal =
                fleet.connect(vehicle, ProtocolVersion.V2019).login()) {
            terminal.send(Uplinks.position(reportedAt));
            terminal.receive();
            terminal.sendHex("7e 0102 7e");
            terminal.send(new Uplink.Unmodelled(0x0f00, ""));
            terminal.receive();
            get(vehicle, "session")
                    .statusCode(200)
                    .body("phone", equalTo(vehicle.phone()))
                    .body("online", equalTo(true))
                    .body("lastSeenAt", notNullValue())
                    .body("refused", empty())
                    .body("tap", nullValue())
                    .body("connection.remoteAddress", startsWith("127.0.0.1:"))
                    .body("connection.transport", equalTo("tcp"))
                    .body("connection.protocolVersion", equalTo(2019))
                    .body("connection.revision", equalTo(1))
                    .body("connection.lastPositionAt", equalTo(reportedAt.toString()))
                    .body("connection.counters.framesIn", equalTo(Map.of("session", 2, "position", 1, "other", 1)))
                    .body("connection.counters.framesOut", equalTo(4))
                    .body("connection.counters.bytesIn", greaterThan(100))
                    .body("connection.counters.malformed", equalTo(Map.of("short", 1)))
                    .body("connection.counters.refused", equalTo(Map.of("unsupported", 1)))
                    .body("connection.counters.positionsWaiting", equalTo(0));
        }
    }

    @Test
    void showsATerminalThatIsNotConnected() {
        get(fleet.bound(), "session")
                .statusCode(200)
                .body("online", equalTo(false))
                .body("connection", nullValue())
                .body("lastSeenAt", nullValue());
    }

    @Test
    void showsWhyATerminalIsRefused() {
        Fleet.Vehicle vehicle = fleet.bound();
        Fleet.Vehicle stranger = Fleet.unbound();
        try (TestTerminal terminal = fleet.connect(vehicle);
                TestTerminal unknown = fleet.connect(stranger)) {
            terminal.send(Uplinks.register("沪A54321", "T000001"));
            assertThat(((RegisterReply) terminal.receive()).result()).isEqualTo(2);
            terminal.send(Uplinks.register("沪A54321", "T000001"));
            terminal.receive();
            unknown.send(Uplinks.register());
            unknown.receive();
        }
        get(vehicle, "session")
                .body("online", equalTo(false))
                .body("refused", hasSize(1))
                .body("refused[0].reason", equalTo("other-vehicle"))
                .body("refused[0].times", equalTo(2))
                .body("refused[0].plate", equalTo("沪A54321"))
                .body("refused[0].terminalId", equalTo("T000001"))
                .body("refused[0].remoteAddress", startsWith("127.0.0.1:"));
        service()
                .get(TerminalApi.ROOT + "/refused")
                .then()
                .statusCode(200)
                .body("items.phone", hasItem(stranger.phone()))
                .body(
                        "items.find { it.phone == '%s' }.reason".formatted(stranger.phone()),
                        equalTo("unknown-terminal"));
    }

    @Test
    void showsTheFramesOfATapThatBeginsBeforeTheTerminalConnects() {
        Fleet.Vehicle vehicle = fleet.bound();
        open(vehicle, "officer").statusCode(200).body("openedBy", equalTo("officer"));
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            terminal.send(Uplinks.position(Uplinks.now()));
            terminal.receive();
            get(vehicle, "frames?limit=4")
                    .statusCode(200)
                    .body("items.direction", contains("up", "down", "up", "down"))
                    .body("items.decoded.messageId", contains("0x0100", "0x8100", "0x0102", "0x8001"))
                    .body("items.explain", equalTo(List.of(List.of(), List.of(), List.of(), List.of())))
                    .body("next", equalTo("4"));
            get(vehicle, "frames?cursor=4&explain=true")
                    .body("items.number", contains(5, 6))
                    .body("items[0].hex", startsWith("7e0200"))
                    .body("items[0].decoded.body.latitude", equalTo(31.230416f))
                    .body("items[0].explain.find { it.field == 'latitude, degrees' }.bytes", equalTo("01dc89d0"))
                    .body("next", equalTo("6"))
                    .body("missed", equalTo(0));
            get(vehicle, "frames?cursor=6").body("items", empty()).body("next", equalTo("6"));
            get(vehicle, "session").body("tap.seen", equalTo(6));
        }
        service()
                .delete(TerminalApi.ROOT + "/" + vehicle.phone() + "/tap")
                .then()
                .statusCode(204);
        get(vehicle, "frames").statusCode(404);
        get(vehicle, "session").body("tap", nullValue());
    }

    @Test
    void showsBytesThatAreNoFrame() {
        Fleet.Vehicle vehicle = fleet.bound();
        open(vehicle, "officer");
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            terminal.sendHex("4745 7e 0102 7e");
            terminal.send(new Uplink.Heartbeat(""));
            terminal.receive();
            get(vehicle, "frames?cursor=4&explain=true")
                    .body("items.hex[0]", equalTo("7e47457e"))
                    .body("items.hex[1]", equalTo("7e01027e"))
                    .body("items.decoded.malformed[0]", equalTo("2 bytes are too short for a frame"))
                    .body("items.decoded.malformed[1]", equalTo("2 bytes are too short for a frame"));
        }
        service().delete(TerminalApi.ROOT + "/" + vehicle.phone() + "/tap");
    }

    @Test
    void keepsATapForWhoOpenedIt() {
        Fleet.Vehicle vehicle = fleet.bound();
        open(vehicle, "officer").statusCode(200);
        open(vehicle, "officer").statusCode(200);
        open(vehicle, "other").statusCode(409);
        service()
                .delete(TerminalApi.ROOT + "/" + vehicle.phone() + "/tap")
                .then()
                .statusCode(204);
        service()
                .delete(TerminalApi.ROOT + "/" + vehicle.phone() + "/tap")
                .then()
                .statusCode(404);
        get(vehicle, "tap").statusCode(404);
    }

    @Test
    void refusesWhatIsNoNumberAndNoTime() {
        service().get(TerminalApi.ROOT + "/abc-1/session").then().statusCode(400);
        for (int seconds : new int[] {0, 601}) {
            service()
                    .body(Map.of("seconds", seconds, "openedBy", "officer"))
                    .post(TerminalApi.ROOT + "/1/tap")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void isForServicesOnly() {
        given().get(TerminalApi.ROOT + "/refused").then().statusCode(401);
        String token = Jwt.upn("officer").groups("FLEET_OFFICER").sign();
        given().auth().oauth2(token).get(TerminalApi.ROOT + "/refused").then().statusCode(403);
    }
}

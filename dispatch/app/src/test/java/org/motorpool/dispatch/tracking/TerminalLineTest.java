package org.motorpool.dispatch.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.TerminalBinding;
import org.motorpool.dispatch.registry.TerminalService;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.trip.FakeTelematics;

/** Terminals on their connections, with telematics as another system behind HTTP. */
@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class TerminalLineTest {

    private static final AtomicLong NUMBERS = new AtomicLong(13_700_000_000L);
    private static final String TAP = """
            {"phone":"1","openedAt":"2026-11-23T02:00:00Z","until":"2026-11-23T02:05:00Z","openedBy":"%s","seen":0}""";

    @Inject
    Fleet fleet;

    @Inject
    Organisations organisations;

    @Inject
    TerminalService terminals;

    @Inject
    ScopedTransactions transactions;

    private Unit pudong;
    private UUID vehicle;
    private String number;

    @BeforeEach
    void aTerminal() throws Throwable {
        pudong = organisations.pudong();
        vehicle = fleet.car(pudong).vehicle().id();
        number = Long.toString(NUMBERS.incrementAndGet());
        TerminalBinding binding = new TerminalBinding("0" + number, "MP" + number, 2013, vehicle);
        VertxContextSupport.subscribeAndAwait(
                () -> transactions.inTransaction(Scope.SYSTEM, session -> terminals.bind(session, binding)));
    }

    private static RequestSpecification officer(Unit unit) {
        return Callers.somebody(unit, "officer-" + unit.code(), "FLEET_OFFICER");
    }

    private static RequestSpecification dispatcher(Unit unit) {
        return Callers.dispatcher(unit);
    }

    private String path(String what) {
        return "/api/v1/terminals/0" + number + "/" + what;
    }

    private static List<String> audited(Unit unit, String action) {
        return Callers.somebody(unit, "supervisor-" + unit.code(), "SUPERVISOR")
                .get("/api/v1/audit?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.action == '%s' }.subject".formatted(action));
    }

    private String session() {
        return """
                {"phone":"%s","online":true,"connection":{"since":"2026-11-23T01:00:00Z","remoteAddress":"192.0.2.7:41234",
                "transport":"tcp","protocolVersion":2013,"revision":0,"lastFrameAt":"2026-11-23T02:00:00Z",
                "lastPositionAt":null,"counters":{"framesIn":{"session":3},"framesOut":3,"bytesIn":90,"bytesOut":60,
                "malformed":{},"refused":{},"positionsWaiting":0,"resendRequests":0}},"lastSeenAt":null,
                "refused":[{"phone":"%s","reason":"wrong-code","times":2,"firstAt":"2026-11-23T00:00:00Z",
                "lastAt":"2026-11-23T00:01:00Z","remoteAddress":"192.0.2.7:41230","plate":null,"terminalId":null}],
                "tap":null}""".formatted(number, number);
    }

    @Test
    void showsTheSessionAndNotesTheLook() {
        FakeTelematics.answerAboutTerminals(200, session());
        officer(pudong)
                .get(path("session"))
                .then()
                .statusCode(200)
                .body("online", equalTo(true))
                .body("connection.remoteAddress", equalTo("192.0.2.7:41234"))
                .body("connection.counters.framesIn.session", equalTo(3));
        assertThat(FakeTelematics.calls()).containsExactly("GET /telematics/v1/terminals/" + number + "/session ");
        assertThat(audited(pudong, "terminal-read")).contains("terminal 0%s of vehicle %s".formatted(number, vehicle));
    }

    @Test
    void hidesWhereTheTerminalIsFromDispatchers() {
        FakeTelematics.answerAboutTerminals(200, session());
        dispatcher(pudong)
                .get(path("session"))
                .then()
                .statusCode(200)
                .body("connection.remoteAddress", nullValue())
                .body("refused[0].reason", equalTo("wrong-code"))
                .body("refused[0].remoteAddress", nullValue());
    }

    @Test
    void knowsNoTerminalOutsideTheScope() {
        FakeTelematics.answerAboutTerminals(200, session());
        officer(organisations.huangpu())
                .get(path("session"))
                .then()
                .statusCode(404)
                .body("code", equalTo("terminal-unknown"));
        officer(organisations.huangpu())
                .body(Map.of("seconds", 60, "reason", "r"))
                .post(path("tap"))
                .then()
                .statusCode(404);
        officer(organisations.huangpu()).get(path("frames")).then().statusCode(404);
        officer(organisations.huangpu()).delete(path("tap")).then().statusCode(404);
        assertThat(FakeTelematics.calls()).isEmpty();
    }

    @Test
    void opensATapWithItsReasonOnTheTrail() {
        FakeTelematics.answerAboutTerminals(200, TAP.formatted("officer-" + pudong.code()));
        officer(pudong)
                .body(Map.of("seconds", 300, "reason", "司机反映定位漂移"))
                .post(path("tap"))
                .then()
                .statusCode(200)
                .body("until", equalTo("2026-11-23T02:05:00Z"));
        assertThat(FakeTelematics.calls())
                .containsExactly("POST /telematics/v1/terminals/%s/tap {\"seconds\":300,\"openedBy\":\"officer-%s\"}"
                        .formatted(number, pudong.code()));
        assertThat(audited(pudong, "terminal-tap-opened"))
                .contains("terminal 0%s of vehicle %s, 300 s: 司机反映定位漂移".formatted(number, vehicle));
        assertThat(audited(pudong, "track-read")).anyMatch(look -> look.startsWith("vehicle " + vehicle));
    }

    @Test
    void refusesATapWithoutReasonOrWithoutEnd() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("seconds", 0, "reason", "r"), Map.of("seconds", 601, "reason", "r"), Map.of("reason", "r"))) {
            officer(pudong).body(wrong).post(path("tap")).then().statusCode(400).body("field", equalTo("seconds"));
        }
        officer(pudong)
                .body(Map.of("seconds", 60, "reason", "  "))
                .post(path("tap"))
                .then()
                .statusCode(400)
                .body("field", equalTo("reason"));
    }

    @Test
    void letsOnlyFleetOfficersListen() {
        dispatcher(pudong)
                .body(Map.of("seconds", 60, "reason", "r"))
                .post(path("tap"))
                .then()
                .statusCode(403);
        dispatcher(pudong).get(path("frames")).then().statusCode(403);
    }

    @Test
    void showsFramesToWhoOpenedTheTapAlone() {
        String frames = """
                {"tap":%s,"items":[{"number":1,"at":"2026-11-23T02:00:01Z","direction":"up",
                "hex":"7e000200000139123456780007357e","decoded":{"messageId":"0x0002"},
                "explain":[{"offset":0,"bytes":"7e","field":"flag","value":"0x7e"}]}],"next":"1","missed":0}""";
        FakeTelematics.answerAboutTerminals(200, frames.formatted(TAP.formatted("officer-" + pudong.code())));
        officer(pudong)
                .get(path("frames?cursor=0&limit=50&explain=true"))
                .then()
                .statusCode(200)
                .body("items[0].decoded.messageId", equalTo("0x0002"))
                .body("items[0].explain[0].field", equalTo("flag"));
        assertThat(FakeTelematics.calls())
                .containsExactly(
                        "GET /telematics/v1/terminals/%s/frames?cursor=0&limit=50&explain=true ".formatted(number));
        Callers.somebody(pudong, "another-officer", "FLEET_OFFICER")
                .get(path("frames"))
                .then()
                .statusCode(403);
    }

    @Test
    void saysWhyThereIsNoTap() {
        FakeTelematics.answerAboutTerminals(404, "");
        officer(pudong).get(path("frames")).then().statusCode(404).body("code", equalTo("tap-unknown"));
        FakeTelematics.answerAboutTerminals(409, "");
        tap().statusCode(409).body("code", equalTo("tap-open"));
        FakeTelematics.answerAboutTerminals(429, "");
        tap().statusCode(429).body("code", equalTo("taps-limited"));
        FakeTelematics.answerAboutTerminals(503, "");
        tap().statusCode(503).body("code", equalTo("telematics-unavailable"));
    }

    private io.restassured.response.ValidatableResponse tap() {
        return officer(pudong)
                .body(Map.of("seconds", 60, "reason", "r"))
                .post(path("tap"))
                .then();
    }

    @Test
    void endsATap() {
        FakeTelematics.answerAboutTerminals(204, "");
        officer(pudong).delete(path("tap")).then().statusCode(204);
        assertThat(audited(pudong, "terminal-tap-ended"))
                .contains("terminal 0%s of vehicle %s".formatted(number, vehicle));
    }

    @Test
    void showsRefusedTerminalsOfOwnVehiclesAndTheRestToWhoSeesEveryUnit() {
        String refused = """
                {"items":[{"phone":"%s","reason":"wrong-code","times":1,"firstAt":"2026-11-23T00:00:00Z",
                "lastAt":"2026-11-23T00:00:00Z","remoteAddress":"192.0.2.7:1","plate":null,"terminalId":null},
                {"phone":"19900000000","reason":"unknown-terminal","times":1,"firstAt":"2026-11-23T00:00:00Z",
                "lastAt":"2026-11-23T00:00:00Z","remoteAddress":"192.0.2.8:1","plate":"沪A12345","terminalId":"X"}]}""";
        FakeTelematics.answerAboutTerminals(200, refused.formatted(number));
        officer(pudong).get("/api/v1/terminals/refused").then().statusCode(200).body("items.phone", contains(number));
        officer(organisations.huangpu())
                .get("/api/v1/terminals/refused")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        officer(organisations.nation())
                .get("/api/v1/terminals/refused")
                .then()
                .statusCode(200)
                .body("items.phone", contains(number, "19900000000"));
        dispatcher(pudong).get("/api/v1/terminals/refused").then().statusCode(403);
    }
}

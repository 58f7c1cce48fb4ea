package org.motorpool.dispatch.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
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

/** Commands as dispatchers give and see them, with telematics as another system behind HTTP. */
@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class CommandResourceTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final Map<String, Object> TEXT = Map.of("type", "send-text", "text", "请返回单位");

    @Inject
    Fleet fleet;

    @Inject
    Organisations organisations;

    @Inject
    TerminalService terminals;

    @Inject
    ScopedTransactions transactions;

    @Inject
    DataSource database;

    private Unit pudong;
    private UUID vehicle;

    @BeforeEach
    void aVehicleWithATerminal() throws Throwable {
        FakeTelematics.fail(0);
        FakeTelematics.answerStates("{\"items\":[]}");
        pudong = organisations.pudong();
        vehicle = fleet.car(pudong).vehicle().id();
        int serial = SERIAL.incrementAndGet();
        TerminalBinding binding =
                new TerminalBinding("0138990%05d".formatted(serial), "CMD%04d".formatted(serial), 2019, vehicle);
        VertxContextSupport.subscribeAndAwait(
                () -> transactions.inTransaction(Scope.SYSTEM, session -> terminals.bind(session, binding)));
    }

    @Test
    void takesACommandAndSaysThatItIsQueued() {
        String id = give(dispatcher(), TEXT)
                .statusCode(202)
                .body("id", notNullValue())
                .body("vehicleId", equalTo(vehicle.toString()))
                .body("type", equalTo("send-text"))
                .body("state", equalTo("QUEUED"))
                .body("issuer", equalTo("姓名 dispatcher-t310115"))
                .body("instruction.type", equalTo("send-text"))
                .body("instruction.text", equalTo("请返回单位"))
                .extract()
                .path("id");
        assertThat(audited()).anySatisfy(subject -> assertThat(subject).contains(id));
    }

    @Test
    void showsHowFarACommandHasCome() {
        String id = given();
        get(id).statusCode(200).body("state", equalTo("QUEUED"));
        FakeTelematics.answerState(id, """
                {"commandId":"%s","state":"ANSWERED","result":0,"attempts":1,"createdAt":"2026-01-01T00:00:00Z",
                 "expiresAt":"2026-01-02T00:00:00Z","answer":{"type":"position","latitude":31.2,"longitude":121.5,
                 "speed_kmh":0,"heading_deg":0,"located":true}}""".formatted(id));
        get(id).statusCode(200)
                .body("state", equalTo("ANSWERED"))
                .body("result", equalTo(0))
                .body("answer.type", equalTo("position"))
                .body("answer.latitude", equalTo(31.2f));
    }

    @Test
    void listsTheNewestFirstWithoutWhatIsLong() {
        String first = given();
        String second = given();
        FakeTelematics.answerStates("""
                {"items":[{"commandId":"%s","state":"SENT","attempts":1,"createdAt":"2026-01-01T00:00:00Z",
                 "expiresAt":"2026-01-02T00:00:00Z"}]}""".formatted(first));
        list("limit=10")
                .statusCode(200)
                .body("items.id", contains(second, first))
                .body("items.state", contains("QUEUED", "SENT"))
                .body("items[0].instruction", nullValue())
                .body("next", nullValue());
        String cursor =
                list("limit=1").body("items.id", contains(second)).extract().path("next");
        list("limit=1&cursor=" + cursor).body("items.id", contains(first)).body("next", nullValue());
    }

    @Test
    void showsTheCommandsWhileTelematicsIsAway() {
        String id = given();
        FakeTelematics.fail(2);
        list("limit=10")
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].state", nullValue())
                .body("items[0].detail", containsString("telematics does not answer"));
        get(id).statusCode(200).body("state", nullValue()).body("instruction.text", equalTo("请返回单位"));
    }

    @Test
    void givesACommandOncePerKey() {
        String key = UUID.randomUUID().toString();
        String id = give(dispatcher().header("Idempotency-Key", key), TEXT)
                .statusCode(202)
                .extract()
                .path("id");
        give(dispatcher().header("Idempotency-Key", key), TEXT).statusCode(202).body("id", equalTo(id));
        give(dispatcher().header("Idempotency-Key", key), Map.of("type", "locate-now"))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        list("limit=10").body("items", hasSize(1));
    }

    @Test
    void namesTheFieldAtFault() {
        give(dispatcher(), Map.of("type", "fly"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-input"))
                .body("field", equalTo("type"));
        for (String noObject : List.of("{", "[]", "7")) {
            dispatcher()
                    .body(noObject)
                    .post("/api/v1/vehicles/" + vehicle + "/commands")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("malformed-json"));
        }
        dispatcher()
                .post("/api/v1/vehicles/" + vehicle + "/commands")
                .then()
                .statusCode(400)
                .body("field", equalTo("type"));
        list("limit=0").statusCode(400).body("field", equalTo("limit"));
        list("cursor=x").statusCode(400).body("field", equalTo("cursor"));
    }

    @Test
    void letsOnlyFleetOfficersSetTerminalsUp() {
        Map<String, Object> interval = Map.of("type", "set-report-interval", "interval_s", 30);
        give(dispatcher(), interval)
                .statusCode(403)
                .body("code", equalTo("forbidden"))
                .body("detail", containsString("set-report-interval"));
        give(caller("FLEET_OFFICER"), interval).statusCode(202);
    }

    @Test
    void isNotForEverybody() {
        give(caller("SUPERVISOR"), TEXT).statusCode(403);
        give(caller("REQUESTER"), TEXT).statusCode(403);
        give(Callers.with("none"), TEXT).statusCode(401);
        caller("SUPERVISOR")
                .get("/api/v1/vehicles/" + vehicle + "/commands")
                .then()
                .statusCode(200);
        caller("DRIVER").get("/api/v1/vehicles/" + vehicle + "/commands").then().statusCode(403);
    }

    @Test
    void doesNotKnowVehiclesOfOtherUnits() {
        String id = given();
        RequestSpecification stranger = Callers.dispatcher(organisations.huangpu());
        give(stranger, TEXT).statusCode(404).body("code", equalTo("vehicle-unknown"));
        String path = "/api/v1/vehicles/" + vehicle + "/commands";
        Callers.dispatcher(organisations.huangpu()).get(path).then().statusCode(404);
        Callers.dispatcher(organisations.huangpu()).get(path + "/" + id).then().statusCode(404);
    }

    @Test
    void doesNotKnowACommandOfAnotherVehicle() {
        String id = given();
        UUID other = fleet.car(pudong).vehicle().id();
        dispatcher()
                .get("/api/v1/vehicles/%s/commands/%s".formatted(other, id))
                .then()
                .statusCode(404)
                .body("code", equalTo("command-unknown"));
    }

    @Test
    void refusesAVehicleWithoutATerminal() {
        vehicle = fleet.car(pudong).vehicle().id();
        give(dispatcher(), TEXT).statusCode(409).body("code", equalTo("terminal-missing"));
    }

    @Test
    void keepsUnitsApartInTheDatabaseItself() throws SQLException {
        String id = given();
        assertThat(count(id, pudong.path())).isEqualTo(1);
        assertThat(count(id, organisations.shanghai().path())).isEqualTo(1);
        assertThat(count(id, organisations.huangpu().path())).isZero();
        assertThat(count(id, "")).isZero();
    }

    private int count(String id, String scope) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement set = connection.prepareStatement("select set_config('motorpool.scope', ?, false)");
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from terminal_command where id = ?::uuid")) {
            set.setString(1, scope);
            set.execute();
            count.setString(1, id);
            ResultSet row = count.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private List<String> audited() {
        return caller("SUPERVISOR")
                .get("/api/v1/audit?limit=1000")
                .then()
                .extract()
                .path("items.findAll { it.action == 'command-send-text' }.subject");
    }

    private String given() {
        return give(dispatcher(), TEXT).statusCode(202).extract().path("id");
    }

    private ValidatableResponse give(RequestSpecification caller, Map<String, Object> body) {
        return caller.body(body)
                .post("/api/v1/vehicles/" + vehicle + "/commands")
                .then();
    }

    private ValidatableResponse get(String id) {
        return dispatcher()
                .get("/api/v1/vehicles/%s/commands/%s".formatted(vehicle, id))
                .then();
    }

    private ValidatableResponse list(String query) {
        return dispatcher()
                .get("/api/v1/vehicles/%s/commands?%s".formatted(vehicle, query))
                .then();
    }

    private RequestSpecification dispatcher() {
        return Callers.dispatcher(pudong);
    }

    private RequestSpecification caller(String role) {
        return Callers.somebody(pudong, role.toLowerCase().replace('_', '-') + "-t", role);
    }
}

package org.motorpool.dispatch.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.sharing.SettlementMode;

/** A statement from draft to voucher: Pudong uses a car of Huangpu. */
@QuarkusTest
class SettlementResourceTest {

    private static final String ROOT = "/api/v1/settlements";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Charged charged;

    @Inject
    StatementClock disputeClock;

    @Inject
    DataSource database;

    private Unit pudong;
    private Unit huangpu;
    private Unit nanjing;

    @BeforeEach
    void units() {
        pudong = organisations.pudong();
        huangpu = organisations.huangpu();
        nanjing = fleet.nanjing();
    }

    @Test
    void goesFromDraftToVoucherAndBothPartiesSeeIt() {
        String id = drawn(SettlementMode.PER_USE);
        payer().get(ROOT + "/" + id).then().statusCode(200).body("statement.status", equalTo("DRAFT"));
        act(payee(), id, "issue", null)
                .statusCode(200)
                .body("statement.status", equalTo("ISSUED"))
                .body("statement.number", startsWith("JS-310101-"))
                .body("statement.total_fen", equalTo(6900))
                .body("lines.component", contains("DISTANCE", "TOLL"))
                .body("lines[0].quantity", equalTo(30))
                .body("lines[0].rate_fen", equalTo(180));
        act(payer(), id, "confirm", null).statusCode(200).body("statement.status", equalTo("CONFIRMED"));
        act(payee(), id, "settle", Map.of("voucherNumber", "记-2026-0117"))
                .statusCode(200)
                .body("statement.status", equalTo("SETTLED"))
                .body("statement.voucherNumber", equalTo("记-2026-0117"));
    }

    @Test
    void showsNothingToAnybodyElse() {
        String id = issued();
        Callers.somebody(nanjing, "officer-nanjing", "FLEET_OFFICER")
                .get(ROOT + "/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("statement-unknown"));
        act(officer(nanjing), id, "confirm", null).statusCode(404).body("code", equalTo("statement-unknown"));
        officer(nanjing).get(ROOT).then().statusCode(200).body("items", empty());
        officer(nanjing).get(ROOT + "/charges").then().statusCode(200).body("items", empty());
        officer(nanjing).accept(XLSX).get(ROOT + "/" + id + "/workbook").then().statusCode(404);
        Callers.requester(pudong).get(ROOT + "/" + id).then().statusCode(403);
        Callers.dispatcher(pudong).get(ROOT + "/" + id).then().statusCode(200);
        act(Callers.dispatcher(pudong), id, "confirm", null).statusCode(403);
    }

    @Test
    void letsEachPartyTakeItsOwnStepsOnly() {
        String id = drawn(SettlementMode.PER_USE);
        act(payer(), id, "issue", null).statusCode(403).body("code", equalTo("forbidden"));
        act(payee(), id, "issue", null).statusCode(200);
        act(payee(), id, "confirm", null).statusCode(403).body("code", equalTo("forbidden"));
        act(payee(), id, "settle", Map.of("voucherNumber", "1"))
                .statusCode(409)
                .body("code", equalTo("statement-state"));
        act(payee(), id, "issue", null).statusCode(409).body("code", equalTo("statement-state"));
    }

    @Test
    void whoIssuedDoesNotConfirm() {
        String id = drawn(SettlementMode.PER_USE);
        RequestSpecification above = officer(organisations.shanghai());
        act(above, id, "issue", null).statusCode(200);
        act(officer(organisations.shanghai()), id, "confirm", null)
                .statusCode(403)
                .body("code", equalTo("self-confirmation"));
    }

    @Test
    void anUpheldDisputeBecomesACreditNoteAndChangesNoIssuedLine() {
        String id = issued();
        String toll = line(id, 1);
        ValidatableResponse disputed = act(
                        payer(), id, "disputes", Map.of("lineId", toll, "reason", "票据不符", "evidence", "照片"))
                .statusCode(200)
                .body("statement.status", equalTo("DISPUTED"))
                .body("disputes[0].status", equalTo("OPEN"));
        String dispute = disputed.extract().path("disputes[0].id");
        act(payer(), id, "disputes", Map.of("lineId", toll, "reason", "再次"))
                .statusCode(409)
                .body("code", equalTo("dispute-exists"));
        String resolve = "disputes/" + dispute + "/resolve";
        act(payee(), id, resolve, Map.of("outcome", "UPHELD", "credit_fen", 1501, "resolution", "认可"))
                .statusCode(422)
                .body("code", equalTo("credit-exceeds-line"));
        act(payee(), id, resolve, Map.of("outcome", "UPHELD", "credit_fen", 1500, "resolution", "认可"))
                .statusCode(200)
                .body("statement.status", equalTo("CONFIRMED"))
                .body("statement.total_fen", equalTo(6900))
                .body("statement.payable_fen", equalTo(5400))
                .body("creditNotes[0].kind", equalTo("CREDIT_NOTE"))
                .body("creditNotes[0].total_fen", equalTo(-1500))
                .body("disputes[0].status", equalTo("UPHELD"));
        act(payee(), id, resolve, Map.of("outcome", "REJECTED", "resolution", "不认可"))
                .statusCode(409)
                .body("code", equalTo("statement-state"));
        act(payee(), id, "settle", Map.of("voucherNumber", "V-7"))
                .statusCode(200)
                .body("creditNotes[0].status", equalTo("SETTLED"));
    }

    @Test
    void aRejectedDisputeConfirmsTheStatementAsItIs() {
        String id = issued();
        String dispute = act(payer(), id, "disputes", Map.of("lineId", line(id, 0), "reason", "里程不符"))
                .extract()
                .path("disputes[0].id");
        act(payee(), id, "disputes/" + dispute + "/resolve", Map.of("outcome", "REJECTED", "resolution", "轨迹已核对"))
                .statusCode(200)
                .body("statement.status", equalTo("CONFIRMED"))
                .body("statement.payable_fen", equalTo(6900))
                .body("creditNotes", empty());
    }

    @Test
    void creditsOfALineNeverExceedIt() {
        String id = issued();
        Map<String, Object> half = Map.of("lineId", line(id, 1), "amount_fen", 1000, "reason", "多收");
        act(payee(), id, "credit", half).statusCode(200).body("statement.payable_fen", equalTo(5900));
        act(payee(), id, "credit", half).statusCode(422).body("code", equalTo("credit-exceeds-line"));
        act(payer(), id, "credit", half).statusCode(403);
    }

    @Test
    void silenceConfirmsAndTheClockEndsDisputes() throws Throwable {
        String id = issuedLongAgo();
        String other = issued();
        act(payer(), other, "disputes", Map.of("lineId", line(other, 0), "reason", "里程不符"));
        act(payer(), id, "disputes", Map.of("lineId", line(id, 0), "reason", "里程不符"))
                .statusCode(409)
                .body("code", equalTo("dispute-clock-expired"));
        VertxContextSupport.subscribeAndAwait(disputeClock::confirmDue);
        payer().get(ROOT + "/" + id)
                .then()
                .body("statement.status", equalTo("CONFIRMED"))
                .body("statement.confirmedBy", equalTo("system"));
        payer().get(ROOT + "/" + other).then().body("statement.status", equalTo("DISPUTED"));
    }

    @Test
    void aMatterHasOneStatementWhileItIsADraft() {
        String order = order();
        charged.charge(order, pudong, huangpu, SettlementMode.PER_MATTER, Instant.now());
        String id = statementOf(order);
        payer().get(ROOT + "/" + id)
                .then()
                .body("statement.mode", equalTo("PER_MATTER"))
                .body("statement.total_fen", equalTo(6900));
    }

    @Test
    void aMonthIsDrawnUpOnceHoweverOftenItIsAsked() {
        Unit unit = organisations.shanghai();
        String order = order();
        charged.charge(order, unit, huangpu, SettlementMode.MONTHLY, Instant.parse("2025-03-31T15:59:59Z"));
        charged.charge(order(), unit, huangpu, SettlementMode.MONTHLY, Instant.parse("2025-03-31T16:00:00Z"));
        Map<String, Object> march = Map.of("payerUnitId", unit.id(), "payeeUnitId", huangpu.id(), "month", "2025-03");
        String first = drawUp(march)
                .statusCode(201)
                .body("statement.total_fen", equalTo(6900))
                .extract()
                .path("statement.id");
        drawUp(march).statusCode(409).body("code", equalTo("nothing-to-settle"));
        Map<String, Object> april = new HashMap<>(march);
        april.put("month", "2025-04");
        String second = drawUp(april).statusCode(201).extract().path("statement.id");
        assertThat(second).isNotEqualTo(first);
        drawUp(Map.of("payerUnitId", unit.id(), "payeeUnitId", unit.id(), "month", "2025-03"))
                .statusCode(400)
                .body("field", equalTo("payerUnitId"));
        drawUp(Map.of("payerUnitId", unit.id(), "payeeUnitId", huangpu.id(), "month", "2025-13"))
                .statusCode(400)
                .body("field", equalTo("month"));
    }

    @Test
    void refusesAStaleVersionAndAKeyWithAnotherBody() {
        String id = drawn(SettlementMode.PER_USE);
        String tag = payee().get(ROOT + "/" + id).then().extract().header("ETag");
        payee().header("If-Match", "\"77\"")
                .post(ROOT + "/" + id + "/issue")
                .then()
                .statusCode(412)
                .body("code", equalTo("version-stale"));
        String key = Ids.next().toString();
        for (int time = 0; time < 2; time++) {
            payee().header("If-Match", tag)
                    .header("Idempotency-Key", key)
                    .post(ROOT + "/" + id + "/issue")
                    .then()
                    .statusCode(200)
                    .body("statement.status", equalTo("ISSUED"));
        }
        payee().header("Idempotency-Key", key)
                .body(Map.of("voucherNumber", "x"))
                .post(ROOT + "/" + id + "/settle")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void namesTheFieldAtFault() {
        String id = issued();
        act(payer(), id, "disputes", Map.of("reason", "x")).statusCode(400).body("field", equalTo("lineId"));
        act(payer(), id, "disputes", Map.of("lineId", line(id, 0)))
                .statusCode(400)
                .body("field", equalTo("reason"));
        act(payer(), id, "disputes", Map.of("lineId", Ids.next(), "reason", "x"))
                .statusCode(404)
                .body("code", equalTo("statement-line-unknown"));
        act(payee(), id, "settle", Map.of()).statusCode(400).body("field", equalTo("voucherNumber"));
        act(payee(), id, "credit", Map.of("lineId", line(id, 0), "amount_fen", 0, "reason", "x"))
                .statusCode(400)
                .body("field", equalTo("amount_fen"));
        payer().get(ROOT + "/ledger?payer=1&payee=2&from=2026-01-01&to=2026-02-01")
                .then()
                .statusCode(400)
                .body("field", equalTo("payer"));
        payer().get(ROOT + "/ledger?from=2026-02-01&to=2026-02-01")
                .then()
                .statusCode(400)
                .body("field", equalTo("to"));
    }

    @Test
    void theDatabaseRefusesWhatMustNeverHappen() throws SQLException {
        String id = issued();
        assertThatThrownBy(() -> run("update statement set total_fen = 1 where id = '%s'".formatted(id)))
                .hasMessageContaining("issued and stays as it is");
        assertThatThrownBy(() -> run("update statement set payer_unit_name = 'x' where id = '%s'".formatted(id)))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run("delete from statement_line where statement_id = '%s'".formatted(id)))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run("update charge set total_fen = 1")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run("""
                insert into statement_line (id, statement_id, charge_line_id, amount_fen)
                select gen_random_uuid(), statement_id, charge_line_id, amount_fen from statement_line
                where statement_id = '%s' limit 1""".formatted(id))).hasMessageContaining("takes no such line");
        String draft = drawn(SettlementMode.PER_USE);
        assertThatThrownBy(() -> run("update statement set total_fen = total_fen + 1 where id = '%s'".formatted(draft)))
                .hasMessageContaining("is not the sum of its lines");
        assertThatThrownBy(() -> run("""
                insert into statement_line (id, statement_id, charge_line_id, amount_fen)
                select gen_random_uuid(), statement_id, charge_line_id, amount_fen from statement_line
                where statement_id = '%s' limit 1""".formatted(draft))).hasMessageContaining("statement_line_charge_line_id_key");
    }

    @Test
    void theAccountAndTheWorkbooksSayWhatTheDatabaseSays() throws IOException {
        Unit shanghai = organisations.shanghai();
        String order = order();
        charged.charge(order, shanghai, pudong, SettlementMode.PER_USE, Instant.now());
        String id = statementOf(order);
        act(officer(pudong), id, "issue", null).statusCode(200);
        String first = officer(pudong).get(ROOT + "/" + id).then().extract().path("lines[0].id");
        act(officer(pudong), id, "credit", Map.of("lineId", first, "amount_fen", 400, "reason", "少跑"))
                .statusCode(200);
        String account = "?payer=%s&payee=%s&from=2020-01-01&to=2099-01-01".formatted(shanghai.id(), pudong.id());
        officer(pudong)
                .get(ROOT + "/ledger" + account + "&limit=2")
                .then()
                .statusCode(200)
                .body("charged_fen", equalTo(6900))
                .body("credited_fen", equalTo(-400))
                .body("settled_fen", equalTo(0))
                .body("open_fen", equalTo(6500))
                .body("items", hasSize(2));
        Map<String, String> statement = sheets(officer(pudong).accept(XLSX).get(ROOT + "/" + id + "/workbook"));
        assertThat(statement.get("xl/worksheets/sheet1.xml")).contains("Asia/Shanghai", "<v>6900</v>", "<v>6500</v>");
        assertThat(statement.get("xl/worksheets/sheet2.xml"))
                .contains("<v>5400</v>", "<v>1500</v>")
                .containsPattern("(&apos;|&#39;|')=1\\+1 invoice");
        Map<String, String> ledger = sheets(officer(pudong).accept(XLSX).get(ROOT + "/ledger/workbook" + account));
        assertThat(ledger.get("xl/worksheets/sheet1.xml")).contains("<v>6900</v>", "<v>-400</v>", "<v>6500</v>");
        assertThat(ledger.get("xl/worksheets/sheet2.xml")).contains("<v>5400</v>", "<v>1500</v>", "<v>-400</v>");
        officer(nanjing)
                .get(ROOT + "/ledger" + account)
                .then()
                .statusCode(200)
                .body("charged_fen", equalTo(0))
                .body("items", empty());
    }

    private String issued() {
        String id = drawn(SettlementMode.PER_USE);
        act(payee(), id, "issue", null).statusCode(200);
        return id;
    }

    private String drawn(SettlementMode mode) {
        String order = order();
        charged.charge(order, pudong, huangpu, mode, Instant.now());
        return statementOf(order);
    }

    /** An order that lends a car of Huangpu to Pudong. */
    private String order() {
        return Workflow.assign(organisations.shanghai(), Workflow.approved(pudong), fleet.car(huangpu))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String statementOf(String order) {
        return charged.inSystem(session -> session.createNativeQuery("""
                        select cast(l.statement_id as text) from statement_line l join charge_line p on p.id = l.charge_line_id
                                 join charge c on c.id = p.charge_id
                        where c.order_id = cast(?1 as uuid) limit 1""", String.class)
                .setParameter(1, order)
                .getSingleResult());
    }

    private String line(String id, int position) {
        return payee().get(ROOT + "/" + id).then().extract().path("lines[%d].id".formatted(position));
    }

    private RequestSpecification payer() {
        return officer(pudong);
    }

    private RequestSpecification payee() {
        return officer(huangpu);
    }

    private static RequestSpecification officer(Unit unit) {
        return Callers.somebody(unit, "officer-" + unit.code().toLowerCase(), "FLEET_OFFICER");
    }

    private static ValidatableResponse act(RequestSpecification by, String id, String act, Object body) {
        return (body == null ? by : by.body(body))
                .post(ROOT + "/" + id + "/" + act)
                .then();
    }

    private ValidatableResponse drawUp(Map<String, Object> wanted) {
        return officer(organisations.shanghai()).body(wanted).post(ROOT).then();
    }

    /** Issued eleven days ago, with ten to dispute. */
    private String issuedLongAgo() throws SQLException {
        String id = drawn(SettlementMode.PER_USE);
        run("""
                update statement set status = 'ISSUED', issued_at = now() - interval '11 days', issued_by = 'officer',
                    confirm_by = now() - interval '1 day' where id = '%s'""".formatted(id));
        return id;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement scope =
                    connection.prepareStatement("select set_config('motorpool.scope', '/', false)")) {
                scope.execute();
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.execute();
            }
        }
    }

    private static Map<String, String> sheets(Response response) throws IOException {
        byte[] file = response.then().statusCode(200).extract().asByteArray();
        Path copy = Files.write(Files.createTempFile("statement", ".xlsx"), file);
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}

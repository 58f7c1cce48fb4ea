package org.motorpool.dispatch.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.sharing.SettlementMode;

/** A statement from draft to voucher: Pudong uses a car of Huangpu. */
@QuarkusTest
class SettlementResourceTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Charged charged;

    @Inject
    Lent lent;

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
        String id = lent.drawn(SettlementMode.PER_USE);
        lent.payer().get(Lent.ROOT + "/" + id).then().statusCode(200).body("statement.status", equalTo("DRAFT"));
        Lent.act(lent.payee(), id, "issue", null)
                .statusCode(200)
                .body("statement.status", equalTo("ISSUED"))
                .body("statement.number", startsWith("JS-310101-"))
                .body("statement.total_fen", equalTo(6900))
                .body("lines.component", contains("DISTANCE", "TOLL"))
                .body("lines[0].quantity", equalTo(30))
                .body("lines[0].rate_fen", equalTo(180));
        Lent.act(lent.payer(), id, "confirm", null).statusCode(200).body("statement.status", equalTo("CONFIRMED"));
        Lent.act(lent.payee(), id, "settle", Map.of("voucherNumber", "记-2026-0117"))
                .statusCode(200)
                .body("statement.status", equalTo("SETTLED"))
                .body("statement.voucherNumber", equalTo("记-2026-0117"));
    }

    @Test
    void showsNothingToAnybodyElse() {
        String id = lent.issued();
        Callers.somebody(nanjing, "officer-nanjing", "FLEET_OFFICER")
                .get(Lent.ROOT + "/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("statement-unknown"));
        Lent.act(Lent.officer(nanjing), id, "confirm", null).statusCode(404).body("code", equalTo("statement-unknown"));
        Lent.officer(nanjing).get(Lent.ROOT).then().statusCode(200).body("items", empty());
        Lent.officer(nanjing).get(Lent.ROOT + "/charges").then().statusCode(200).body("items", empty());
        Lent.officer(nanjing)
                .accept(XLSX)
                .get(Lent.ROOT + "/" + id + "/workbook")
                .then()
                .statusCode(404);
        Callers.requester(pudong).get(Lent.ROOT + "/" + id).then().statusCode(403);
        Callers.dispatcher(pudong).get(Lent.ROOT + "/" + id).then().statusCode(200);
        Lent.act(Callers.dispatcher(pudong), id, "confirm", null).statusCode(403);
    }

    @Test
    void letsEachPartyTakeItsOwnStepsOnly() {
        String id = lent.drawn(SettlementMode.PER_USE);
        Lent.act(lent.payer(), id, "issue", null).statusCode(403).body("code", equalTo("forbidden"));
        Lent.act(lent.payee(), id, "issue", null).statusCode(200);
        Lent.act(lent.payee(), id, "confirm", null).statusCode(403).body("code", equalTo("forbidden"));
        Lent.act(lent.payee(), id, "settle", Map.of("voucherNumber", "1"))
                .statusCode(409)
                .body("code", equalTo("statement-state"));
        Lent.act(lent.payee(), id, "issue", null).statusCode(409).body("code", equalTo("statement-state"));
    }

    @Test
    void whoIssuedDoesNotConfirm() {
        String id = lent.drawn(SettlementMode.PER_USE);
        RequestSpecification above = Lent.officer(organisations.shanghai());
        Lent.act(above, id, "issue", null).statusCode(200);
        Lent.act(Lent.officer(organisations.shanghai()), id, "confirm", null)
                .statusCode(403)
                .body("code", equalTo("self-confirmation"));
    }

    @Test
    void aMatterHasOneStatementWhileItIsADraft() {
        String order = lent.order();
        charged.charge(order, pudong, huangpu, SettlementMode.PER_MATTER, Instant.now());
        String id = lent.statementOf(order);
        lent.payer()
                .get(Lent.ROOT + "/" + id)
                .then()
                .body("statement.mode", equalTo("PER_MATTER"))
                .body("statement.total_fen", equalTo(6900));
    }

    @Test
    void aMonthIsDrawnUpOnceHoweverOftenItIsAsked() {
        Unit unit = organisations.shanghai();
        String order = lent.order();
        charged.charge(order, unit, huangpu, SettlementMode.MONTHLY, Instant.parse("2025-03-31T15:59:59Z"));
        charged.charge(lent.order(), unit, huangpu, SettlementMode.MONTHLY, Instant.parse("2025-03-31T16:00:00Z"));
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
        String id = lent.drawn(SettlementMode.PER_USE);
        String tag = lent.payee().get(Lent.ROOT + "/" + id).then().extract().header("ETag");
        lent.payee()
                .header("If-Match", "\"77\"")
                .post(Lent.ROOT + "/" + id + "/issue")
                .then()
                .statusCode(412)
                .body("code", equalTo("version-stale"));
        String key = Ids.next().toString();
        for (int time = 0; time < 2; time++) {
            lent.payee()
                    .header("If-Match", tag)
                    .header("Idempotency-Key", key)
                    .post(Lent.ROOT + "/" + id + "/issue")
                    .then()
                    .statusCode(200)
                    .body("statement.status", equalTo("ISSUED"));
        }
        lent.payee()
                .header("Idempotency-Key", key)
                .body(Map.of("voucherNumber", "x"))
                .post(Lent.ROOT + "/" + id + "/settle")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void theDatabaseRefusesWhatMustNeverHappen() throws SQLException {
        String id = lent.issued();
        assertThatThrownBy(() -> lent.run("update statement set total_fen = 1 where id = '%s'".formatted(id)))
                .hasMessageContaining("issued and stays as it is");
        assertThatThrownBy(() -> lent.run("update statement set payer_unit_name = 'x' where id = '%s'".formatted(id)))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> lent.run("delete from statement_line where statement_id = '%s'".formatted(id)))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> lent.run("update charge set total_fen = 1")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> lent.run("""
                insert into statement_line (id, statement_id, charge_line_id, amount_fen)
                select gen_random_uuid(), statement_id, charge_line_id, amount_fen from statement_line
                where statement_id = '%s' limit 1""".formatted(id))).hasMessageContaining("takes no such line");
        String draft = lent.drawn(SettlementMode.PER_USE);
        assertThatThrownBy(() ->
                        lent.run("update statement set total_fen = total_fen + 1 where id = '%s'".formatted(draft)))
                .hasMessageContaining("is not the sum of its lines");
        assertThatThrownBy(() -> lent.run("""
                insert into statement_line (id, statement_id, charge_line_id, amount_fen)
                select gen_random_uuid(), statement_id, charge_line_id, amount_fen from statement_line
                where statement_id = '%s' limit 1""".formatted(draft)))
                .hasMessageContaining("statement_line_charge_line_id_key");
    }

    private ValidatableResponse drawUp(Map<String, Object> wanted) {
        return Lent.officer(organisations.shanghai())
                .body(wanted)
                .post(Lent.ROOT)
                .then();
    }
}

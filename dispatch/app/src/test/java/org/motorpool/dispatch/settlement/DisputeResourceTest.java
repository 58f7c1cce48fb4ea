package org.motorpool.dispatch.settlement;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;

/** Statements that are disputed or credited, and the clock that ends both: Pudong uses a car of Huangpu. */
@QuarkusTest
class DisputeResourceTest {

    @Inject
    Lent lent;

    @Inject
    StatementClock disputeClock;

    @Test
    void anUpheldDisputeBecomesACreditNoteAndChangesNoIssuedLine() {
        String id = lent.issued();
        String toll = lent.line(id, 1);
        ValidatableResponse disputed = Lent.act(
                        lent.payer(), id, "disputes", Map.of("lineId", toll, "reason", "票据不符", "evidence", "照片"))
                .statusCode(200)
                .body("statement.status", equalTo("DISPUTED"))
                .body("disputes[0].status", equalTo("OPEN"));
        String dispute = disputed.extract().path("disputes[0].id");
        Lent.act(lent.payer(), id, "disputes", Map.of("lineId", toll, "reason", "再次"))
                .statusCode(409)
                .body("code", equalTo("dispute-exists"));
        String resolve = "disputes/" + dispute + "/resolve";
        Lent.act(lent.payee(), id, resolve, Map.of("outcome", "UPHELD", "credit_fen", 1501, "resolution", "认可"))
                .statusCode(422)
                .body("code", equalTo("credit-exceeds-line"));
        Lent.act(lent.payee(), id, resolve, Map.of("outcome", "UPHELD", "credit_fen", 1500, "resolution", "认可"))
                .statusCode(200)
                .body("statement.status", equalTo("CONFIRMED"))
                .body("statement.total_fen", equalTo(6900))
                .body("statement.payable_fen", equalTo(5400))
                .body("creditNotes[0].kind", equalTo("CREDIT_NOTE"))
                .body("creditNotes[0].total_fen", equalTo(-1500))
                .body("disputes[0].status", equalTo("UPHELD"));
        Lent.act(lent.payee(), id, resolve, Map.of("outcome", "REJECTED", "resolution", "不认可"))
                .statusCode(409)
                .body("code", equalTo("statement-state"));
        Lent.act(lent.payee(), id, "settle", Map.of("voucherNumber", "V-7"))
                .statusCode(200)
                .body("creditNotes[0].status", equalTo("SETTLED"));
    }

    @Test
    void aRejectedDisputeConfirmsTheStatementAsItIs() {
        String id = lent.issued();
        String dispute = Lent.act(lent.payer(), id, "disputes", Map.of("lineId", lent.line(id, 0), "reason", "里程不符"))
                .extract()
                .path("disputes[0].id");
        Lent.act(
                        lent.payee(),
                        id,
                        "disputes/" + dispute + "/resolve",
                        Map.of("outcome", "REJECTED", "resolution", "轨迹已核对"))
                .statusCode(200)
                .body("statement.status", equalTo("CONFIRMED"))
                .body("statement.payable_fen", equalTo(6900))
                .body("creditNotes", empty());
    }

    @Test
    void creditsOfALineNeverExceedIt() {
        String id = lent.issued();
        Map<String, Object> half = Map.of("lineId", lent.line(id, 1), "amount_fen", 1000, "reason", "多收");
        Lent.act(lent.payee(), id, "credit", half).statusCode(200).body("statement.payable_fen", equalTo(5900));
        Lent.act(lent.payee(), id, "credit", half).statusCode(422).body("code", equalTo("credit-exceeds-line"));
        Lent.act(lent.payer(), id, "credit", half).statusCode(403);
    }

    @Test
    void silenceConfirmsAndTheClockEndsDisputes() throws Throwable {
        String id = lent.issuedLongAgo();
        String other = lent.issued();
        Lent.act(lent.payer(), other, "disputes", Map.of("lineId", lent.line(other, 0), "reason", "里程不符"));
        Lent.act(lent.payer(), id, "disputes", Map.of("lineId", lent.line(id, 0), "reason", "里程不符"))
                .statusCode(409)
                .body("code", equalTo("dispute-clock-expired"));
        VertxContextSupport.subscribeAndAwait(disputeClock::confirmDue);
        lent.payer()
                .get(Lent.ROOT + "/" + id)
                .then()
                .body("statement.status", equalTo("CONFIRMED"))
                .body("statement.confirmedBy", equalTo("system"));
        lent.payer().get(Lent.ROOT + "/" + other).then().body("statement.status", equalTo("DISPUTED"));
    }

    @Test
    void namesTheFieldAtFault() {
        String id = lent.issued();
        Lent.act(lent.payer(), id, "disputes", Map.of("reason", "x"))
                .statusCode(400)
                .body("field", equalTo("lineId"));
        Lent.act(lent.payer(), id, "disputes", Map.of("lineId", lent.line(id, 0)))
                .statusCode(400)
                .body("field", equalTo("reason"));
        Lent.act(lent.payer(), id, "disputes", Map.of("lineId", Ids.next(), "reason", "x"))
                .statusCode(404)
                .body("code", equalTo("statement-line-unknown"));
        Lent.act(lent.payee(), id, "settle", Map.of()).statusCode(400).body("field", equalTo("voucherNumber"));
        Lent.act(lent.payee(), id, "credit", Map.of("lineId", lent.line(id, 0), "amount_fen", 0, "reason", "x"))
                .statusCode(400)
                .body("field", equalTo("amount_fen"));
        lent.payer()
                .get(Lent.ROOT + "/ledger?payer=1&payee=2&from=2026-01-01&to=2026-02-01")
                .then()
                .statusCode(400)
                .body("field", equalTo("payer"));
        lent.payer()
                .get(Lent.ROOT + "/ledger?from=2026-02-01&to=2026-02-01")
                .then()
                .statusCode(400)
                .body("field", equalTo("to"));
    }
}

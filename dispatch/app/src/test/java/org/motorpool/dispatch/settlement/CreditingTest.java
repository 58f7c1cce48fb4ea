package org.motorpool.dispatch.settlement;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.sharing.SettlementMode;
import org.motorpool.dispatch.trip.Tolls;

/** A toll that was passed through and is cancelled afterwards is taken back by itself, once its statement is issued. */
@QuarkusTest
class CreditingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Charged charged;

    @Inject
    Lent lent;

    private Unit huangpu;
    private Fleet.Crew crew;
    private String order;
    private String expense;
    private String statement;

    @BeforeEach
    void aTollOnADraft() {
        huangpu = organisations.huangpu();
        crew = fleet.car(huangpu);
        order = Workflow.assign(organisations.shanghai(), Workflow.approved(organisations.pudong()), crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        expense = Tolls.record(Lent.officer(huangpu), crew, order, 1500);
        LineToCharge line = new LineToCharge(
                "TOLL", BigDecimal.ONE, "item", null, 1500, "expense " + expense, UUID.fromString(expense));
        List<LineToCharge> lines = List.of(Charged.thirtyKilometres().getFirst(), line);
        charged.charge(order, organisations.pudong(), huangpu, SettlementMode.PER_USE, Instant.now(), lines);
        statement = lent.statementOf(order);
    }

    private ValidatableResponse correct(int amount_fen) {
        return Lent.officer(huangpu)
                .body(Map.of("expense", Tolls.of(crew, order, amount_fen), "reason", "金额录错"))
                .put("/api/v1/expenses/" + expense)
                .then();
    }

    @Test
    void takesBackWhatWasIssued() {
        Lent.act(lent.payee(), statement, "issue", null).statusCode(200);
        cancel();
        await().atMost(PATIENCE).until(() -> payable_fen() == 5400);
        read().body("creditNotes.total_fen", contains(-1500)).body("statement.total_fen", equalTo(6900));
    }

    /** Else the statement would say another amount than the expense. */
    @Test
    void isNotCorrectedOnceItWasCharged() {
        correct(1600).statusCode(409).body("code", equalTo("expense-charged"));
        read().body("statement.payable_fen", equalTo(6900));
    }

    @Test
    void waitsForTheStatementToBeIssued() {
        cancel();
        read().body("creditNotes", empty()).body("statement.payable_fen", equalTo(6900));
        Lent.act(lent.payee(), statement, "issue", null).statusCode(200);
        await().atMost(PATIENCE).until(() -> payable_fen() == 5400);
    }

    @Test
    void takesBackNoMoreThanTheLineHasLeft() {
        Lent.act(lent.payee(), statement, "issue", null).statusCode(200);
        JsonPath lines = read().extract().jsonPath();
        String line = lines.getString("lines.find { it.component == 'TOLL' }.id");
        Lent.act(lent.payee(), statement, "credit", Map.of("lineId", line, "amount_fen", 400, "reason", "少付"))
                .statusCode(200);
        cancel();
        await().atMost(PATIENCE).until(() -> payable_fen() == 5400);
        read().body("creditNotes.total_fen", contains(-400, -1100));
    }

    private void cancel() {
        Lent.officer(huangpu)
                .body(Map.of("reason", "重复登记"))
                .post("/api/v1/expenses/" + expense + "/cancel")
                .then()
                .statusCode(200);
    }

    private int payable_fen() {
        return read().extract().path("statement.payable_fen");
    }

    private ValidatableResponse read() {
        return lent.payee().get(Lent.ROOT + "/" + statement).then().statusCode(200);
    }
}

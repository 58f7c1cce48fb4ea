package org.motorpool.dispatch.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.sharing.SettlementMode;
import org.motorpool.dispatch.trip.Tolls;

/** A toll that is corrected in the very moment it is charged is not charged as it was. */
@QuarkusTest
class ChargeAtOnceTest {

    private static final String WAITING = "select count(*) from pg_locks where %d = any(pg_blocking_pids(pid))";

    private static final String CORRECT = "update dispatch.expense_entry set amount_fen = 1600 where id = '%s'";

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Charged charged;

    @Inject
    Lent lent;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword;

    @Test
    void isChargedAsItIs() throws Exception {
        Unit huangpu = organisations.huangpu();
        Fleet.Crew crew = fleet.car(huangpu);
        String order = Workflow.assign(organisations.shanghai(), Workflow.approved(organisations.pudong()), crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String toll = Tolls.record(Lent.officer(huangpu), crew, order, 1500);
        FutureTask<Void> charging = new FutureTask<>(() -> charge(huangpu, order, toll, 1500), null);
        try (Connection owner = connect();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            int correcting = number(statement, "select pg_backend_pid()");
            assertThat(statement.executeUpdate(CORRECT.formatted(toll))).isEqualTo(1);
            Thread.ofVirtual().start(charging);
            await().atMost(Duration.ofSeconds(60)).until(() -> isWaitedFor(correcting));
            owner.commit();
        }
        assertThatThrownBy(charging::get).hasStackTraceContaining("expense_charged_as_it_is");
        charge(huangpu, order, toll, 1600);
        int total_fen = lent.payee()
                .get(Lent.ROOT + "/" + lent.statementOf(order))
                .then()
                .statusCode(200)
                .extract()
                .path("statement.total_fen");
        assertThat(total_fen).isEqualTo(1600);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database, "motorpool", ownerPassword);
    }

    private void charge(Unit payee, String order, String toll, int amount_fen) {
        LineToCharge line = new LineToCharge(
                "TOLL", BigDecimal.ONE, "item", null, amount_fen, "expense " + toll, UUID.fromString(toll));
        charged.charge(order, organisations.pudong(), payee, SettlementMode.PER_USE, Instant.now(), List.of(line));
    }

    private boolean isWaitedFor(int pid) throws SQLException {
        try (Connection owner = connect();
                Statement statement = owner.createStatement()) {
            return number(statement, WAITING.formatted(pid)) > 0;
        }
    }

    private static int number(Statement statement, String question) throws SQLException {
        try (ResultSet found = statement.executeQuery(question)) {
            found.next();
            return found.getInt(1);
        }
    }
}

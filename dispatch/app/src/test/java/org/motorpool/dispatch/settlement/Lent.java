package org.motorpool.dispatch.settlement;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.sharing.SettlementMode;

/** Object mother: Pudong uses a car of Huangpu; the statements of that, and the officers of both. */
@ApplicationScoped
class Lent {

    static final String ROOT = "/api/v1/settlements";

    private final Organisations organisations;
    private final Fleet fleet;
    private final Charged charged;
    private final DataSource database;

    Lent(Organisations organisations, Fleet fleet, Charged charged, DataSource database) {
        this.organisations = organisations;
        this.fleet = fleet;
        this.charged = charged;
        this.database = database;
    }

    static RequestSpecification officer(Unit unit) {
        return Callers.somebody(unit, "officer-" + unit.code().toLowerCase(), "FLEET_OFFICER");
    }

    RequestSpecification payer() {
        return officer(organisations.pudong());
    }

    RequestSpecification payee() {
        return officer(organisations.huangpu());
    }

    static ValidatableResponse act(RequestSpecification by, String id, String act, @Nullable Object body) {
        return (body == null ? by : by.body(body))
                .post(ROOT + "/" + id + "/" + act)
                .then();
    }

    /** An order that lends the car. */
    String order() {
        return Workflow.assign(
                        organisations.shanghai(),
                        Workflow.approved(organisations.pudong()),
                        fleet.car(organisations.huangpu()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A draft. */
    String drawn(SettlementMode mode) {
        String order = order();
        charged.charge(order, organisations.pudong(), organisations.huangpu(), mode, Instant.now());
        return statementOf(order);
    }

    String issued() {
        String id = drawn(SettlementMode.PER_USE);
        act(payee(), id, "issue", null).statusCode(200);
        return id;
    }

    /** Issued eleven days ago, with ten to dispute. */
    String issuedLongAgo() throws SQLException {
        String id = drawn(SettlementMode.PER_USE);
        run("""
                update statement set status = 'ISSUED', issued_at = now() - interval '11 days', issued_by = 'officer',
                    confirm_by = now() - interval '1 day' where id = '%s'""".formatted(id));
        return id;
    }

    String statementOf(String order) {
        return charged.inSystem(session -> session.createNativeQuery("""
                        select cast(l.statement_id as text) from statement_line l join charge_line p on p.id = l.charge_line_id
                                 join charge c on c.id = p.charge_id
                        where c.order_id = cast(?1 as uuid) limit 1""", String.class)
                .setParameter(1, order)
                .getSingleResult());
    }

    String line(String id, int position) {
        return payee().get(ROOT + "/" + id).then().extract().path("lines[%d].id".formatted(position));
    }

    /** As the platform's own role. */
    void run(String sql) throws SQLException {
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
}

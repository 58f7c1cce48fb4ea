package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.dispatch.demo.DemoProfile;

/** PostgreSQL itself keeps the compliance of units apart: plain SQL with the service's role, no filter of ours. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class ComplianceScopeTest {

    private static final String ANHUI = "/100000/340000/";

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {"quota", "procurement_plan", "procurement_plan_item", "indicator", "acquisition", "nev_exemption"
            })
    void showsRowsOfTheScopeOnly(String table) throws SQLException {
        assertThat(count(null, "select count(*) from %s".formatted(table))).isZero();
        assertThat(count(
                        ANHUI,
                        "select count(*) from %s where not starts_with(unit_path, '%s')".formatted(table, ANHUI)))
                .isZero();
    }

    @Test
    void changesNoIndicatorOutsideTheScope() throws SQLException {
        try (Connection connection = inScope(ANHUI)) {
            assertThat(connection
                            .createStatement()
                            .executeUpdate("update indicator set reason = 'x' where not starts_with(unit_path, '"
                                    + ANHUI + "')"))
                    .isZero();
            assertThatThrownBy(
                            () -> connection
                                    .createStatement()
                                    .executeUpdate(
                                            "update indicator set unit_path = '/100000/310000/' where starts_with(unit_path, '/100000/34')"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void letsNobodyChangeARuleRowOrADecision() throws SQLException {
        try (Connection connection = inScope("/")) {
            assertThatThrownBy(() ->
                            connection.createStatement().executeUpdate("update equipment_limit set price_max_fen = 1"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> connection.createStatement().executeUpdate("delete from nev_rule"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() ->
                            connection.createStatement().executeUpdate("update acquisition set violations = '[]'"))
                    .hasMessageContaining("permission denied");
        }
    }

    private long count(String scope, String sql) throws SQLException {
        try (Connection connection = inScope(scope)) {
            ResultSet row = connection.createStatement().executeQuery(sql);
            row.next();
            return row.getLong(1);
        }
    }

    private Connection inScope(String scope) throws SQLException {
        Connection connection = database.getConnection();
        connection
                .createStatement()
                .execute("select set_config('motorpool.scope', '%s', false)".formatted(scope == null ? "" : scope));
        return connection;
    }
}

package org.motorpool.dispatch.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;

/** PostgreSQL itself keeps units apart: plain SQL with the service's role, no filter of ours. */
@QuarkusTest
class RowLevelSecurityTest {

    @Inject
    DataSource database;

    @Inject
    Organisations organisations;

    @BeforeEach
    void units() {
        organisations.pudong();
        organisations.huangpu();
    }

    @Test
    void showsNothingWithoutAScope() throws SQLException {
        assertThat(codes(null)).isEmpty();
    }

    @Test
    void showsNothingWithAnEmptyScope() throws SQLException {
        assertThat(codes("")).isEmpty();
    }

    @Test
    void showsTheSubtreeOfTheScope() throws SQLException {
        assertThat(codes(organisations.shanghai().path())).containsExactly("T310000", "T310101", "T310115");
        assertThat(codes(organisations.pudong().path())).containsExactly("T310115");
    }

    @Test
    void doesNotTakeANeighbourWithTheSamePrefixForAChild() throws SQLException {
        assertThat(codes("/T100000/T3101/")).isEmpty();
    }

    @Test
    void refusesToWriteOutsideTheScope() throws SQLException {
        try (Connection connection = inScope(organisations.pudong().path())) {
            PreparedStatement insert = connection.prepareStatement(
                    "insert into unit (id, code, name, level, region_code, path) values (?, 'T9', '外', 'COUNTY', '310101', '/T9/')");
            insert.setObject(1, Ids.next());
            assertThatThrownBy(insert::executeUpdate).hasMessageContaining("row-level security");
        }
    }

    /** Of today's features and of those to come: who adds a table with a unit cannot forget its policy. */
    @Test
    void guardsEveryTableThatCarriesAUnit() throws SQLException {
        List<String> guarded = tables(true);
        assertThat(tables(false)).isEmpty();
        assertThat(guarded)
                .contains("vehicle", "indicator", "disposal", "expense_entry", "finding", "seal", "annual_report");
        try (Connection connection = inScope(null)) {
            for (String table : guarded) {
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from " + table);
                rows.next();
                assertThat(rows.getLong(1)).as(table).isZero();
            }
        }
    }

    @Test
    void keepsTheServiceOutOfTheTelemetrySchema() throws SQLException {
        try (Connection connection = inScope("/")) {
            PreparedStatement read = connection.prepareStatement("select count(*) from telemetry.position");
            assertThatThrownBy(read::executeQuery).hasMessageContaining("permission denied for schema telemetry");
        }
    }

    /** Tables with the path of a unit, guarded or not. */
    private List<String> tables(boolean guarded) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            PreparedStatement query = connection.prepareStatement("""
                    select distinct c.relname
                    from pg_class c
                             join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'dispatch'
                             join pg_attribute a on a.attrelid = c.oid and a.attname like '%unit_path' and not a.attisdropped
                    where c.relkind in ('r', 'p') and c.relrowsecurity = ?
                    order by c.relname""");
            query.setBoolean(1, guarded);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private List<String> codes(String scope) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (Connection connection = inScope(scope)) {
            ResultSet rows = connection
                    .prepareStatement("select code from unit where code like 'T%' order by code")
                    .executeQuery();
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        }
        return codes;
    }

    private Connection inScope(String scope) throws SQLException {
        Connection connection = database.getConnection();
        if (scope != null) {
            PreparedStatement set = connection.prepareStatement("select set_config('motorpool.scope', ?, false)");
            set.setString(1, scope);
            set.execute();
        } else {
            connection.createStatement().execute("reset motorpool.scope");
        }
        return connection;
    }
}

package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.demo.DemoProfile;

/** The rule rows that the migration writes, against the regulation's table and against the demo fleet. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class EquipmentLimitSeedTest {

    private static final String IN_TEN_THOUSAND_YUAN = """
            select category || ' ' || tier || ' ' || coalesce((price_max_fen / 1000000)::text, '-') || ' '
                   || coalesce(displacement_max_l::text, '-') || ' '
                   || coalesce((new_energy_sedan_price_max_fen / 1000000)::text, '-') || ' ' || approval_required
            from equipment_limit order by id""";

    private static final String OVER_THE_LIMIT = """
            select v.plate from vehicle v
            where not exists (
                select from equipment_limit l
                where l.category = v.category and v.body_type = any (l.body_types)
                  and v.displacement_l <= coalesce(l.displacement_max_l, v.displacement_l)
                  and v.price_fen <= case
                      when v.body_type = 'SEDAN' and v.energy_type in ('BEV', 'PHEV', 'EREV', 'FCEV')
                      then coalesce(l.new_energy_sedan_price_max_fen, l.price_max_fen, v.price_fen)
                      else coalesce(l.price_max_fen, v.price_fen) end)""";

    @Inject
    DataSource database;

    @Test
    void holdsTheStandardsOfTheRegulation() throws SQLException {
        assertThat(rows(IN_TEN_THOUSAND_YUAN))
                .containsExactly(
                        "JYTX BASE 12 1.6 18 false",
                        "YJBZ BASE 18 1.8 18 false",
                        "YJBZ SPECIAL_A 25 3 - true",
                        "YJBZ SPECIAL_B 45 - - true",
                        "ZFZQ BASE 12 1.6 18 false",
                        "ZFZQ WORK_NEED 18 1.8 18 true",
                        "ZFZQ SPECIAL_A 25 3 - true",
                        "ZFZQ SPECIAL_B 45 - - true",
                        "TZZY BY_DEPT - - - true",
                        "QT BASE 18 1.8 18 false",
                        "QT SPECIAL_A 25 3 - true",
                        "QT SPECIAL_B 45 - - true",
                        "SYDW_JY BASE 12 1.6 18 false",
                        "SYDW_YW BASE 18 1.8 18 false",
                        "SYDW_YW SPECIAL_A 25 3 - true",
                        "SYDW_YW SPECIAL_B 45 - - true");
    }

    @Test
    void findsTheDemoFleetWithinTheStandards() throws SQLException {
        assertThat(rows(OVER_THE_LIMIT)).isEmpty();
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection
                    .prepareStatement("select set_config('motorpool.scope', '/', true)")
                    .execute();
            ResultSet rows = connection.prepareStatement(sql).executeQuery();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            connection.rollback();
        }
        return found;
    }
}

package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.demo.DemoProfile;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** Every rule row that comes with the platform lets its good example pass and refuses its bad one; a row without fails. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class PolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private static final String SHIPPED = """
            select kind || ' ' || jurisdiction || ' ' || key || ' ' || effective_from, effective_from, effective_to,
                   content -> 'head' ->> 'clause'
            from dispatch.rule_row where recorded_by = 'motorpool'""";

    private record Row(LocalDate day, String clause) {}

    @Inject
    DataSource database;

    @Inject
    ScopedTransactions transactions;

    @Inject
    RuleService rules;

    static List<Policies.Example> examples() {
        return Policies.examples();
    }

    @Test
    void hasExamplesForEveryRuleRow() throws SQLException {
        assertThat(examples().stream().map(Policies.Example::row))
                .containsExactlyInAnyOrderElementsOf(shipped().keySet());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void letsTheGoodExamplePassAndRefusesTheBadOne(Policies.Example example) throws SQLException {
        Row row = shipped().get(example.row());
        RuleBook book = Permits.await(() ->
                transactions.inTransaction(Scope.SYSTEM, session -> rules.book(session, example.region(), row.day())));

        assertThat(example.passes().apply(book)).isEmpty();
        assertThat(example.refused().apply(book))
                .filteredOn(violation -> violation.rule().equals(example.broken()))
                .isNotEmpty()
                .allSatisfy(violation ->
                        assertThat(violation.message() + violation.messageEn()).isNotBlank())
                .extracting(Violation::clause)
                .satisfies(clauses -> assertThat(example.row().startsWith("CATEGORY") || clauses.contains(row.clause()))
                        .as("%s cites %s", clauses, row.clause())
                        .isTrue());
    }

    /** Shipped rows, with a day on which they are in force. */
    private TreeMap<String, Row> shipped() throws SQLException {
        TreeMap<String, Row> rows = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            ResultSet found = connection.prepareStatement(SHIPPED).executeQuery();
            while (found.next()) {
                LocalDate day = found.getObject(3) == null ? TODAY : found.getObject(2, LocalDate.class);
                rows.put(found.getString(1), new Row(day, found.getString(4)));
            }
        }
        return rows;
    }
}

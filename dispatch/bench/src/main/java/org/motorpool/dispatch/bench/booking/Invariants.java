package org.motorpool.dispatch.bench.booking;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What must hold in the tables whatever happened; each is a query for what breaks it. */
final class Invariants {

    private final Connection connection;

    Invariants(Connection connection) {
        this.connection = connection;
    }

    /** All of them, with what the people know that the tables do not. */
    static List<Invariant> all(long confirmed_fen, long rented_fen) {
        return Stream.of(
                        BookingInvariants.ALL,
                        MoneyInvariants.ALL,
                        MoneyInvariants.kept(confirmed_fen, rented_fen),
                        MileageInvariants.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /** What is broken: how often, and a row that shows it; empty when all holds. */
    Map<String, String> broken(List<Invariant> invariants) throws SQLException {
        Map<String, String> broken = new LinkedHashMap<>();
        for (Invariant invariant : invariants) {
            String times = first(invariant.broken());
            if (!times.equals("0")) {
                broken.put(invariant.name(), times + ": " + first(invariant.example()));
            }
        }
        return broken;
    }

    private String first(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}

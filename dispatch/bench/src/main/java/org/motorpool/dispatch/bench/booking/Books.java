package org.motorpool.dispatch.bench.booking;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What the database holds of the bookings that were confirmed, and of the events that told of them. */
final class Books {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Every event that was ever written with a change, also after it has left. */
    private static final String KEEP_EVENTS = """
            create table bench_event (id bigint, payload jsonb);
            create function bench_keep_event() returns trigger language plpgsql security definer
                set search_path = dispatch, pg_temp as
            'begin insert into bench_event values (new.id, new.payload::jsonb); return new; end';
            create trigger bench_keep_event after insert on outbox for each row execute function bench_keep_event();
            """;

    private static final String ORDERS = """
            select count(*) from vehicle_order where id = any (?) and status <> 'CANCELLED'
            """;
    private static final String EXPENSES = "select count(*) from expense where id = any (?)";
    private static final String REQUESTS =
            "select count(*) from use_request where id = any (?) and status = 'ASSIGNED'";

    /** More than one of anything that was asked for once: by the mark in the purpose, by order, by event. */
    private static final String DOUBLED = """
            select (select coalesce(sum(n - 1), 0) from (select count(*) n from use_request where purpose like '公务出行 crash-%' group by purpose) a)
                 + (select coalesce(sum(n - 1), 0) from (select count(*) n from vehicle_order
                        where purpose like '公务出行 crash-%' and status <> 'CANCELLED' group by purpose) b)
                 + (select coalesce(sum(n - 1), 0) from (select count(*) n from expense where invoice_number like 'crash-%' group by invoice_number) c)
                 + (select coalesce(sum(n - 1), 0) from (select count(*) n from bench_event
                        where payload ->> 'type' in ('request-submitted', 'request-approved', 'vehicle-assigned')
                        group by payload ->> 'type', payload ->> 'requestId') d)
            """;

    private static final String EVENTS = """
            select count(distinct payload ->> 'requestId') from bench_event
            where payload ->> 'type' = ? and (payload ->> 'requestId')::uuid = any (?)
            """;

    private final Connection connection;

    Books(Connection connection) {
        this.connection = connection;
    }

    /** Keep every event from now on. */
    void keepEvents() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(KEEP_EVENTS);
        }
    }

    /** Waits until every event has left. */
    void awaitDelivery() throws SQLException, InterruptedException {
        long end_ns = System.nanoTime() + PATIENCE.toNanos();
        while (count("select count(*) from outbox") > 0) {
            if (System.nanoTime() > end_ns) {
                throw new IllegalStateException("events still wait to be delivered");
            }
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    /** Requests, orders, expenses and events of these bookings that are not there. */
    long lost(List<Chain.Confirmed> confirmed) throws SQLException {
        UUID[] requests = ids(confirmed, Chain.Confirmed::requestId);
        long lost = requests.length - countOf(REQUESTS, requests);
        lost += requests.length - countOf(ORDERS, ids(confirmed, Chain.Confirmed::orderId));
        lost += requests.length - countOf(EXPENSES, ids(confirmed, Chain.Confirmed::expenseId));
        for (String type : List.of("request-submitted", "request-approved", "vehicle-assigned")) {
            lost += requests.length - events(type, requests);
        }
        return lost;
    }

    /** How many there are too many. */
    long doubled() throws SQLException {
        return count(DOUBLED);
    }

    private static UUID[] ids(List<Chain.Confirmed> confirmed, Function<Chain.Confirmed, String> id) {
        return confirmed.stream().map(id).map(UUID::fromString).toArray(UUID[]::new);
    }

    private long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private long countOf(String sql, UUID[] ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Array array = connection.createArrayOf("uuid", ids);
            statement.setArray(1, array);
            return first(statement);
        }
    }

    private long events(String type, UUID[] requests) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            statement.setString(1, type);
            statement.setArray(2, connection.createArrayOf("uuid", requests));
            return first(statement);
        }
    }

    private static long first(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

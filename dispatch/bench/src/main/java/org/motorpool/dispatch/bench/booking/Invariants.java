package org.motorpool.dispatch.bench.booking;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** What must hold in the tables whatever happened; each is a query for what breaks it. */
final class Invariants {

    /** Where a request may go, as the audit trail tells it. */
    private static final String REQUEST_MOVES = """
            ('SUBMITTED','SUBMITTED'), ('SUBMITTED','APPROVED'), ('SUBMITTED','RETURNED'), ('SUBMITTED','REJECTED'),
            ('SUBMITTED','CANCELLED'), ('SUBMITTED','LAPSED'), ('RETURNED','SUBMITTED'), ('RETURNED','CANCELLED'),
            ('APPROVED','APPROVED'), ('APPROVED','ASSIGNED'), ('APPROVED','CANCELLED'), ('ASSIGNED','APPROVED'),
            ('ASSIGNED','ASSIGNED'), ('ASSIGNED','UNDERWAY'), ('ASSIGNED','CLOSED'), ('UNDERWAY','UNDERWAY'), ('UNDERWAY','CLOSED')
            """;

    private static final String ORDER_MOVES = """
            ('ASSIGNED','ACCEPTED'), ('ASSIGNED','ASSIGNED'), ('ACCEPTED','ASSIGNED'), ('ACCEPTED','ACCEPTED'), ('ACCEPTED','DEPARTED'),
            ('ASSIGNED','CANCELLED'), ('ACCEPTED','CANCELLED'), ('DEPARTED','ARRIVED'), ('ARRIVED','RETURNED'), ('RETURNED','CLOSED'),
            ('ASSIGNED','NO_SHOW'), ('ACCEPTED','NO_SHOW'), ('DEPARTED','NO_SHOW'), ('ARRIVED','NO_SHOW'), ('DEPARTED','DEPARTED'),
            ('ARRIVED','ARRIVED'), ('DEPARTED','RETURNED')
            """;
    /** Requests of the walk and their orders; nobody else's. */
    private static final String OF_WALK = """
            (select id from use_request where purpose = '公务出行 walk' union all select id from vehicle_order where purpose = '公务出行 walk')""";

    private static final String MOVES = """
            select count(*) from (
                select subject_kind, split_part(before, ' ', 1) b, split_part(after, ' ', 1) a from audit_entry
                where subject_kind = '%s' and before is not null and after is not null and subject_id in %s group by 1, 2, 3) moved
            where (b, a) not in (%s)
            """;

    /** A state of one thing begins where the one before ended. */
    private static final String BROKEN_STORIES = """
            select count(*) from (
                select subject_kind, split_part(before, ' ', 1) b,
                       lag(split_part(after, ' ', 1)) over (partition by subject_id, subject_kind order by id) previous
                from audit_entry where subject_kind in ('request', 'order') and subject_id in %s) told
            where previous is not null and b is distinct from previous
            """;

    private static final String DOUBLE_BOOKED = """
            select count(*) from vehicle_order a join vehicle_order b
                on a.%1$s = b.%1$s and a.id < b.id and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
            where a.status not in ('CANCELLED') and b.status not in ('CANCELLED') and a.purpose like '公务出行 walk'
            """;
    private static final String REQUEST_WITHOUT_ORDER = """
            select count(*) from use_request r
            where r.purpose = '公务出行 walk' and (r.status in ('ASSIGNED', 'UNDERWAY')) is distinct from exists (
                select 1 from vehicle_order o
                where o.request_id = r.id and o.status in ('ASSIGNED', 'ACCEPTED', 'DEPARTED', 'ARRIVED', 'RETURNED'))
            """;

    /** Kilometres of a vehicle that two trips both claim. */
    private static final String KM_TWICE = """
            select count(*) from trip a join trip b on a.vehicle_id = b.vehicle_id and a.id < b.id
                and a.odometer_end_km > b.odometer_start_km and b.odometer_end_km > a.odometer_start_km
            where a.request_id in (select id from use_request where purpose = '公务出行 walk')
            """;

    private final Connection connection;

    Invariants(Connection connection) {
        this.connection = connection;
    }

    /** What is broken, and how often; empty when all holds. */
    Map<String, Long> broken(long confirmed_fen) throws SQLException {
        Map<String, Long> broken = new LinkedHashMap<>();
        check(broken, "illegal request moves", MOVES.formatted("request", OF_WALK, REQUEST_MOVES));
        check(broken, "illegal order moves", MOVES.formatted("order", OF_WALK, ORDER_MOVES));
        check(broken, "stories with a gap", BROKEN_STORIES.formatted(OF_WALK));
        check(broken, "vehicles booked twice", DOUBLE_BOOKED.formatted("vehicle_id"));
        check(broken, "drivers booked twice", DOUBLE_BOOKED.formatted("driver_id"));
        check(broken, "requests out of step with their order", REQUEST_WITHOUT_ORDER);
        check(broken, "kilometres counted twice", KM_TWICE);
        check(
                broken,
                "fen lost or counted twice",
                "select abs(coalesce(sum(amount_fen), 0) - %d) from expense where no_order_reason = '随机'"
                        .formatted(confirmed_fen));
        return broken;
    }

    private void check(Map<String, Long> broken, String name, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            if (rows.getLong(1) != 0) {
                broken.put(name, rows.getLong(1));
            }
        }
    }
}

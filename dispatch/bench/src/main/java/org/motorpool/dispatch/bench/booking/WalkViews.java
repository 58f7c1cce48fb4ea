package org.motorpool.dispatch.bench.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** What belongs to a random walk, and nobody else's, as views of one connection. */
final class WalkViews {

    private static final String VIEWS = """
            create or replace temp view walk_unit as select * from unit where code ~ '^(31|33|50|51)99[0-9]{2}$';
            create or replace temp view walk_request as
                select * from use_request where unit_id in (select id from walk_unit) and submitted_at >= '%1$s' and purpose not like '%% load-%%';
            create or replace temp view walk_order as
                select o.*, v.unit_id as owner_id from vehicle_order o join vehicle v on v.id = o.vehicle_id
                where o.request_id in (select id from walk_request);
            create or replace temp view walk_vehicle as select * from vehicle where unit_id in (select id from walk_unit) and seats = %2$d;
            create or replace temp view walk_trip as select * from trip where order_id in (select id from walk_order);
            create or replace temp view walk_case as
                select * from service_case where unit_id in (select id from walk_unit) and opened_at >= '%1$s';
            create or replace temp view walk_charge as select * from charge where order_id in (select id from walk_order);
            """;

    private WalkViews() {}

    /** Makes them for what people did since a moment. */
    static void make(Connection connection, Instant begun) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(VIEWS.formatted(begun, Fleet.WALK_SEATS));
        }
    }
}

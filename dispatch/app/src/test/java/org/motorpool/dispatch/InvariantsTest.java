package org.motorpool.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.dispatch.bench.booking.RandomSteps;

/**
 * Every invariant of the random steps bites: rows that the schema would refuse are made up in temporary tables of the same columns,
 * which the queries see instead.
 */
@QuarkusTest
class InvariantsTest {

    private static final List<String> TABLES = List.of(
            "unit",
            "use_request",
            "request_step",
            "vehicle",
            "vehicle_order",
            "rental_order",
            "order_basis",
            "trip",
            "audit_entry",
            "operation",
            "preemption",
            "expense",
            "expense_entry",
            "charge",
            "charge_line",
            "statement",
            "statement_line",
            "service_case",
            "service_case_line",
            "service_bill",
            "odometer_reading",
            "mileage_attribution",
            "mileage_segment");

    /** A unit with a request that has a closed order with its trip of 30 km, attributed; and everything is in step. */
    private static final String IN_STEP = """
            insert into unit (id, code) values (#u, '319901'), (#w, '319905');
            insert into vehicle (id, unit_id, seats) values (#v, #w, 7);
            insert into use_request (id, unit_id, requester_id, submitted_at, purpose, status, round, emergency)
                values (#r, #u, #p, now(), 'walk', 'CLOSED', 1, false);
            insert into vehicle_order (id, request_id, vehicle_id, driver_id, status, starts_at, ends_at)
                values (#o, #r, #v, #d, 'CLOSED', now(), now() + interval '1 hour');
            insert into order_basis (order_id, tariff_id) values (#o, #t);
            insert into trip (id, order_id, request_id, vehicle_id, departed_at, returned_at, odometer_start_km, odometer_end_km)
                values (#k, #o, #r, #v, now(), now() + interval '1 minute', 1000, 1030);
            insert into charge (id, kind, order_id, request_id, payer_unit_id, payee_unit_id, mode, distance_m, total_fen)
                values (#c, 'USE', #o, #r, #u, #w, 'PER_USE', 30000, 6000);
            insert into charge_line (id, charge_id, amount_fen) values (#l, #c, 6000);
            insert into statement (id, payer_unit_id, payee_unit_id, total_fen) values (#s, #u, #w, 6000);
            insert into statement_line (id, statement_id, charge_line_id, amount_fen) values (#x, #s, #l, 6000);
            insert into odometer_reading (id, vehicle_id, read_at, odometer_km, source)
                values (#a, #v, now(), 1000, 'DRIVER'), (#b, #v, now() + interval '1 minute', 1030, 'DRIVER');
            insert into mileage_attribution (id, vehicle_id, current, total_m) values (#m, #v, true, 30000);
            insert into mileage_segment (id, attribution_id, use, distance_m, subject_id) values (#n, #m, 'ORDER', 30000, #o);
            insert into service_case (id, shared_id, role, unit_id, opened_at, status, bill_fen, facts, bill_id)
                values (#h, #g, 'HOME', #u, now(), 'SETTLED', 100, '{}', #j), (#i, #g, 'HOST', #w, now(), 'SETTLED', 100, '{}', #j);
            insert into service_bill (id, shared_id, role, unit_id, uses, issued_fen)
                values (#q, #j, 'HOME', #u, 1, 100), (#y, #j, 'HOST', #w, 1, 100);
            insert into service_case_line (id, case_id, position, component, amount_fen)
                values (#e, #h, 1, 'DISTANCE', 100), (#f, #i, 1, 'DISTANCE', 100);
            """;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword;

    private Connection owner;

    @BeforeEach
    void everythingInStep() throws SQLException {
        owner = DriverManager.getConnection(database, "motorpool", ownerPassword);
        for (String table : TABLES) {
            run("create temp table %1$s as select * from dispatch.%1$s limit 0".formatted(table));
        }
        run(IN_STEP);
    }

    @AfterEach
    void close() throws SQLException {
        owner.close();
    }

    @Test
    void findsNothingWhereEverythingIsInStep() throws SQLException {
        assertThat(broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            illegal request moves | insert into audit_entry (id, subject_kind, subject_id, before, after) values (1, 'request', #r, 'CLOSED', 'APPROVED')
            illegal order moves | insert into audit_entry (id, subject_kind, subject_id, before, after) values (1, 'order', #o, 'CLOSED x', 'ASSIGNED y')
            illegal moves of uses across regions | insert into audit_entry (id, subject_kind, subject_id, before, after) values (1, 'cross-region-service', #h, 'BILLED', 'BOOKED')
            uses offered again that were not withdrawn | insert into audit_entry (id, subject_kind, subject_id, before, after) values (1, 'cross-region-service', #h, 'CANCELLED', 'OFFERED')
            stories with a gap | insert into audit_entry (id, subject_kind, subject_id, before, after) values (1, 'order', #o, 'ASSIGNED', 'ACCEPTED'), (2, 'order', #o, 'DEPARTED', 'ARRIVED')
            vehicles booked twice | insert into vehicle_order (id, request_id, vehicle_id, driver_id, status, starts_at, ends_at) values (#1, #2, #v, #3, 'ASSIGNED', now(), now() + interval '1 hour')
            drivers booked twice | insert into vehicle_order (id, request_id, vehicle_id, driver_id, status, starts_at, ends_at) values (#1, #2, #3, #d, 'ASSIGNED', now(), now() + interval '1 hour')
            riders left behind | insert into vehicle_order (id, request_id, vehicle_id, driver_id, status, rides_with, starts_at, ends_at) values (#1, #r, #v, #d, 'DEPARTED', #o, now(), now() + interval '1 hour')
            riders without a seat | insert into vehicle_order (id, request_id, vehicle_id, driver_id, status, rides_with, passengers, starts_at, ends_at) values (#1, #r, #v, #d, 'ASSIGNED', #2, 8, now(), now() + interval '1 hour')
            trips of riders | update vehicle_order set rides_with = #1
            vehicles on the road twice | insert into trip (id, order_id, vehicle_id, departed_at) values (#1, #2, #v, now())
            requests out of step with what serves them | update use_request set status = 'UNDERWAY'
            requests decided by their requester | insert into request_step (id, request_id, round, state, decided_by_id) values (#1, #r, 1, 'APPROVED', #p)
            requests that left out a step | update use_request set chain_name = 'x'; insert into request_step (id, request_id, round, state) values (#1, #r, 1, 'OPEN')
            orders preempted for ever | insert into operation (id, unit_id, status) values (#1, #u, 'RELEASED'); insert into preemption (id, operation_id) values (#2, #1)
            two sides of a use across regions disagree | update service_case set status = 'BILLED' where role = 'HOST'
            charges that are not the sum of their lines | update charge set total_fen = 6001
            statements that are not the sum of their lines | update statement set total_fen = 5999
            uses not charged exactly once | update charge set kind = 'NO_SHOW'
            uses not charged exactly once | update order_basis set tariff_id = null
            kilometres at another price | update charge set distance_m = 29000
            expenses not charged exactly once | insert into expense (id, order_id, kind, amount_fen) values (#1, #o, 'TOLL', 1500)
            charges not on exactly one statement | delete from statement_line
            lines on a statement of others | update statement set payer_unit_id = #w
            lines credited below nothing | insert into statement_line (id, offsets_id, amount_fen) values (#1, #x, -6001)
            bills that are not the sum of their lines | update service_case set bill_fen = 101
            ledgers of two regions that differ | update service_case_line set component = 'HOURS' where case_id = #h
            guests' uses charged twice | update service_case set request_id = #r where role = 'HOST'
            fen lost or counted twice | insert into expense (id, kind, amount_fen, supplier) values (#1, 'PARKING', 7, '停车场 walk')
            fen of rentals lost or counted twice | insert into rental_order (id, request_id, status) values (#1, #r, 'CLOSED'); insert into expense (id, amount_fen, rental_order_id) values (#1, 9, #1)
            uses across regions that hang | update service_case set status = 'CANCELLING' where role = 'HOME'
            uses across regions that hang | update service_case set status = 'ASSIGNED', request_id = #r where role = 'HOST'
            uses across regions that hang | update service_case set status = 'COMPLETED', request_id = #r where role = 'HOST'
            uses across regions that hang | update use_request set status = 'APPROVED'; update service_case set status = 'ASSIGNED', request_id = #r where role = 'HOST'
            uses across regions that hang | update service_case set status = 'COMPLETED', facts = '{"told":[{"type":"supplemented"}]}' where role = 'HOME'
            expenses of guests not billed exactly once | update service_case set request_id = #r, facts = '{"told":[{"type":"billed"}]}' where role = 'HOST'; insert into expense_entry (id, order_id, kind, amount_fen, cancelled) values (#1, #o, 'TOLL', 1500, false)
            no-shows across regions at another price | update service_case set facts = '{"told":[{"type":"no-show"},{"type":"billed"}]}'
            bills of months and matters of two regions that differ | update service_bill set issued_fen = 101 where role = 'HOST'
            bills of months and matters of two regions that differ | update service_case set bill_id = null where role = 'HOME'
            cancelled expenses that are paid | update charge_line set expense_id = #1; insert into expense_entry (id, order_id, cancelled) values (#1, #o, true); update statement set status = 'ISSUED'
            kilometres claimed by two trips | insert into trip (id, order_id, vehicle_id, departed_at, returned_at, odometer_start_km, odometer_end_km) values (#1, #2, #v, now() - interval '2 hours', now() - interval '1 hour', 1029, 1040)
            vehicles with kilometres lost or doubled | insert into odometer_reading (id, vehicle_id, read_at, odometer_km, source) values (#1, #v, now() + interval '1 hour', 1031, 'DRIVER')
            days that are not the sum of their parts | update mileage_attribution set total_m = 30001
            trips with kilometres of others | update mileage_segment set use = 'UNEXPLAINED'
            """)
    void findsWhatIsOutOfStep(String invariant, String spoil) throws SQLException {
        run(spoil);
        assertThat(broken()).containsKey(invariant);
    }

    private Map<String, String> broken() throws SQLException {
        return RandomSteps.look(owner, Instant.now().minusSeconds(60), 0, 0);
    }

    /** A letter or a digit after # is an id. */
    private void run(String sql) throws SQLException {
        String named = Pattern.compile("#([a-z0-9])").matcher(sql).replaceAll(id -> "uuid '%s'"
                .formatted(new UUID(0, id.group(1).charAt(0))));
        try (Statement statement = owner.createStatement()) {
            statement.execute(named);
        }
    }
}

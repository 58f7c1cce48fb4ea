package org.motorpool.dispatch.bench.booking;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;

/** After the walk: waits until the platform has done what was due, and lets it attribute the kilometres of the days. */
final class Reckoning {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /**
     * Of the walk's units: trips to close, uses to charge, messages to deliver, guests' orders of which home was not told, their
     * expenses to look at, preempted orders to give back.
     */
    private static final String DUE = """
            select (select count(*) from trip t join walk_order o on o.id = t.order_id
                    where t.returned_at is not null and t.status <> 'CLOSED' and o.status in ('RETURNED', 'NO_SHOW'))
                 + (select count(*) from charge_due d join walk_order o on o.id = d.order_id)
                 + (select count(*) from exchange e join walk_unit u on u.id = e.unit_id
                    where e.direction = 'OUT' and e.done_at is null and e.serial > 0)
                 + (select count(*) from service_case c join walk_unit u on u.id = c.unit_id
                        join use_request r on r.id = c.request_id and r.status in ('CLOSED', 'CANCELLED')
                    where c.role = 'HOST' and (c.status in ('BOOKED', 'ASSIGNED', 'UNDERWAY')
                        or c.status = 'COMPLETED' and c.facts !~ '"type":"evidenced"'))
                 + (select count(*) from service_case c join walk_unit u on u.id = c.unit_id
                        join use_request r on r.id = c.request_id and r.status = 'APPROVED'
                    where c.role = 'HOST' and c.status = 'ASSIGNED')
                 + (select count(*) from supplement_due d join service_case c on c.id = d.case_id join walk_unit u on u.id = c.unit_id)
                 + (select count(*) from credit_due d join charge_line p on p.expense_id = d.expense_id
                        join statement_line l on l.charge_line_id = p.id join statement s on s.id = l.statement_id
                        join walk_unit u on u.id = s.payee_unit_id
                    where s.status <> 'DRAFT')
                 + (select count(*) from preemption p join operation o on o.id = p.operation_id and o.status = 'RELEASED'
                        join walk_unit u on u.id = o.unit_id
                    where p.outcome is null)
            """;

    private final Fleet fleet;
    private final Calls calls;
    private final Connection connection;

    Reckoning(Fleet fleet, Calls calls, Connection connection) {
        this.fleet = fleet;
        this.calls = calls;
        this.connection = connection;
    }

    /** Fails when it is not done in time. */
    void await(Instant begun) throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Thread.sleep(PAUSE.multipliedBy(3));
        for (long due = due(); due > 0; due = due()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("%d things are due still, %s after the walk".formatted(due, PATIENCE));
            }
            Thread.sleep(PAUSE);
        }
        attribute(begun);
    }

    private long due() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(DUE)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void attribute(Instant begun) throws InterruptedException {
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(LocalDate.ofInstant(begun, CHINA));
        days.add(LocalDate.ofInstant(Instant.now(), CHINA));
        for (int unit = 0; unit < Fleet.UNITS; unit++) {
            for (LocalDate day : days) {
                calls.post(fleet.unitOf(unit).officer(), "mileage/run?day=" + day, null, "")
                        .require("day");
            }
        }
    }
}

package org.motorpool.dispatch.bench.booking;

import java.util.List;

/** No illegal state, nobody booked twice, nobody deciding what they may not. */
final class BookingInvariants {

    /** Where a request may go, as the audit trail tells it. */
    private static final String REQUEST_MOVES = """
            ('SUBMITTED','SUBMITTED'), ('SUBMITTED','APPROVED'), ('SUBMITTED','RETURNED'), ('SUBMITTED','REJECTED'),
            ('SUBMITTED','CANCELLED'), ('SUBMITTED','LAPSED'), ('RETURNED','SUBMITTED'), ('RETURNED','APPROVED'),
            ('RETURNED','CANCELLED'), ('APPROVED','APPROVED'), ('APPROVED','ASSIGNED'), ('APPROVED','CANCELLED'),
            ('ASSIGNED','APPROVED'), ('ASSIGNED','ASSIGNED'), ('ASSIGNED','UNDERWAY'), ('ASSIGNED','CLOSED'),
            ('UNDERWAY','UNDERWAY'), ('UNDERWAY','CLOSED'), ('CLOSED','CLOSED')
            """;

    private static final String ORDER_MOVES = """
            ('ASSIGNED','ACCEPTED'), ('ASSIGNED','ASSIGNED'), ('ACCEPTED','ASSIGNED'), ('ACCEPTED','ACCEPTED'), ('ACCEPTED','DEPARTED'),
            ('ASSIGNED','CANCELLED'), ('ACCEPTED','CANCELLED'), ('DEPARTED','ARRIVED'), ('ARRIVED','RETURNED'), ('RETURNED','CLOSED'),
            ('ASSIGNED','NO_SHOW'), ('ACCEPTED','NO_SHOW'), ('DEPARTED','NO_SHOW'), ('ARRIVED','NO_SHOW'), ('DEPARTED','DEPARTED'),
            ('ARRIVED','ARRIVED'), ('DEPARTED','RETURNED')
            """;

    /**
     * Further on only; a booking whose order was given up waits for another, one whose offer was replaced has the next, and what was
     * withdrawn may be offered again.
     */
    private static final String CASE_MOVES = """
            select count(*) from (
                select split_part(before, ' ', 1) b, split_part(after, ' ', 1) a from audit_entry
                where subject_kind = 'cross-region-service' and before is not null and subject_id in (select id from walk_case)
                group by 1, 2) moved
            where (array_position(%1$s, a) < array_position(%1$s, b) or b in ('DECLINED', 'CANCELLED', 'EXPIRED', 'SETTLED') and a <> b)
              and (b, a) not in (('ASSIGNED','BOOKED'), ('CANCELLING','UNDERWAY'), ('CANCELLING','COMPLETED'), ('CANCELLING','BILLED'),
                                 ('BOOKING','OFFERED'), ('CANCELLED','OFFERED'))
            """.formatted("""
                    array['INQUIRED','OFFERED','BOOKING','BOOKED','ASSIGNED','UNDERWAY','COMPLETED','BILLED','DISPUTED','CONFIRMED',
                          'SETTLED','CANCELLING','CANCELLED','DECLINED','EXPIRED']""");

    private static final String OFFERED_AGAIN = """
            select count(*) from audit_entry offered
            where offered.subject_kind = 'cross-region-service' and offered.subject_id in (select id from walk_case)
              and offered.before ~ '^CANCELLED' and offered.after ~ '^OFFERED'
              and not exists (select from audit_entry e where e.subject_id = offered.subject_id and e.id < offered.id
                  and e.action in ('case-withdrawn', 'peer-Withdrawn'))
            """;

    private static final String MOVES = """
            select count(*) from (
                select rtrim(split_part(before, ' ', 1), ':') b, rtrim(split_part(after, ' ', 1), ':') a from audit_entry
                where subject_kind = '%1$s' and before is not null and after is not null and subject_id in (select id from walk_%1$s)
                group by 1, 2) moved
            where (b, a) not in (%2$s)
            """;

    /** A state of one thing begins where the one before ended; how a request follows its order, the order's story tells. */
    private static final String BROKEN_STORIES = """
            select count(*) from (
                select subject_kind, subject_id, rtrim(split_part(before, ' ', 1), ':') b,
                       lag(rtrim(split_part(after, ' ', 1), ':')) over (partition by subject_id, subject_kind order by id) previous
                from audit_entry
                where subject_kind = 'request' and subject_id in (select id from walk_request)
                   or subject_kind = 'order' and subject_id in (select id from walk_order)) told
            where previous is not null and b is distinct from previous
              and not (subject_kind = 'request' and b in ('APPROVED', 'ASSIGNED', 'UNDERWAY', 'CLOSED')
                       and previous in ('APPROVED', 'ASSIGNED', 'UNDERWAY'))
            """;

    private static final String DOUBLE_BOOKED = """
            select count(*) from walk_order a join vehicle_order b
                on a.%1$s = b.%1$s and a.id <> b.id and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
            where a.status <> 'CANCELLED' and b.status <> 'CANCELLED' and a.rides_with is null and b.rides_with is null
            """;

    private static final String TWICE_ON_THE_ROAD = """
            select count(*) from walk_trip a join trip b on a.vehicle_id = b.vehicle_id and a.id <> b.id
                and tstzrange(a.departed_at, a.returned_at) && tstzrange(b.departed_at, b.returned_at)
            """;

    /** 合乘: who rides goes with the order that leads, in its vehicle and with its driver, as long as both go. */
    private static final String LEFT_BEHIND = """
            select count(*) from walk_order r join vehicle_order l on l.id = r.rides_with
            where r.status in ('ASSIGNED', 'ACCEPTED', 'DEPARTED', 'ARRIVED')
              and (l.status <> r.status or l.rides_with is not null or l.vehicle_id <> r.vehicle_id or l.driver_id <> r.driver_id
                   or r.starts_at < l.starts_at or r.ends_at > l.ends_at)
            """;

    /** 合乘: where one gets on, all who are on board have a seat. */
    private static final String WITHOUT_SEAT = """
            select count(*) from walk_order a join vehicle v on v.id = a.vehicle_id
            where (a.shared or a.rides_with is not null) and a.status in ('ASSIGNED', 'ACCEPTED', 'DEPARTED', 'ARRIVED')
              and v.seats < (select sum(b.passengers) from vehicle_order b
                  where coalesce(b.rides_with, b.id) = coalesce(a.rides_with, a.id)
                    and b.status in ('ASSIGNED', 'ACCEPTED', 'DEPARTED', 'ARRIVED')
                    and b.starts_at <= a.starts_at and coalesce(b.dropoff_at, b.ends_at) > a.starts_at)
            """;

    /** 合乘: the kilometres are those of the order that leads. */
    private static final String RIDERS_TRIPS =
            "select count(*) from walk_trip t join vehicle_order o on o.id = t.order_id where o.rides_with is not null";

    /** An order, a rental or a booking elsewhere: exactly one while a request is served, none else. */
    private static final String OUT_OF_STEP = """
            select count(*) from (
                select r.status in ('ASSIGNED', 'UNDERWAY') as served,
                       (select count(*) from vehicle_order o where o.request_id = r.id
                            and o.status in ('ASSIGNED', 'ACCEPTED', 'DEPARTED', 'ARRIVED', 'RETURNED'))
                     + (select count(*) from rental_order o where o.request_id = r.id and o.status = 'ORDERED')
                     + (select count(*) from service_case c where c.request_id = r.id and c.role = 'HOME'
                            and (c.status in ('BOOKED', 'ASSIGNED', 'UNDERWAY', 'CANCELLING', 'BOOKING')
                                 or c.status = 'COMPLETED' and c.facts !~ '"type":"(evidenced|no-show)"')) as servants
                from walk_request r) each
            where servants > 1 or served <> (servants = 1)
            """;

    private static final String DECIDED_BY_THEMSELVES = """
            select count(*) from request_step s join walk_request r on r.id = s.request_id
            where s.decided_by_id = r.requester_id or s.behalf_of_id = r.requester_id
            """;

    /** Whatever goes on was approved by every step of its round; the paper of an emergency may follow. */
    private static final String STEP_LEFT_OUT = """
            select count(*) from walk_request r
            where r.chain_name is not null and not r.emergency and r.status in ('APPROVED', 'ASSIGNED', 'UNDERWAY', 'CLOSED')
              and exists (select from request_step s where s.request_id = r.id and s.round = r.round and s.state <> 'APPROVED')
            """;

    private static final String PREEMPTED_FOR_EVER = """
            select count(*) from preemption p join operation o on o.id = p.operation_id join walk_unit u on u.id = o.unit_id
            where o.status = 'RELEASED' and p.outcome is null
            """;

    private static final String SIDES_DISAGREE = """
            select count(*) from walk_case home join walk_case host on host.shared_id = home.shared_id and host.role = 'HOST'
            where home.role = 'HOME' and home.status <> host.status
              and (home.status, host.status) not in (('EXPIRED', 'OFFERED'))
            """;

    /** What is over is told, proven and billed; what was asked is answered. A bill waits for the traveller where that is agreed. */
    private static final String HANGING = """
            select count(*) from walk_case c left join use_request r on r.id = c.request_id
            where c.role = 'HOME' and c.status in ('BOOKING', 'CANCELLING')
               or c.role = 'HOST' and c.status in ('BOOKED', 'ASSIGNED', 'UNDERWAY') and r.status in ('CLOSED', 'CANCELLED')
               or c.role = 'HOST' and c.status = 'ASSIGNED' and r.status = 'APPROVED'
               or c.status = 'COMPLETED' and c.facts ~ '"type":"supplemented"'
               or c.role = 'HOST' and c.status = 'COMPLETED' and r.status = 'CLOSED'
                  and (c.facts !~ '"type":"evidenced"' or c.facts ~ '"type":"(no-show|use-confirmed)"')
            """;

    static final List<Invariant> ALL = List.of(
            new Invariant("uses across regions that hang", HANGING),
            new Invariant("illegal request moves", MOVES.formatted("request", REQUEST_MOVES)),
            new Invariant("illegal order moves", MOVES.formatted("order", ORDER_MOVES)),
            new Invariant("illegal moves of uses across regions", CASE_MOVES),
            new Invariant("uses offered again that were not withdrawn", OFFERED_AGAIN),
            new Invariant("stories with a gap", BROKEN_STORIES),
            new Invariant("vehicles booked twice", DOUBLE_BOOKED.formatted("vehicle_id")),
            new Invariant("drivers booked twice", DOUBLE_BOOKED.formatted("driver_id")),
            new Invariant("riders left behind", LEFT_BEHIND),
            new Invariant("riders without a seat", WITHOUT_SEAT),
            new Invariant("trips of riders", RIDERS_TRIPS),
            new Invariant("vehicles on the road twice", TWICE_ON_THE_ROAD),
            new Invariant("requests out of step with what serves them", OUT_OF_STEP),
            new Invariant("requests decided by their requester", DECIDED_BY_THEMSELVES),
            new Invariant("requests that left out a step", STEP_LEFT_OUT),
            new Invariant("orders preempted for ever", PREEMPTED_FOR_EVER),
            new Invariant("two sides of a use across regions disagree", SIDES_DISAGREE));

    private BookingInvariants() {}
}

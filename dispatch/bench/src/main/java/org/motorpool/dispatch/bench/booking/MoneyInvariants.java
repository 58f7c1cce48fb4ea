package org.motorpool.dispatch.bench.booking;

import java.util.List;

/** No fen lost and none counted twice: of expenses, charges, statements and bills across regions. */
final class MoneyInvariants {

    private static final String CHARGES_ADD_UP = """
            select count(*) from walk_charge c
            where c.total_fen <> (select coalesce(sum(l.amount_fen), 0) from charge_line l where l.charge_id = c.id)
            """;

    private static final String STATEMENTS_ADD_UP = """
            select count(*) from statement s join walk_unit u on u.id = s.payee_unit_id
            where s.total_fen <> (select coalesce(sum(l.amount_fen), 0) from statement_line l where l.statement_id = s.id)
            """;

    /** Priced use: charged once, and only what ended; not what an own vehicle did, nor what is free. */
    private static final String CHARGED_ONCE = """
            select count(*) from (
                select o.status, b.tariff_id is not null as priced,
                       (select count(*) from charge c where c.order_id = o.id and c.kind = 'USE') as uses,
                       (select count(*) from charge c where c.order_id = o.id and c.kind in ('CANCELLATION', 'NO_SHOW')) as others,
                       (select count(*) from charge c where c.order_id = o.id) as charges
                from walk_order o left join order_basis b on b.order_id = o.id) each
            where uses <> case when status = 'CLOSED' and priced then 1 else 0 end
               or others > case when status in ('CANCELLED', 'NO_SHOW') and priced then 1 else 0 end
               or not priced and charges > 0
            """;

    /** Nothing but kilometres has a price: {@value Ground#FEN_PER_KM} fen, rounded half up. */
    private static final String KILOMETRES_PRICED = """
            select count(*) from walk_charge c
            where c.kind = 'USE' and (select coalesce(sum(l.amount_fen), 0) from charge_line l
                                      where l.charge_id = c.id and l.expense_id is null)
                  <> round(c.distance_m * %d / 1000.0)
            """.formatted(Ground.FEN_PER_KM);

    /** What was paid on the way is on exactly one line, as it was. */
    private static final String EXPENSES_CHARGED = """
            select count(*) from expense e join walk_order o on o.id = e.order_id join order_basis b on b.order_id = o.id
            where o.status = 'CLOSED' and b.tariff_id is not null and e.kind in ('TOLL', 'PARKING')
              and e.amount_fen is distinct from (
                  select sum(l.amount_fen) from charge_line l join charge c on c.id = l.charge_id
                  where l.expense_id = e.id and c.order_id = o.id)
            """;

    /** All but what is settled by the month, which is not over. */
    private static final String ON_A_STATEMENT = """
            select count(*) from walk_charge c join charge_line l on l.charge_id = c.id
            where c.mode <> 'MONTHLY' and c.total_fen > 0 and l.amount_fen is distinct from (
                select sum(s.amount_fen) from statement_line s where s.charge_line_id = l.id)
            """;

    private static final String BETWEEN_THE_PARTIES = """
            select count(*) from walk_charge c join charge_line l on l.charge_id = c.id
                join statement_line sl on sl.charge_line_id = l.id join statement s on s.id = sl.statement_id
            where (s.payer_unit_id, s.payee_unit_id) <> (c.payer_unit_id, c.payee_unit_id)
            """;

    private static final String CREDITED_BELOW_NOTHING = """
            select count(*) from statement_line l
            where l.charge_line_id is not null and l.amount_fen + (
                select coalesce(sum(c.amount_fen), 0) from statement_line c where c.offsets_id = l.id) < 0
            """;

    private static final String LEDGERS_AGREE = """
            select count(*) from walk_case home join walk_case host on host.shared_id = home.shared_id and host.role = 'HOST'
            where home.role = 'HOME' and (home.bill_fen <> host.bill_fen or exists (
                (select l.position, l.offsets, l.component, l.amount_fen from service_case_line l where l.case_id = home.id
                 except select l.position, l.offsets, l.component, l.amount_fen from service_case_line l where l.case_id = host.id)
                union all
                (select l.position, l.offsets, l.component, l.amount_fen from service_case_line l where l.case_id = host.id
                 except select l.position, l.offsets, l.component, l.amount_fen from service_case_line l where l.case_id = home.id)))
            """;

    private static final String BILLS_ADD_UP = """
            select count(*) from walk_case c
            where c.bill_fen <> (select coalesce(sum(l.amount_fen), 0) from service_case_line l where l.case_id = c.id)
            """;

    private static final String NO_SHOWS_PRICED = """
            select count(*) from walk_case c
            where c.facts ~ '"type":"no-show"' and c.facts ~ '"type":"billed"'
              and (select coalesce(sum(l.amount_fen), 0) from service_case_line l
                   where l.case_id = c.id and l.offsets is null and l.component not in ('TOLL', 'PARKING')) <> %d
            """.formatted(Ground.NO_SHOW_FEN);

    /** The bill has the uses it says, on both sides, and comes to the same there. */
    private static final String MONTHLY_BILLS = """
            select count(*) from service_bill b join walk_unit u on u.id = b.unit_id
                join service_bill other on other.shared_id = b.shared_id and other.role <> b.role
            where b.issued_fen <> other.issued_fen
               or b.uses <> (select count(*) from service_case c where c.bill_id = b.shared_id and c.role = b.role)
               or (select sum(c.bill_fen) from service_case c where c.bill_id = b.shared_id and c.role = b.role)
                  <> (select sum(c.bill_fen) from service_case c where c.bill_id = b.shared_id and c.role <> b.role)
            """;

    /** What was charged for an expense that was cancelled is taken back, once its statement is issued. */
    private static final String CANCELLED_CHARGED = """
            select count(*) from expense_entry e join walk_order o on o.id = e.order_id join charge_line p on p.expense_id = e.id
                join statement_line l on l.charge_line_id = p.id join statement s on s.id = l.statement_id
            where e.cancelled and s.status <> 'DRAFT'
              and l.amount_fen + (select coalesce(sum(c.amount_fen), 0) from statement_line c where c.offsets_id = l.id) <> 0
            """;

    /** A guest's use is billed by its case, and not charged as a loan too. */
    /** A host that borrows a neighbour's vehicle for a guest pays the neighbour; nobody else pays for a guest but by the bill. */
    private static final String GUESTS_ONCE = """
            select count(*) from walk_case c join walk_charge x on x.request_id = c.request_id
            where c.status in ('BOOKED', 'ASSIGNED', 'UNDERWAY', 'COMPLETED', 'BILLED', 'DISPUTED', 'CONFIRMED', 'SETTLED')
              and x.kind = 'USE' and (c.role = 'HOME' or x.payer_unit_id <> c.unit_id)
            """;

    /** With the bill of the use or by a supplement, as it is now; less no more than what disputes took back. */
    private static final String GUESTS_EXPENSES = """
            select count(*) from (
                select case when e.cancelled then 0 else e.amount_fen end as due_fen, billed.fen as billed_fen, billed.credited_fen
                from walk_case c
                    join vehicle_order o on o.request_id = c.request_id and o.status <> 'CANCELLED'
                    join expense_entry e on e.order_id = o.id and e.kind in ('TOLL', 'PARKING'),
                lateral (select coalesce(sum(l.amount_fen), 0) as fen,
                                coalesce(sum((select -sum(k.amount_fen) from service_case_line k
                                              where k.case_id = l.case_id and k.offsets = l.position)), 0) as credited_fen
                         from service_case_line l join service_case s on s.id = l.case_id
                         where s.role = 'HOST' and l.evidence = 'expense ' || e.id) billed
                where c.role = 'HOST' and c.facts ~ '"type":"billed"') each
            where billed_fen < due_fen or billed_fen > due_fen + credited_fen
            """;

    static final List<Invariant> ALL = List.of(
            new Invariant("charges that are not the sum of their lines", CHARGES_ADD_UP),
            new Invariant("statements that are not the sum of their lines", STATEMENTS_ADD_UP),
            new Invariant("uses not charged exactly once", CHARGED_ONCE),
            new Invariant("kilometres at another price", KILOMETRES_PRICED),
            new Invariant("expenses not charged exactly once", EXPENSES_CHARGED),
            new Invariant("charges not on exactly one statement", ON_A_STATEMENT),
            new Invariant("lines on a statement of others", BETWEEN_THE_PARTIES),
            new Invariant("lines credited below nothing", CREDITED_BELOW_NOTHING),
            new Invariant("bills that are not the sum of their lines", BILLS_ADD_UP),
            new Invariant("ledgers of two regions that differ", LEDGERS_AGREE),
            new Invariant("no-shows across regions at another price", NO_SHOWS_PRICED),
            new Invariant("bills of months and matters of two regions that differ", MONTHLY_BILLS),
            new Invariant("expenses of guests not billed exactly once", GUESTS_EXPENSES),
            new Invariant("cancelled expenses that are paid", CANCELLED_CHARGED),
            new Invariant("guests' uses charged twice", GUESTS_ONCE));

    private MoneyInvariants() {}

    /** What people were told was kept, and what the tables hold. */
    static List<Invariant> kept(long confirmed_fen, long rented_fen) {
        return List.of(
                new Invariant(
                        "fen lost or counted twice",
                        "select abs(coalesce(sum(amount_fen), 0) - %d) from expense where supplier = '%s'"
                                .formatted(confirmed_fen, Spending.SUPPLIER)),
                new Invariant(
                        "fen of rentals lost or counted twice",
                        "select abs(coalesce(sum(x.amount_fen), 0) - %d) from expense x join rental_order r on r.id = x.rental_order_id where r.request_id in (select id from walk_request)"
                                .formatted(rented_fen)));
    }
}

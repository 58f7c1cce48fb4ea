-- What a rental 社会租赁 cost is an expense like others, without a vehicle of ours: reports, dashboards and lists read one table.
alter table expense_entry
    alter column vehicle_id drop not null,
    add column rental_order_id uuid unique references rental_order,
    add constraint expense_of_vehicle_or_rental check ((vehicle_id is null) = (rental_order_id is not null)),
    add constraint expense_of_rental check (rental_order_id is null or kind = 'RENTAL');
create or replace view expense with (security_invoker = true) as
select * from expense_entry where not cancelled;

-- It has the id of its order, of which there is one.
create function spend_on_rental(rental rental_order, claim text) returns void
    language sql security definer set search_path = dispatch, pg_temp as
$$
insert into expense_entry (id, unit_id, unit_path, no_order_reason, kind, incurred_at, amount_fen, supplier, designated, invoice_number,
                           invoice_claim, source, recorded_by, recorded_at, rental_order_id)
values (rental.id, rental.unit_id, rental.unit_path, '社会租赁 ' || rental.number, 'RENTAL', least(rental.ends_at, now()),
        rental.amount_fen, rental.supplier_name, true, rental.invoice_number, claim, 'AUTOMATIC', rental.issued_by, now(), rental.id);
$$;
revoke execute on function spend_on_rental from public;

create function spend_on_closed_rental() returns trigger
    language plpgsql security definer set search_path = dispatch, pg_temp as
$$
begin
    perform spend_on_rental(new, new.invoice_number);
    return null;
end
$$;
create trigger rental_order_spent after update of status on rental_order
    for each row when (new.status = 'CLOSED' and old.status <> 'CLOSED') execute function spend_on_closed_rental();

-- Those from before; whether their invoices were claimed twice, V26 judges.
select spend_on_rental(r, null) from rental_order r where r.status = 'CLOSED';

create or replace function report_expense(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   kind text, category text, fuel text, model text, energy_type text, amount_fen bigint, quantity numeric,
                   quantity_unit text, designated boolean)
    language sql stable parallel safe
as
$$
select x.id, x.unit_id, x.unit_path, x.vehicle_id, coalesce(v.confidential, x.vehicle_id is not null), x.supplier,
       china_day(x.incurred_at), x.kind, coalesce(v.category, q.category), case when x.kind = 'FUEL' then v.fuel end,
       case when x.kind in ('FUEL', 'CHARGING') then v.brand || ' ' || v.model end,
       v.energy_type, x.amount_fen, x.quantity::numeric(12, 3), x.quantity_unit, x.designated
from expense x
         left join vehicle v on v.id = x.vehicle_id
         left join rental_order r on r.id = x.rental_order_id
         left join use_request q on q.id = r.request_id
where x.incurred_at >= china_start(day_from) and x.incurred_at < china_start(day_to + 1)
$$;

create or replace function report_rental(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   supplier text, amount_fen bigint)
    language sql stable parallel safe
as
$$
select r.id, x.unit_id, x.unit_path, null::uuid, false, r.number, china_day(x.incurred_at), x.supplier, x.amount_fen
from expense x
         join rental_order r on r.id = x.rental_order_id
where x.incurred_at >= china_start(day_from) and x.incurred_at < china_start(day_to + 1)
$$;
drop index rental_order_closed;

-- Social rental 社会租赁 in the annual report: what closed orders at suppliers cost is part of the running costs as rental (A26, A19), and
-- they are counted with their amounts (A41). They have no vehicle of ours; whether the vehicle was new energy is not recorded.
create function report_rental(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   supplier text, amount_fen bigint)
    language sql stable parallel safe
as
$$
select r.id, r.unit_id, r.unit_path, null::uuid, false, r.number, china_day(r.ends_at), r.supplier_name, r.amount_fen
from rental_order r
where r.status = 'CLOSED' and r.ends_at >= china_start(day_from) and r.ends_at < china_start(day_to + 1)
$$;

create or replace function report_expense(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   kind text, category text, fuel text, model text, energy_type text, amount_fen bigint, quantity numeric,
                   quantity_unit text, designated boolean)
    language sql stable parallel safe
as
$$
select x.id, x.unit_id, x.unit_path, x.vehicle_id, coalesce(v.confidential, true), x.supplier, china_day(x.incurred_at),
       x.kind, v.category, case when x.kind = 'FUEL' then v.fuel end,
       case when x.kind in ('FUEL', 'CHARGING') then v.brand || ' ' || v.model end,
       v.energy_type, x.amount_fen, x.quantity::numeric(12, 3), x.quantity_unit, x.designated
from expense x
         left join vehicle v on v.id = x.vehicle_id
where x.incurred_at >= china_start(day_from) and x.incurred_at < china_start(day_to + 1)
union all
select r.id, r.unit_id, r.unit_path, null::uuid, false, r.supplier_name, china_day(r.ends_at), 'RENTAL', q.category, null, null, null,
       r.amount_fen, null, null, true
from rental_order r
         left join use_request q on q.id = r.request_id
where r.status = 'CLOSED' and r.ends_at >= china_start(day_from) and r.ends_at < china_start(day_to + 1)
$$;
create index rental_order_closed on rental_order (ends_at) where status = 'CLOSED';

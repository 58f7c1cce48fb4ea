-- What the figures of the annual report are counted from, one function per source: one row per record that counts, with what it
-- counts for. A figure is a sum over these rows, and opens to them. They run with the caller's rights, so row-level security
-- holds; being plain SQL they melt into the query around them. The period is day_from to day_to, both included.

create function china_start(day date) returns timestamptz
    language sql immutable parallel safe
    return day::timestamp at time zone 'Asia/Shanghai';

create function china_day(moment timestamptz) returns date
    language sql immutable parallel safe
    return (moment at time zone 'Asia/Shanghai')::date;

-- Energy types that count as new energy in a province on a day, as in the share of the province (N1); its rule replaces the national one.
create function report_new_energy(on_day date) returns table (province text, energy_type text)
    language sql stable parallel safe
as
$$
select distinct p.province, e.energy_type
from (select distinct left(code, 2) as province from region) p
         cross join lateral (
    select n.energy_types, n.hybrid_counts
    from nev_rule n
    where n.code = 'N1' and n.account = 'PROVINCE'
      and n.jurisdiction in ('100000', p.province || '0000')
      and n.effective_from <= on_day
      and (n.effective_to is null or n.effective_to > on_day)
    order by n.jurisdiction = '100000'
    limit 1) rule
         cross join lateral unnest(
    rule.energy_types || case when rule.hybrid_counts then array ['HEV'] else '{}'::text[] end) as e (energy_type)
$$;

create function report_unit(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   level text, unit_type text)
    language sql stable parallel safe
as
$$
select u.id, u.id, u.path, null::uuid, false, u.code, u.ended_on, u.level, u.unit_type
from unit u
where u.ended_on is null or u.ended_on > day_to
$$;

create function report_quota(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   category text, places integer)
    language sql stable parallel safe
as
$$
select q.id, q.unit_id, q.unit_path, null::uuid, false, q.document_number, q.effective_from, q.category, q.number
from quota q
where q.effective_from <= day_to and (q.effective_to is null or q.effective_to > day_to)
$$;

-- Vehicles that were on file at some time of the period. A limit is that of the day of registration: a later rule changes no
-- earlier decision. Limits of nation, province, city and county apply together: a vehicle is over standard when it breaks any of
-- them, but for a relaxable one that a more specific one stands in for.
create function over_limit(standard equipment_limit, price_fen bigint, displacement_l double precision, new_energy_sedan boolean)
    returns boolean
    language sql immutable parallel safe
    return coalesce(price_fen > case when new_energy_sedan
                        then coalesce((standard).new_energy_sedan_price_max_fen, (standard).price_max_fen)
                        else (standard).price_max_fen end, false)
        or coalesce(displacement_l > (standard).displacement_max_l, false);

create function report_vehicle(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   category text, energy_type text, age_band text, tier text, use_class text, quota_status text,
                   on_file boolean, opening boolean, added boolean, kind text, new_energy boolean, spent_fen bigint,
                   over_standard boolean, available_days integer, idle boolean, to_connect boolean, connected boolean, to_mark boolean,
                   marked boolean)
    language sql stable parallel safe
as
$$
select v.id, v.unit_id, v.unit_path, v.id, v.confidential, v.plate, v.registered_on,
       v.category, v.energy_type,
       case
           when v.registered_on > (day_to - interval '4 years')::date then '0-4'
           when v.registered_on > (day_to - interval '8 years')::date then '4-8'
           when v.registered_on > (day_to - interval '12 years')::date then '8-12'
           else '12+'
       end,
       v.tier, v.use_class, v.quota_status,
       v.disposed_on is null or v.disposed_on > day_to,
       v.registered_on < day_from,
       v.registered_on >= day_from,
       v.acquisition_kind,
       e.energy_type is not null,
       v.price_fen + v.purchase_tax_fen,
       over_limit(n, v.price_fen, v.displacement_l, v.body_type = 'SEDAN' and e.energy_type is not null)
               and not (n.relaxable and coalesce(p.id, c.id, d.id) is not null)
           or over_limit(p, v.price_fen, v.displacement_l, v.body_type = 'SEDAN' and e.energy_type is not null)
               and not (p.relaxable and coalesce(c.id, d.id) is not null)
           or over_limit(c, v.price_fen, v.displacement_l, v.body_type = 'SEDAN' and e.energy_type is not null)
               and not (c.relaxable and d.id is not null)
           or over_limit(d, v.price_fen, v.displacement_l, v.body_type = 'SEDAN' and e.energy_type is not null),
       greatest(0, least(v.disposed_on, day_to + 1) - greatest(v.registered_on, day_from)),
       used.vehicle_id is null and v.registered_on <= day_to - 60,
       not v.confidential and v.category <> 'TZZY',
       t.vehicle_id is not null,
       not v.confidential and m.exempt_reason is null,
       coalesce(m.marked_on <= day_to, false)
from vehicle v
         left join report_new_energy(day_to) e
                   on e.province = left(v.region_code, 2) and e.energy_type = v.energy_type
         left join equipment_limit n
                   on n.jurisdiction = '100000' and n.category = v.category and n.tier = v.tier
                       and v.registered_on >= n.effective_from and (n.effective_to is null or v.registered_on < n.effective_to)
         left join equipment_limit p
                   on p.jurisdiction <> '100000' and p.jurisdiction like '__0000' and p.jurisdiction = left(v.region_code, 2) || '0000'
                       and p.category = v.category and p.tier = v.tier
                       and v.registered_on >= p.effective_from and (p.effective_to is null or v.registered_on < p.effective_to)
         left join equipment_limit c
                   on c.jurisdiction like '____00' and c.jurisdiction not like '__0000' and c.jurisdiction = left(v.region_code, 4) || '00'
                       and c.category = v.category and c.tier = v.tier
                       and v.registered_on >= c.effective_from and (c.effective_to is null or v.registered_on < c.effective_to)
         left join equipment_limit d
                   on d.jurisdiction not like '____00' and d.jurisdiction = v.region_code
                       and d.category = v.category and d.tier = v.tier
                       and v.registered_on >= d.effective_from and (d.effective_to is null or v.registered_on < d.effective_to)
         left join (select distinct o.vehicle_id
                    from vehicle_order o
                    where o.status <> 'CANCELLED'
                      and o.starts_at >= china_start(day_to - 59) and o.starts_at < china_start(day_to + 1)) used
                   on used.vehicle_id = v.id
         left join terminal t on t.vehicle_id = v.id
         left join vehicle_marking m on m.vehicle_id = v.id
where v.registered_on <= day_to and (v.disposed_on is null or v.disposed_on >= day_from)
$$;

-- Quota against vehicles of each unit and category: what one unit has too many, another's vacancy does not make good.
create function report_balance(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   category text, over_quota integer, vacant integer)
    language sql stable parallel safe
as
$$
select md5(b.unit_id || b.category)::uuid, b.unit_id, b.unit_path, null::uuid, false,
       sum(b.stock) || ' / ' || sum(b.places), day_to, b.category,
       greatest(0, sum(b.stock) - sum(b.places))::integer, greatest(0, sum(b.places) - sum(b.stock))::integer
from (select q.unit_id, q.unit_path, q.category, q.number as places, 0 as stock
      from quota q
      where q.effective_from <= day_to and (q.effective_to is null or q.effective_to > day_to)
      union all
      select v.unit_id, v.unit_path, v.category, 0, 1
      from vehicle v
      where v.registered_on <= day_to and (v.disposed_on is null or v.disposed_on > day_to)) b
group by b.unit_id, b.unit_path, b.category
$$;

create function report_exemption(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   reason text)
    language sql stable parallel safe
as
$$
select x.id, x.unit_id, x.unit_path, null::uuid, false, x.document_number, china_day(x.approved_at), x.reason
from nev_exemption x
where x.year = extract(year from day_to) and x.approved_at < china_start(day_to + 1)
$$;

create function report_disposal(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   method text, closed boolean, income_fen bigint)
    language sql stable parallel safe
as
$$
select d.id, d.unit_id, d.unit_path, d.vehicle_id, coalesce(v.confidential, true), d.number,
       coalesce(china_day(d.closed_at), d.income_posted_on), d.method,
       d.status = 'CLOSED' and d.closed_at >= china_start(day_from) and d.closed_at < china_start(day_to + 1),
       case when d.income_posted_on between day_from and day_to then d.income_fen end
from disposal d
         left join vehicle v on v.id = d.vehicle_id
where (d.closed_at >= china_start(day_from) and d.closed_at < china_start(day_to + 1))
   or d.income_posted_on between day_from and day_to
$$;

create function report_expense(day_from date, day_to date)
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
$$;

create function report_trip(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   category text, model text, energy_type text, distance_m bigint)
    language sql stable parallel safe
as
$$
select t.id, t.vehicle_unit_id, t.vehicle_unit_path, t.vehicle_id, coalesce(v.confidential, true), t.order_number,
       china_day(t.returned_at), v.category, v.brand || ' ' || v.model, v.energy_type,
       coalesce(t.measured_m, (t.odometer_end_km - t.odometer_start_km) * 1000)
from trip t
         left join vehicle v on v.id = t.vehicle_id
where t.returned_at >= china_start(day_from) and t.returned_at < china_start(day_to + 1)
$$;

create function report_order(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   sharing text, home_province text)
    language sql stable parallel safe
as
$$
select o.id, o.vehicle_unit_id, o.vehicle_unit_path, o.vehicle_id, coalesce(v.confidential, true), o.number,
       china_day(o.starts_at), o.sharing,
       case when o.sharing = 'CROSS_REGION' then left(u.region_code, 2) || '0000' end
from vehicle_order o
         left join vehicle v on v.id = o.vehicle_id
         left join unit u on u.id = o.request_unit_id
where o.status = 'CLOSED' and o.starts_at >= china_start(day_from) and o.starts_at < china_start(day_to + 1)
$$;

-- Days on which a vehicle had an order, each day of a vehicle once.
create function report_order_day(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   category text)
    language sql stable parallel safe
as
$$
select md5(d.vehicle_id || d.unit_path || d.day)::uuid, d.unit_id, d.unit_path, d.vehicle_id, coalesce(v.confidential, true),
       d.number, d.day, v.category
from (select o.vehicle_id, o.vehicle_unit_id as unit_id, o.vehicle_unit_path as unit_path,
             s.day::date as day, min(o.number) as number
      from vehicle_order o
               cross join lateral generate_series(
                   greatest(china_day(o.starts_at), day_from), least(china_day(o.ends_at), day_to), interval '1 day') as s (day)
      where o.status <> 'CANCELLED' and o.starts_at < china_start(day_to + 1) and o.ends_at >= china_start(day_from)
      group by o.vehicle_id, o.vehicle_unit_id, o.vehicle_unit_path, s.day) d
         left join vehicle v on v.id = d.vehicle_id
$$;

create function report_finding(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   detector text, reviewed boolean, confirmed boolean, transferred boolean)
    language sql stable parallel safe
as
$$
select f.id, f.unit_id, f.unit_path, f.vehicle_id, f.vehicle_id is not null and coalesce(v.confidential, true), f.detector,
       china_day(f.raised_at), f.detector, f.reviewed_at is not null, coalesce(f.outcome = 'CONFIRMED', false),
       f.status = 'TRANSFERRED'
from finding f
         left join vehicle v on v.id = f.vehicle_id
where f.raised_at >= china_start(day_from) and f.raised_at < china_start(day_to + 1)
$$;

create function report_driver(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   licence_class text)
    language sql stable parallel safe
as
$$
select d.id, d.unit_id, d.unit_path, null::uuid, false, d.name, day_to, d.licence_class
from driver d
$$;

-- One province or one year out of a national register.
create index vehicle_region on vehicle (region_code) include (
    unit_path, unit_id, category, energy_type, state, confidential, registered_on, disposed_on);
create index expense_incurred on expense (unit_path text_pattern_ops, incurred_at) include (kind, amount_fen);
drop index expense_path;
-- The exclusion constraint finds a unit slowly: GiST over ids that follow each other.
create index quota_unit on quota (unit_id) include (unit_path, category, number, effective_from, effective_to);
create index disposal_closed on disposal (closed_at) where closed_at is not null;
-- The units of one province out of a national register.
create index unit_region on unit (region_code) include (id, path, status);

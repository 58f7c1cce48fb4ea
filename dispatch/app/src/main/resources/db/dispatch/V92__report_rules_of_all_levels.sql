-- Rules may be of a city or a county as well, and all that are in force from the nation down to the place apply together: a vehicle is
-- over standard when it breaks any of them, but for a relaxable one that a more specific one stands in for. What counts as new energy
-- in the report is what counts in the province's share (N1).

create or replace function report_new_energy(on_day date) returns table (province text, energy_type text)
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

create function over_limit(standard equipment_limit, price_fen bigint, displacement_l double precision, new_energy_sedan boolean)
    returns boolean
    language sql immutable parallel safe
    return coalesce(price_fen > case when new_energy_sedan
                        then coalesce((standard).new_energy_sedan_price_max_fen, (standard).price_max_fen)
                        else (standard).price_max_fen end, false)
        or coalesce(displacement_l > (standard).displacement_max_l, false);

create or replace function report_vehicle(day_from date, day_to date)
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

-- The units of one province out of a national register.
create index unit_region on unit (region_code) include (id, path, status);

-- Indicators 指标 and what an acquisition is checked against: the figures of the year, counted over indexes, never over the fleet.

create sequence indicator_number as bigint;
grant usage on sequence indicator_number to dispatch;

create index indicator_unit_open on indicator (unit_id, category) where status in ('ISSUED', 'RESERVED');
create index indicator_open_region on indicator (year, region_code text_pattern_ops) where status in ('ISSUED', 'RESERVED');
create index indicator_open_path on indicator (year, unit_path text_pattern_ops) where status in ('ISSUED', 'RESERVED');
create index indicator_plan_item on indicator (plan_item_id);

-- 主管预算单位: the unit whose purchases, with those of all units below, are counted together (N7).
alter table unit add column main_budget boolean not null default false;

alter table vehicle
    add column registered_year integer generated always as (date_part('year', registered_on)::integer) stored;
create index vehicle_year_region on vehicle (registered_year, region_code text_pattern_ops) include (acquisition_kind, energy_type);
create index vehicle_year_path on vehicle (registered_year, unit_path text_pattern_ops) include (acquisition_kind, energy_type);

alter table acquisition
    add column decided_year integer
        generated always as (date_part('year', timezone('Asia/Shanghai', decided_at))::integer) stored,
    add column early_renewal_document text,
    add column rules  text not null default '[]' check (jsonb_typeof(rules::jsonb) = 'array'),
    add column shares text not null default '[]' check (jsonb_typeof(shares::jsonb) = 'array');
comment on column acquisition.rules is 'ids of the rule rows in force when it was decided; a row never changes but for its end';
comment on column acquisition.shares is 'the NEV figures it was decided under';
create index acquisition_indicator on acquisition (indicator_id);
create index acquisition_bought on acquisition (decided_year, unit_path text_pattern_ops) include (kind, energy_type)
    where outcome = 'ACCEPTED';

alter table nev_exemption
    add column recorded_by text not null default 'system',
    add column recorded_at timestamptz not null default now();
create index nev_exemption_region on nev_exemption (year, region_code text_pattern_ops) where acquisition_id is not null;
create index nev_exemption_used on nev_exemption (year, unit_path text_pattern_ops) where acquisition_id is not null;

-- What the share of a region or a subtree of units is made of. They count past row-level security, as the share is of the whole
-- account also when the caller's scope is one county, and give away numbers only.
create function nev_of_region(in_year integer, prefix text, but_indicator uuid)
    returns table (source text, kind text, energy text, vehicles bigint)
    language sql stable security definer
    set search_path = dispatch, pg_temp
as
$$
select 'REGISTERED', v.acquisition_kind, v.energy_type, count(*)
from vehicle v
where v.registered_year = in_year and v.region_code ~>=~ prefix and v.region_code ~<~ (prefix || ':')
group by 2, 3
union all
select 'OPEN', i.kind, case when i.new_energy then 'NEW_ENERGY' else 'ANY' end, count(*)
from indicator i
where i.status in ('ISSUED', 'RESERVED') and i.year = in_year and i.region_code ~>=~ prefix
  and i.region_code ~<~ (prefix || ':') and i.id is distinct from but_indicator
group by 2, 3
union all
select 'EXEMPT', a.kind, e.reason, count(*)
from nev_exemption e
         join acquisition a on a.id = e.acquisition_id
where e.acquisition_id is not null and e.year = in_year and e.region_code ~>=~ prefix and e.region_code ~<~ (prefix || ':')
group by 2, 3
$$;

create function nev_of_units(in_year integer, prefix text, but_indicator uuid)
    returns table (source text, kind text, energy text, vehicles bigint)
    language sql stable security definer
    set search_path = dispatch, pg_temp
as
$$
select 'REGISTERED', v.acquisition_kind, v.energy_type, count(*)
from vehicle v
where v.registered_year = in_year and v.unit_path ~>=~ prefix and v.unit_path ~<~ (prefix || '~')
group by 2, 3
union all
select 'PROCURED', a.kind, a.energy_type, count(*)
from acquisition a
where a.outcome = 'ACCEPTED' and a.decided_year = in_year and a.unit_path ~>=~ prefix and a.unit_path ~<~ (prefix || '~')
group by 2, 3
union all
select 'OPEN', i.kind, case when i.new_energy then 'NEW_ENERGY' else 'ANY' end, count(*)
from indicator i
where i.status in ('ISSUED', 'RESERVED') and i.year = in_year and i.unit_path ~>=~ prefix
  and i.unit_path ~<~ (prefix || '~') and i.id is distinct from but_indicator
group by 2, 3
union all
select 'EXEMPT', a.kind, e.reason, count(*)
from nev_exemption e
         join acquisition a on a.id = e.acquisition_id
where e.acquisition_id is not null and e.year = in_year and e.unit_path ~>=~ prefix and e.unit_path ~<~ (prefix || '~')
group by 2, 3
$$;

-- The accounts a unit's acquisitions are counted in; units above the caller's scope are looked at for their path and name only.
create function nev_accounts(of_unit uuid)
    returns table (account text, prefix text, name text)
    language sql stable security definer
    set search_path = dispatch, pg_temp
as
$$
with mine as (select u.id, u.path, u.name, u.region_code from unit u where u.id = of_unit),
     above as (
         select u.path, u.name, u.level, u.main_budget, n - 1 as depth
         from mine m
                  cross join lateral generate_series(2, array_length(string_to_array(m.path, '/'), 1) - 1) n
                  cross join lateral (
             select * from unit found
             where found.path = array_to_string((string_to_array(m.path, '/'))[1:n], '/') || '/' limit 1) u)
select 'PROVINCE', left(m.region_code, 2), coalesce((select r.name from region r where r.code = left(m.region_code, 2) || '0000'),
                                                    left(m.region_code, 2) || '0000')
from mine m
where left(m.region_code, 2) <> '10'
union all
select 'CITY', left(m.region_code, 4), coalesce((select r.name from region r where r.code = left(m.region_code, 4) || '00'),
                                                left(m.region_code, 4) || '00')
from mine m
where left(m.region_code, 2) <> '10' and right(m.region_code, 4) <> '0000'
union all
select 'DEPARTMENT', a.path, a.name from above a where a.depth = 2 and a.level = 'NATION'
union all
(select 'BUDGET_UNIT', coalesce(b.path, m.path), coalesce(b.name, m.name)
 from mine m
          left join lateral (select a.path, a.name from above a where a.main_budget order by a.depth desc limit 1) b on true)
$$;

do
$$
declare
    counting text;
begin
    foreach counting in array array ['nev_of_region(integer, text, uuid)', 'nev_of_units(integer, text, uuid)',
        'nev_accounts(uuid)'] loop
        execute format('revoke all on function %s from public', counting);
        execute format('grant execute on function %s to dispatch', counting);
    end loop;
end
$$;
drop function province_additions;

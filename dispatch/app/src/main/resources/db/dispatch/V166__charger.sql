-- Chargers 充电桩 of units. Who is below a unit reads its chargers, as its vehicles charge there; only the unit and those above change them.
create table charger (
    id          uuid primary key,
    unit_id     uuid    not null,
    unit_path   text    not null,
    unit_name   text    not null,
    region_code text   not null check (region_code ~ '^[0-9]{6}$'),
    name        text    not null check (length(name) between 1 and 100),
    latitude    double precision not null check (latitude between -90 and 90),
    longitude   double precision not null check (longitude between -180 and 180),
    power_kw    double precision not null check (power_kw between 1 and 600),
    sockets     integer not null check (sockets between 1 and 100),
    in_service  boolean not null,
    added_by    text    not null,
    added_at    timestamptz not null,
    added_on    date    not null,
    retired_on  date check (retired_on >= added_on),
    version     bigint  not null default 0,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    check (retired_on is null or not in_service)
);
comment on column charger.region_code is 'of the unit, as its vehicles have it';
comment on column charger.power_kw is 'of each socket';
comment on column charger.in_service is 'false while it is broken or closed';
create index charger_unit on charger (unit_path text_pattern_ops, id);
alter table charger enable row level security;
create policy charger_read on charger for select using (concerns_scope(unit_path));
create policy charger_add on charger for insert with check (in_scope(unit_path));
create policy charger_change on charger for update using (in_scope(unit_path)) with check (in_scope(unit_path));
grant select, insert, update on charger to dispatch;

-- How many sockets 套 there are, in the annual report (A46): of the chargers that were on file on the last day of the period.
create function report_charger(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   power text, sockets integer)
    language sql stable parallel safe
as
$$
select c.id, c.unit_id, c.unit_path, null::uuid, false, c.name, day_to,
       case when c.power_kw < 20 then 'SLOW' else 'FAST' end, c.sockets
from charger c
where c.added_on <= day_to and (c.retired_on is null or c.retired_on > day_to)
$$;

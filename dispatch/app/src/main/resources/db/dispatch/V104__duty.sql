-- Duty of drivers: shifts 班次, leave 请假, hours at the wheel 驾驶时长. Rows follow the driver to another unit.
alter table driver add constraint driver_of_unit unique (id, unit_id, unit_path);

create table shift_template (
    id         uuid    primary key,
    unit_id    uuid    not null,
    unit_path  text    not null,
    name       text    not null check (char_length(name) between 1 and 50),
    starts_at  time    not null,
    ends_at    time    not null,
    retired    boolean not null default false,
    created_by text    not null,
    created_at timestamptz not null,
    version    bigint  not null default 0,
    check (starts_at <> ends_at),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
comment on column shift_template.ends_at is 'on the next day when not after starts_at; both in China';
create unique index shift_template_name on shift_template (unit_id, name) where not retired;
create index shift_template_path on shift_template (unit_path text_pattern_ops);

create table driver_shift (
    id          uuid   primary key,
    driver_id   uuid   not null,
    unit_id     uuid   not null,
    unit_path   text   not null,
    template_id uuid references shift_template,
    batch_id    uuid   not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    status      text   not null check (status in ('PLANNED', 'WITHDRAWN')),
    planned_by  text   not null,
    planned_at  timestamptz not null,
    version     bigint not null default 0,
    check (starts_at < ends_at and ends_at <= starts_at + interval '24 hours'),
    foreign key (driver_id, unit_id, unit_path) references driver (id, unit_id, unit_path) on update cascade,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    constraint driver_shift_once
        exclude using gist (driver_id with =, tstzrange(starts_at, ends_at) with &&) where (status = 'PLANNED')
);
create index driver_shift_driver on driver_shift (driver_id, starts_at) include (ends_at) where status = 'PLANNED';
create index driver_shift_last on driver_shift (driver_id, ends_at) where status = 'PLANNED';
create index driver_shift_batch on driver_shift (batch_id);
create index driver_shift_path on driver_shift (unit_path text_pattern_ops);

create table driver_leave (
    id              uuid   primary key,
    driver_id       uuid   not null,
    unit_id         uuid   not null,
    unit_path       text   not null,
    kind            text   not null check (kind in ('ANNUAL', 'SICK', 'PERSONAL', 'TRAINING', 'OTHER')),
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    reason          text   not null check (char_length(reason) between 1 and 500),
    status          text   not null check (status in ('ASKED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    asked_by        text   not null,
    asked_at        timestamptz not null,
    decided_by      text,
    decided_at      timestamptz,
    decision_reason text,
    version         bigint not null default 0,
    check (starts_at < ends_at and ends_at <= starts_at + interval '366 days'),
    check ((status in ('APPROVED', 'REJECTED')) = (decided_by is not null and decided_at is not null) or status = 'WITHDRAWN'),
    check (status <> 'REJECTED' or decision_reason is not null),
    foreign key (driver_id, unit_id, unit_path) references driver (id, unit_id, unit_path) on update cascade,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    constraint driver_leave_once
        exclude using gist (driver_id with =, tstzrange(starts_at, ends_at) with &&) where (status in ('ASKED', 'APPROVED'))
);
create index driver_leave_path on driver_leave (unit_path text_pattern_ops);

do
$$
declare
    kept text;
begin
    foreach kept in array array ['shift_template', 'driver_shift', 'driver_leave'] loop
        execute format('alter table %I enable row level security', kept);
        execute format('create policy %I on %I using (in_scope(unit_path))', kept || '_scope', kept);
        execute format('grant select, insert, update on %I to dispatch', kept);
    end loop;
end
$$;

-- How long a driver may drive. All rows in force from the nation down to the place of the driver's unit apply together.
create table duty_rule (
    id               bigint primary key default nextval('rule_row_id'),
    jurisdiction     text    not null check (jurisdiction ~ '^[0-9]{6}$'),
    key              text    not null check (key in ('CONTINUOUS_DRIVING_MAX', 'REST_MIN', 'DAILY_DRIVING_MAX')),
    minutes          integer not null check (minutes between 1 and 1440),
    clause           text    not null,
    article_verified boolean not null,
    effective_from   date    not null,
    effective_to     date check (effective_to > effective_from),
    exclude using gist (jurisdiction with =, key with =, daterange(effective_from, effective_to) with &&)
);
insert into duty_rule (jurisdiction, key, minutes, clause, article_verified, effective_from)
values ('100000', 'CONTINUOUS_DRIVING_MAX', 240, '《道路交通安全法实施条例》第六十二条第（七）项', true, '2004-05-01'),
       ('100000', 'REST_MIN', 20, '《道路交通安全法实施条例》第六十二条第（七）项', true, '2004-05-01'),
       ('100000', 'DAILY_DRIVING_MAX', 480, '《道路旅客运输企业安全管理规范》第三十八条（参照执行）', false, '2018-05-01');
grant select on duty_rule to dispatch;

-- What of an order concerns its driver's duty; the reader's scope decides which.
create view driver_order with (security_invoker = true) as
select o.id, o.number, o.status, o.driver_id, o.starts_at, o.ends_at
from vehicle_order o
where o.status <> 'CANCELLED' and o.starts_at < o.ends_at;
grant select on driver_order to dispatch;

-- What a driver is engaged with around a period, whoever asks: orders of other units count too, and give away no more than when
-- and how far. ROTA is the time from the first to the last planned shift.
create function driver_engagement(driver uuid, period_from timestamptz, period_to timestamptz)
    returns table (kind text, id uuid, starts_at timestamptz, ends_at timestamptz, pickup_latitude double precision,
                   pickup_longitude double precision, dropoff_latitude double precision, dropoff_longitude double precision)
    language sql stable security definer
    set search_path = dispatch, pg_temp
as
$$
select 'ROTA', driver, r.first, r.last, null::double precision, null::double precision, null::double precision,
       null::double precision
from (select (select s.starts_at from driver_shift s where s.driver_id = driver and s.status = 'PLANNED'
              order by s.starts_at limit 1) as first,
             (select s.ends_at from driver_shift s where s.driver_id = driver and s.status = 'PLANNED'
              order by s.ends_at desc limit 1) as last) r
where r.first is not null
union all
select 'SHIFT', s.id, s.starts_at, s.ends_at, null, null, null, null
from driver_shift s
where s.driver_id = driver and s.status = 'PLANNED' and s.starts_at < period_to
  and s.starts_at > period_from - interval '24 hours' and s.ends_at > period_from
union all
select 'LEAVE', l.id, l.starts_at, l.ends_at, null, null, null, null
from driver_leave l
where l.driver_id = driver and l.status = 'APPROVED' and tstzrange(l.starts_at, l.ends_at) && tstzrange(period_from, period_to)
union all
select 'ORDER', o.id, o.starts_at, o.ends_at, o.pickup_latitude, o.pickup_longitude, o.dropoff_latitude, o.dropoff_longitude
from vehicle_order o
where o.driver_id = driver and o.status <> 'CANCELLED' and o.starts_at < o.ends_at
  and tstzrange(o.starts_at, o.ends_at) && tstzrange(period_from, period_to)
$$;
revoke all on function driver_engagement from public;
grant execute on function driver_engagement to dispatch;

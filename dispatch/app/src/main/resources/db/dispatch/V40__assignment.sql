-- Which vehicles may serve which requests, beside region and seats. Effective-dated rule rows; a category without a row is
-- served by vehicles of its own.
create table serving_rule (
    wanted         text    not null,
    serving        text    not null,
    own_unit_only  boolean not null,
    effective_from date    not null,
    effective_to   date check (effective_to > effective_from),
    primary key (wanted, serving, effective_from),
    exclude using gist (wanted with =, serving with =, daterange(effective_from, effective_to) with &&)
);
comment on column serving_rule.own_unit_only is 'confidential communication 机要通信 vehicles are never lent';
insert into serving_rule (wanted, serving, own_unit_only, effective_from)
values ('JYTX', 'JYTX', true, '2017-12-05'),
       ('SYDW_JY', 'SYDW_JY', true, '2023-12-31'),
       ('YJBZ', 'YJBZ', false, '2017-12-05'),
       ('ZFZQ', 'ZFZQ', false, '2017-12-05'),
       ('TZZY', 'TZZY', false, '2017-12-05'),
       ('QT', 'QT', false, '2017-12-05'),
       ('QT', 'YJBZ', false, '2017-12-05'),
       ('SYDW_YW', 'SYDW_YW', false, '2023-12-31');

-- Running cost the planner minimises: energy, tyres and upkeep. Planning figures of this installation, to be replaced by its own.
create table running_cost_rule (
    energy_type     text    not null check (energy_type in ('BEV', 'PHEV', 'EREV', 'FCEV', 'HEV', 'ICE')),
    cost_fen_per_km integer not null check (cost_fen_per_km > 0),
    effective_from  date    not null,
    effective_to    date check (effective_to > effective_from),
    primary key (energy_type, effective_from),
    exclude using gist (energy_type with =, daterange(effective_from, effective_to) with &&)
);
insert into running_cost_rule (energy_type, cost_fen_per_km, effective_from)
values ('BEV', 30, '2017-12-05'),
       ('PHEV', 55, '2017-12-05'),
       ('EREV', 55, '2017-12-05'),
       ('FCEV', 90, '2017-12-05'),
       ('HEV', 60, '2017-12-05'),
       ('ICE', 85, '2017-12-05');

-- Orders 派车单, as issued: names and places are those of the moment. An order is visible where the request's or the
-- vehicle's unit is in scope. One vehicle and one driver are never promised twice: the two exclusion constraints say so.
create table vehicle_order (
    id                uuid primary key,
    number            text not null unique check (number ~ '^PC-[0-9]{6}-[0-9]{8}-[0-9]{4,}$'),
    status            text not null check (status in (
        'ASSIGNED', 'ACCEPTED', 'DEPARTED', 'ARRIVED', 'RETURNED', 'CLOSED', 'CANCELLED')),
    request_id        uuid not null references use_request,
    request_number    text not null,
    request_unit_id   uuid not null,
    request_unit_path text not null,
    request_unit_name text not null,
    purpose           text not null,
    passengers        integer not null,
    pickup_name       text not null,
    pickup_latitude   double precision not null,
    pickup_longitude  double precision not null,
    dropoff_name      text not null,
    dropoff_latitude  double precision not null,
    dropoff_longitude double precision not null,
    starts_at         timestamptz not null,
    ends_at           timestamptz not null,
    sharing           text not null check (sharing in ('OWN_UNIT', 'CROSS_DEPARTMENT', 'CROSS_REGION')),
    vehicle_id        uuid not null references vehicle,
    plate             text not null,
    energy_type       text not null,
    vehicle_unit_id   uuid not null,
    vehicle_unit_path text not null,
    vehicle_unit_name text not null,
    driver_id         uuid not null references driver,
    driver_name       text not null,
    driver_username   text,
    issued_by         text not null,
    issued_at         timestamptz not null,
    cancel_reason     text,
    foreign key (request_unit_id, request_unit_path) references unit (id, path) on update cascade,
    foreign key (vehicle_unit_id, vehicle_unit_path) references unit (id, path) on update cascade,
    check (starts_at <= ends_at),
    check ((status = 'CANCELLED') = (cancel_reason is not null)),
    constraint vehicle_order_vehicle_free
        exclude using gist (vehicle_id with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'CANCELLED'),
    constraint vehicle_order_driver_free
        exclude using gist (driver_id with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'CANCELLED')
);
create unique index vehicle_order_of_request on vehicle_order (request_id) where status <> 'CANCELLED';
create index vehicle_order_request_unit on vehicle_order (request_unit_path text_pattern_ops);
create index vehicle_order_vehicle_unit on vehicle_order (vehicle_unit_path text_pattern_ops);
create index vehicle_order_driver_username on vehicle_order (driver_username, id);
create index vehicle_order_open on vehicle_order (vehicle_id)
    where status in ('ASSIGNED', 'ACCEPTED', 'DEPARTED', 'ARRIVED');

-- Plans: asked of the planner, proposed by it, committed item by item.
create table dispatch_plan (
    id          uuid primary key,
    unit_id     uuid not null,
    unit_path   text not null,
    unit_code   text not null,
    status      text not null check (status in ('SOLVING', 'PROPOSED', 'COMMITTED', 'FAILED')),
    period_from timestamptz not null,
    period_to   timestamptz not null check (period_from < period_to),
    seconds     integer not null check (seconds between 1 and 600),
    created_by  text not null,
    created_at  timestamptz not null,
    score       text,
    cost_fen    bigint,
    failure     text,
    unique (id, unit_id, unit_path),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index dispatch_plan_unit on dispatch_plan (unit_path text_pattern_ops);

create table plan_item (
    id             uuid primary key,
    plan_id        uuid not null,
    unit_id        uuid not null,
    unit_path      text not null,
    request_id     uuid not null references use_request,
    request_number text not null,
    vehicle_id     uuid references vehicle,
    plate          text,
    driver_id      uuid references driver,
    driver_name    text,
    starts_at      timestamptz,
    ends_at        timestamptz,
    outcome        text,
    unserved_code  text,
    unserved_reason text,
    unique (plan_id, request_id),
    foreign key (plan_id, unit_id, unit_path) references dispatch_plan (id, unit_id, unit_path) on update cascade,
    check (num_nonnulls(vehicle_id, plate, driver_id, driver_name, starts_at, ends_at) in (0, 6)),
    check ((vehicle_id is null) = (unserved_code is not null))
);

alter table vehicle_order enable row level security;
create policy vehicle_order_scope on vehicle_order
    using (in_scope(request_unit_path) or in_scope(vehicle_unit_path));
alter table dispatch_plan enable row level security;
create policy dispatch_plan_scope on dispatch_plan using (in_scope(unit_path));
alter table plan_item enable row level security;
create policy plan_item_scope on plan_item using (in_scope(unit_path));

grant select on serving_rule, running_cost_rule to dispatch;
grant select, insert, update on vehicle_order, dispatch_plan, plan_item to dispatch;

-- Use requests 用车申请. A request is visible where its unit is in scope and, once a vehicle is assigned, where the
-- vehicle's unit is. The columns order_* show its order as it was issued.
create table use_request (
    id                uuid primary key,
    number            text not null unique check (number ~ '^YC-[0-9]{6}-[0-9]{8}-[0-9]{4,}$'),
    status            text not null check (status in (
        'SUBMITTED', 'APPROVED', 'ASSIGNED', 'UNDERWAY', 'CLOSED', 'RETURNED', 'REJECTED', 'CANCELLED')),
    unit_id           uuid not null,
    unit_path         text not null,
    unit_code         text not null,
    unit_name         text not null,
    region_code       text not null references region,
    host_region_code  text references region,
    requester_id      uuid not null,
    requester_name    text not null,
    purpose           text not null check (char_length(purpose) between 2 and 200),
    category          text not null,
    passengers        integer not null check (passengers between 1 and 55),
    pickup_name       text not null check (char_length(pickup_name) between 1 and 100),
    pickup_latitude   double precision not null check (pickup_latitude between -90 and 90),
    pickup_longitude  double precision not null check (pickup_longitude between -180 and 180),
    dropoff_name      text not null check (char_length(dropoff_name) between 1 and 100),
    dropoff_latitude  double precision not null check (dropoff_latitude between -90 and 90),
    dropoff_longitude double precision not null check (dropoff_longitude between -180 and 180),
    depart_at         timestamptz not null,
    return_at         timestamptz not null,
    submitted_at      timestamptz not null,
    decided_by        text,
    decided_at        timestamptz,
    decision_reason   text,
    sharing           text check (sharing in ('OWN_UNIT', 'CROSS_DEPARTMENT', 'CROSS_REGION')),
    vehicle_unit_id   uuid,
    vehicle_unit_path text,
    order_id          uuid,
    order_number      text,
    order_status      text,
    order_plate       text,
    order_energy_type text,
    order_vehicle_unit_name text,
    order_driver_name text,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    foreign key (vehicle_unit_id, vehicle_unit_path) references unit (id, path) on update cascade,
    check (depart_at < return_at and return_at <= depart_at + interval '360 hours'),
    check ((order_id is null) = (vehicle_unit_id is null) and (order_id is null) = (sharing is null)),
    check (status not in ('ASSIGNED', 'UNDERWAY', 'CLOSED') or order_id is not null),
    check (status not in ('RETURNED', 'REJECTED') or decision_reason is not null)
);
create index use_request_unit on use_request (unit_path text_pattern_ops);
create index use_request_vehicle_unit on use_request (vehicle_unit_path text_pattern_ops);
create index use_request_waiting on use_request (depart_at) where status = 'APPROVED';

alter table use_request enable row level security;
create policy use_request_scope on use_request using (in_scope(unit_path) or in_scope(vehicle_unit_path));

-- What an Idempotency-Key of an account was used for.
create table request_key (
    account_id  uuid not null,
    key         text not null check (char_length(key) between 1 and 200),
    fingerprint text not null,
    request_id  uuid not null,
    used_at     timestamptz not null default now(),
    primary key (account_id, key)
);

-- Last number given per kind, region and business day; gap-free, because the number rolls back with its owner.
create table business_number (
    kind        text not null,
    region_code text not null references region,
    day         date not null,
    last        integer not null check (last > 0),
    primary key (kind, region_code, day)
);

grant select, insert, update on use_request, business_number to dispatch;
grant select, insert on request_key to dispatch;

-- Trips 行程: what really was driven for an order, and what the driver reported step by step.
create table trip (
    id                uuid primary key,
    order_id          uuid not null unique references vehicle_order,
    order_number      text not null,
    request_id        uuid not null references use_request,
    unit_id           uuid not null,
    unit_path         text not null,
    vehicle_id        uuid not null references vehicle,
    vehicle_unit_id   uuid not null,
    vehicle_unit_path text not null,
    plate             text not null,
    driver_name       text not null,
    status            text not null check (status in ('UNDERWAY', 'CLOSED')),
    departed_at       timestamptz not null,
    arrived_at        timestamptz,
    returned_at       timestamptz,
    odometer_start_km bigint not null check (odometer_start_km between 0 and 2000000),
    odometer_end_km   bigint check (odometer_end_km between 0 and 2000000),
    measured_m        bigint check (measured_m >= 0),
    close_at          timestamptz,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    foreign key (vehicle_unit_id, vehicle_unit_path) references unit (id, path) on update cascade,
    check (arrived_at >= departed_at and returned_at >= arrived_at),
    check (odometer_end_km >= odometer_start_km),
    check ((returned_at is null) = (odometer_end_km is null)),
    check (status <> 'CLOSED' or returned_at is not null),
    check ((close_at is not null) = (status = 'UNDERWAY' and returned_at is not null))
);
comment on column trip.close_at is
    'when closing is tried next; set from the return to the closing, so that no returned trip is forgotten';
create index trip_unit on trip (unit_path text_pattern_ops);
create index trip_vehicle_unit on trip (vehicle_unit_path text_pattern_ops);
create index trip_close_at on trip (close_at) where close_at is not null;

-- Each report of a driver, once.
create table trip_event (
    id          uuid primary key,
    order_id    uuid not null references vehicle_order,
    unit_id     uuid not null,
    unit_path   text not null,
    step        text not null check (step in ('ACCEPT', 'DEPART', 'ARRIVE', 'RETURN')),
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    odometer_km bigint,
    username    text not null,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index trip_event_order on trip_event (order_id);

alter table trip enable row level security;
create policy trip_scope on trip using (in_scope(unit_path) or in_scope(vehicle_unit_path));
alter table trip_event enable row level security;
create policy trip_event_scope on trip_event using (in_scope(unit_path));

grant select, insert, update on trip to dispatch;
grant select, insert on trip_event to dispatch;

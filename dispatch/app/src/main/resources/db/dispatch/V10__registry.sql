-- Vehicles on file 一车一档, drivers, terminals.

create table vehicle (
    id               uuid primary key,
    plate            text not null check (length(plate) between 7 and 8),
    plate_colour     text not null check (plate_colour in ('BLUE', 'YELLOW', 'GREEN', 'WHITE', 'BLACK')),
    vin              text not null unique check (vin ~ '^[A-HJ-NPR-Z0-9]{17}$'),
    unit_id          uuid not null,
    unit_path        text not null,
    category         text not null,
    body_type        text not null check (body_type in ('SEDAN', 'SMALL_BUS', 'MEDIUM_BUS', 'LARGE_BUS')),
    energy_type      text not null check (energy_type in ('BEV', 'PHEV', 'EREV', 'FCEV', 'HEV', 'ICE')),
    brand            text not null,
    model            text not null,
    seats            integer not null check (seats between 1 and 60),
    price_fen        bigint not null check (price_fen > 0),
    displacement_l   double precision not null check (displacement_l >= 0),
    home_name        text not null,
    home_latitude    double precision not null check (home_latitude between -90 and 90),
    home_longitude   double precision not null check (home_longitude between -180 and 180),
    state            text not null check (state in ('IDLE', 'ASSIGNED', 'ON_TRIP', 'OUT_OF_SERVICE')),
    registered_on    date not null,
    acquisition_kind text not null check (acquisition_kind in ('NEW', 'RENEWAL')),
    disposed_on      date,
    check (disposed_on is null or state = 'OUT_OF_SERVICE'),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
-- A plate may move on to the vehicle that replaces a disposed one.
create unique index vehicle_plate_in_use on vehicle (plate) where disposed_on is null;
create index vehicle_unit on vehicle (unit_id, category) where disposed_on is null;
create index vehicle_path on vehicle (unit_path text_pattern_ops);

create table driver (
    id            uuid primary key,
    name          text not null,
    phone         text not null check (phone ~ '^[0-9]{11}$'),
    licence_class text not null check (licence_class in ('A1', 'A2', 'A3', 'B1', 'B2', 'C1', 'C2')),
    unit_id       uuid not null,
    unit_path     text not null,
    username      text unique,
    vehicle_id    uuid unique references vehicle,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index driver_path on driver (unit_path text_pattern_ops);

create table terminal (
    phone            text primary key check (phone ~ '^[0-9]{11,20}$'),
    terminal_id      text not null unique,
    protocol_version integer not null check (protocol_version in (2013, 2019)),
    vehicle_id       uuid not null unique references vehicle,
    unit_id          uuid not null,
    unit_path        text not null,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
-- Frames pad the phone number with zeros; two numbers must not differ by them alone.
create unique index terminal_number on terminal (ltrim(phone, '0'));
create index terminal_path on terminal (unit_path text_pattern_ops);

alter table vehicle enable row level security;
create policy vehicle_scope on vehicle using (in_scope(unit_path));
alter table driver enable row level security;
create policy driver_scope on driver using (in_scope(unit_path));
alter table terminal enable row level security;
create policy terminal_scope on terminal using (in_scope(unit_path));

grant select, insert, update on vehicle, driver to dispatch;
grant select, insert, update, delete on terminal to dispatch;

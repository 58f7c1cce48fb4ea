-- Schema telemetry: what vehicles told the platform. Migrations run as the owner (motorpool);
-- the service works as role telemetry and gets exactly the rights granted at the end.

-- One terminal (车载终端); phone is the identity in every frame.
create table terminal (
    phone           text        primary key check (phone ~ '^[0-9a-f]{1,20}$'),
    vehicle_id      uuid        not null,
    plate           text        not null,
    bound_at        timestamptz not null,
    unbound_at      timestamptz,
    auth_code_hash  text,
    auth_expires_at timestamptz,
    registered_at   timestamptz,
    manufacturer    text,
    model           text,
    terminal_id     text,
    last_seen       timestamptz,
    check ((auth_code_hash is null) = (auth_expires_at is null)),
    check (unbound_at is null or unbound_at >= bound_at)
);
comment on column terminal.auth_code_hash is 'SHA-256 of the code given with 0x8100; the code itself is never stored';
create index terminal_vehicle on terminal (vehicle_id) where unbound_at is null;

-- Positions, one partition per UTC day of the terminal's clock. The key makes redelivery harmless:
-- a position is stored once however often a terminal or Kafka sends it.
create table position (
    vehicle_id  uuid             not null,
    reported_at timestamptz      not null,
    received_at timestamptz      not null,
    latitude    double precision not null check (latitude between -90 and 90),
    longitude   double precision not null check (longitude between -180 and 180),
    altitude_m  integer          not null,
    speed_kmh   real             not null check (speed_kmh >= 0),
    heading_deg smallint         not null,
    odometer_m  bigint           not null check (odometer_m >= -1),
    alarm_bits  bigint           not null,
    status_bits bigint           not null,
    -- null without a valid fix: the coordinates of such a report are old or zero
    geom        geometry(Point, 4326) generated always as (
        case when status_bits & 2 <> 0 then st_setsrid(st_makepoint(longitude, latitude), 4326) end
    ) stored,
    primary key (vehicle_id, reported_at)
) partition by range (reported_at);

-- Reports whose clock is absurd (year 2000, far future) stay readable here, as reported,
-- and never make a partition.
create table position_unplaced partition of position default;

create table alarm (
    vehicle_id  uuid        not null,
    reported_at timestamptz not null,
    alarm_bit   smallint    not null check (alarm_bit between 0 and 31),
    received_at timestamptz not null,
    event_id    uuid        not null,
    primary key (vehicle_id, reported_at, alarm_bit)
);

-- Makes the partition of one UTC day and says whether that day has one. Days further back than
-- 400 days or more than 2 days ahead have none, so a terminal cannot make partitions without bound.
-- Rows of that day which waited in position_unplaced move over.
create function ensure_position_partition(day date) returns boolean
    language plpgsql
    security definer
    set search_path = telemetry, public, pg_temp
as
$$
declare
    today     constant date        := (now() at time zone 'UTC')::date;
    partition constant text        := 'position_' || to_char(day, 'YYYYMMDD');
    from_     constant timestamptz := day::timestamp at time zone 'UTC';
    to_       constant timestamptz := (day + 1)::timestamp at time zone 'UTC';
begin
    if day not between today - 400 and today + 2 then
        return false;
    end if;
    perform pg_advisory_xact_lock(hashtext('telemetry.position'));
    if to_regclass('telemetry.' || partition) is not null then
        return true;
    end if;
    execute format('create table telemetry.%I (like telemetry.position including all)', partition);
    execute format(
            'with moved as (delete from telemetry.position_unplaced where reported_at >= $1 and reported_at < $2 returning *) '
                'insert into telemetry.%I (vehicle_id, reported_at, received_at, latitude, longitude, altitude_m, speed_kmh, '
                'heading_deg, odometer_m, alarm_bits, status_bits) '
                'select vehicle_id, reported_at, received_at, latitude, longitude, altitude_m, speed_kmh, '
                'heading_deg, odometer_m, alarm_bits, status_bits from moved', partition)
        using from_, to_;
    execute format('alter table telemetry.position attach partition telemetry.%I for values from (%L) to (%L)',
                   partition, from_, to_);
    return true;
end
$$;

revoke all on function ensure_position_partition(date) from public;
grant execute on function ensure_position_partition(date) to telemetry;
grant select, insert, update on terminal to telemetry;
grant select, insert on position to telemetry;
grant select, insert on alarm to telemetry;

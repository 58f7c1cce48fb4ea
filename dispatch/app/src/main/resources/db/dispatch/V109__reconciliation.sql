-- Reconciliation 里程对账: every kilometre and every second of ignition of a vehicle and day is attributed to what it was driven for.

-- How kilometres are attributed. The row of the province goes before that of the nation.
create table attribution_rule (
    jurisdiction        text    not null check (jurisdiction ~ '^[0-9]{2}0000$'),
    silence_minutes     integer not null check (silence_minutes between 1 and 240),
    odometer_slack_m    integer not null check (odometer_slack_m >= 1000),
    odometer_slack      double precision not null check (odometer_slack between 0 and 1),
    station_radius_m    integer not null check (station_radius_m > 0),
    refuelling_minutes  integer not null check (refuelling_minutes between 0 and 720),
    maintenance_minutes integer not null check (maintenance_minutes between 0 and 1440),
    home_radius_m       integer not null check (home_radius_m > 0),
    home_minutes        integer not null check (home_minutes between 0 and 1440),
    move_hours_before   integer not null check (move_hours_before between 0 and 720),
    move_hours_after    integer not null check (move_hours_after between 0 and 720),
    effective_from      date    not null,
    effective_to        date check (effective_to > effective_from),
    primary key (jurisdiction, effective_from),
    exclude using gist (jurisdiction with =, daterange(effective_from, effective_to) with &&)
);
comment on column attribution_rule.silence_minutes is 'a longer silence of the terminal is a gap: its ignition is not known';
comment on column attribution_rule.odometer_slack_m is 'an odometer shows whole kilometres; what it has more than the track is driven unseen only beyond this and odometer_slack';
comment on column attribution_rule.refuelling_minutes is 'before and after the moment of the expense, near its place';
comment on column attribution_rule.home_minutes is 'within which a vehicle is back at its parking place after an order';
comment on column attribution_rule.move_hours_before is 'how long before a move it may be marked; move_hours_after: how long after its end';
insert into attribution_rule (jurisdiction, silence_minutes, odometer_slack_m, odometer_slack, station_radius_m, refuelling_minutes,
                              maintenance_minutes, home_radius_m, home_minutes, move_hours_before, move_hours_after, effective_from)
values ('100000', 10, 2000, 0.05, 500, 30, 120, 200, 120, 168, 48, '2017-12-05');

-- A move that is no order 调车: somebody says why, before or shortly after.
create table vehicle_move (
    id          uuid primary key,
    vehicle_id  uuid        not null references vehicle,
    unit_id     uuid        not null,
    unit_path   text        not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
    purpose     text        not null check (purpose in ('REPOSITIONING', 'MAINTENANCE', 'REFUELLING')),
    reason      text        not null check (char_length(reason) between 1 and 200),
    recorded_by text        not null,
    recorded_at timestamptz not null,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    constraint vehicle_move_once exclude using gist (vehicle_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index vehicle_move_unit on vehicle_move (unit_path text_pattern_ops);

-- The result of a vehicle and day. A later run that finds something else adds a revision; the one before stays.
create table mileage_attribution (
    id          uuid primary key,
    vehicle_id  uuid        not null references vehicle,
    day         date        not null,
    revision    integer     not null check (revision > 0),
    current     boolean     not null,
    unit_id     uuid        not null,
    unit_path   text        not null,
    total_m     bigint      not null check (total_m >= 0),
    ignition_s  bigint      not null check (ignition_s between 0 and 90000),
    fingerprint text        not null,
    computed_at timestamptz not null,
    unique (vehicle_id, day, revision),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create unique index mileage_attribution_current on mileage_attribution (vehicle_id, day) where current;
create index mileage_attribution_unit on mileage_attribution (unit_path text_pattern_ops, day) where current;

create table mileage_segment (
    id             uuid primary key,
    attribution_id uuid        not null references mileage_attribution,
    unit_id        uuid        not null,
    unit_path      text        not null,
    use            text        not null check (use in (
        'ORDER', 'MAINTENANCE', 'REFUELLING', 'REPOSITIONING', 'UNEXPLAINED')),
    starts_at      timestamptz not null,
    ends_at        timestamptz not null check (ends_at > starts_at),
    distance_m     bigint      not null check (distance_m >= 0),
    ignition_s     bigint      not null check (ignition_s >= 0),
    subject_id     uuid,
    check ((use = 'UNEXPLAINED') = (subject_id is null)),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    exclude using gist (attribution_id with =, tstzrange(starts_at, ends_at) with &&)
);
comment on column mileage_segment.subject_id is 'the order, the expense or the move';
create index mileage_segment_of on mileage_segment (attribution_id);
create index trip_vehicle_departed on trip (vehicle_id, departed_at);
create index mileage_segment_unit on mileage_segment (unit_path text_pattern_ops);

-- What a unit says to kilometres nobody can attribute, and what an officer from above thinks of it.
create table mileage_explanation (
    id              uuid primary key,
    vehicle_id      uuid        not null references vehicle,
    unit_id         uuid        not null,
    unit_path       text        not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null check (ends_at > starts_at),
    reason          text        not null check (char_length(reason) between 1 and 500),
    evidence        text        check (char_length(evidence) between 1 and 500),
    explained_by    text        not null,
    explained_at    timestamptz not null,
    status          text        not null check (status in ('GIVEN', 'ACCEPTED', 'REJECTED')),
    decided_by      text        check (decided_by <> explained_by),
    decided_at      timestamptz,
    decision_reason text,
    version         bigint      not null default 0,
    check (num_nonnulls(decided_by, decided_at) = case status when 'GIVEN' then 0 else 2 end),
    check (status <> 'REJECTED' or decision_reason is not null),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    constraint mileage_explanation_once exclude using gist (vehicle_id with =, tstzrange(starts_at, ends_at) with &&)
        where (status <> 'REJECTED')
);
create index mileage_explanation_unit on mileage_explanation (unit_path text_pattern_ops);

-- Who has which night: pass 0 the day after, pass 1 some days later, when what terminals sent late is there.
create table reconciliation_run (
    day         date    not null,
    pass        integer not null check (pass in (0, 1)),
    claimed_at  timestamptz not null,
    lease_until timestamptz not null,
    ended_at    timestamptz,
    vehicles    integer,
    changed     integer,
    primary key (day, pass)
);

do
$$
declare
    kept text;
begin
    foreach kept in array array ['vehicle_move', 'mileage_attribution', 'mileage_segment', 'mileage_explanation'] loop
        execute format('alter table %I enable row level security', kept);
        execute format('create policy %I on %I using (in_scope(unit_path))', kept || '_scope', kept);
    end loop;
end
$$;
grant select on attribution_rule to dispatch;
grant select, insert on vehicle_move, mileage_segment to dispatch;
grant select, insert, update on mileage_attribution, mileage_explanation, reconciliation_run to dispatch;

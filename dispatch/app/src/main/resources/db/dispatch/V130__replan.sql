-- Re-planning 重排: what happened to a running day, and which orders should move because of it.

-- Orders that change places are moved in one transaction, which looks at the end whether anything is promised twice; everybody else as before.
alter table vehicle_order
    drop constraint vehicle_order_vehicle_free,
    drop constraint vehicle_order_driver_free,
    add constraint vehicle_order_vehicle_free
        exclude using gist (vehicle_id with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'CANCELLED')
        deferrable initially immediate,
    add constraint vehicle_order_driver_free
        exclude using gist (driver_id with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'CANCELLED')
        deferrable initially immediate;

-- What an installation or a place decides on re-planning; the most specific row counts.
create table replan_rule (
    id              bigint primary key default nextval('rule_row_id'),
    jurisdiction    text    not null check (jurisdiction ~ '^[0-9]{6}$'),
    moved_fen       bigint  not null check (moved_fen between 0 and 100000000),
    latest_minutes  integer not null check (latest_minutes between 0 and 360),
    again_minutes   integer not null check (again_minutes between 1 and 1440),
    late_minutes    integer not null check (late_minutes between 1 and 360),
    ahead_minutes   integer not null check (ahead_minutes between 1 and 1440),
    clause          text    not null,
    effective_from  date    not null,
    effective_to    date check (effective_to > effective_from),
    exclude using gist (jurisdiction with =, daterange(effective_from, effective_to) with &&)
);
comment on column replan_rule.moved_fen is 'an announced order that need not move does so only for a greater saving, fen';
comment on column replan_rule.latest_minutes is 'an order nobody can serve in time may begin so much later';
comment on column replan_rule.again_minutes is 'the platform offers nothing for the same cause again within this time';
comment on column replan_rule.late_minutes is 'by so much a vehicle must be expected too late for its next order before that is offered';
comment on column replan_rule.ahead_minutes is 'how far ahead next orders are looked at';
insert into replan_rule (
    jurisdiction, moved_fen, latest_minutes, again_minutes, late_minutes, ahead_minutes, clause, effective_from)
values ('100000', 3000, 60, 15, 10, 180, '平台调度规则（replan_rule）：重排', '2017-12-05');
grant select on replan_rule to dispatch;

create table replan (
    id              uuid primary key,
    unit_id         uuid   not null,
    unit_path       text   not null,
    state           text   not null check (state in ('OFFERED', 'COMMITTED', 'DISCARDED', 'STALE')),
    kind            text   not null check (kind in ('BREAKDOWN', 'DELAY', 'DRIVER_ABSENT', 'REQUEST', 'CANCELLED')),
    cause_id        uuid   not null,
    subject         text   not null,
    event           text   not null check (event::jsonb is not null),
    planned_on      date   not null,
    moved_fen       bigint not null,
    cost_before_fen bigint not null,
    cost_after_fen  bigint not null,
    moves           text   not null check (moves::jsonb is not null),
    unserved        text   not null check (unserved::jsonb is not null),
    created_by      text   not null,
    created_at      timestamptz not null,
    closed_by       text,
    closed_at       timestamptz,
    refusal         text,
    version         bigint not null default 0,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    check ((state = 'OFFERED') = (closed_at is null)),
    check ((closed_at is null) = (closed_by is null)),
    check (refusal is null or state = 'STALE')
);
comment on column replan.cause_id is 'the vehicle, order, driver or request that the event is about';
comment on column replan.moves is 'JSON: which orders go from whom to whom, with the versions of the orders they were computed from';
create index replan_unit on replan (unit_path text_pattern_ops, id);
create index replan_cause on replan (cause_id, created_at);
alter table replan enable row level security;
create policy replan_scope on replan using (in_scope(unit_path));
grant select, insert, update on replan to dispatch;

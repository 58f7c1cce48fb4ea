-- Operations: many requests as one. A major event 重大活动 is a plan that expands into requests; an emergency mobilisation 应急征调
-- takes vehicles, also from ordinary orders, and gives them back.
create table operation (
    id              uuid primary key,
    number          text        not null unique check (number ~ '^(HD|ZD)-[0-9]{6}-[0-9]{8}-[0-9]{4,}$'),
    kind            text        not null check (kind in ('EVENT', 'MOBILISATION')),
    name            text        not null check (char_length(name) between 2 and 100),
    unit_id         uuid        not null,
    unit_path       text        not null,
    unit_name       text        not null,
    region_code     text        not null references region,
    status          text        not null check (status in ('DRAFT', 'COMMITTED', 'APPROVED', 'RELEASED', 'CANCELLED')),
    plan            text        not null check (jsonb_typeof(plan::jsonb) = 'object'),
    organiser_id    uuid        not null,
    created_by      text        not null,
    created_at      timestamptz not null,
    decided_by      text,
    decided_at      timestamptz,
    decision_reason text,
    ended_reason    text,
    version         bigint      not null default 0,
    unique (id, unit_id, unit_path),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    check (kind = 'MOBILISATION' or status <> 'RELEASED'),
    check (kind = 'EVENT' or status <> 'APPROVED'),
    check (status <> 'APPROVED' or decided_by is not null),
    check ((status in ('RELEASED', 'CANCELLED')) = (ended_reason is not null))
);
create index operation_unit on operation (unit_path text_pattern_ops);
alter table use_request
    add constraint use_request_of_operation foreign key (operation_id) references operation (id);

-- What the operation asks for, and the request that does. A changed item gets another request; the one before keeps its operation.
create table operation_item (
    id           uuid primary key,
    operation_id uuid not null,
    unit_id      uuid not null,
    unit_path    text not null,
    key          text not null,
    slot         text not null,
    fingerprint  text not null,
    request_id   uuid not null references use_request,
    removed      boolean not null default false,
    foreign key (operation_id, unit_id, unit_path) references operation (id, unit_id, unit_path) on update cascade
);
create unique index operation_item_once on operation_item (operation_id, key) where not removed;
create index operation_item_unit on operation_item (unit_path text_pattern_ops);

-- An ordinary order that gave its vehicle to an emergency, until its request is served again.
create table preemption (
    id           uuid primary key,
    operation_id uuid not null,
    unit_id      uuid not null,
    unit_path    text not null,
    order_id     uuid not null unique references vehicle_order,
    order_number text not null,
    request_id   uuid not null references use_request,
    vehicle_id   uuid not null references vehicle,
    driver_id    uuid not null references driver,
    preempted_at timestamptz not null,
    outcome      text check (outcome in ('RESTORED', 'QUEUED', 'SERVED', 'LAPSED')),
    settled_at   timestamptz,
    check ((outcome is null) = (settled_at is null)),
    foreign key (operation_id, unit_id, unit_path) references operation (id, unit_id, unit_path) on update cascade
);
comment on column preemption.outcome is
    'RESTORED: the same vehicle again; QUEUED: waits before all others; SERVED: had another vehicle meanwhile; LAPSED: too late';
create index preemption_operation on preemption (operation_id);
create index preemption_unit on preemption (unit_path text_pattern_ops);

do
$$
declare
    kept text;
begin
    foreach kept in array array ['operation', 'operation_item', 'preemption'] loop
        execute format('alter table %I enable row level security', kept);
        execute format('create policy %I on %I using (in_scope(unit_path))', kept || '_scope', kept);
        execute format('grant select, insert, update on %I to dispatch', kept);
    end loop;
end
$$;

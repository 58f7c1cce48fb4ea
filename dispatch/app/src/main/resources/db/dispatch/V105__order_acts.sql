-- What may happen to an order: reassigned, continued by another vehicle, late, cancelled or without its passengers, each with its reason.
alter table vehicle_order
    drop constraint vehicle_order_status_check,
    drop constraint vehicle_order_check1,
    add column revision           integer not null default 0 check (revision >= 0),
    add column reason_code        text check (reason_code in ('REQUESTER', 'VEHICLE', 'DRIVER', 'WEATHER', 'PREEMPTED', 'OTHER')),
    add column continues_order_id uuid references vehicle_order,
    add column continued_by_id    uuid references vehicle_order deferrable initially deferred,
    add column conflict           text check (conflict in ('LATE_RETURN', 'VEHICLE_OUT_OF_SERVICE')),
    add column conflict_with_id   uuid references vehicle_order,
    add column late_check_at      timestamptz,
    add constraint vehicle_order_status_check check (status in (
        'ASSIGNED', 'ACCEPTED', 'DEPARTED', 'ARRIVED', 'RETURNED', 'CLOSED', 'CANCELLED', 'NO_SHOW')),
    add constraint vehicle_order_reason check ((status in ('CANCELLED', 'NO_SHOW')) = (cancel_reason is not null)),
    add constraint vehicle_order_conflict check ((conflict is null) = (conflict_with_id is null)),
    add constraint vehicle_order_continued check (continued_by_id is null or status in ('RETURNED', 'CLOSED'));
comment on column vehicle_order.revision is 'grows with what is printed on the slip; an older slip is superseded';
comment on column vehicle_order.conflict_with_id is 'the order that is late, or whose vehicle broke down';
comment on column vehicle_order.late_check_at is 'set once the order is overdue: when its period is extended next';

-- A request is served by one order at a time: the leg of a broken vehicle is followed by that of another.
drop index vehicle_order_of_request;
create unique index vehicle_order_of_request on vehicle_order (request_id)
    where status <> 'CANCELLED' and continued_by_id is null;
create index vehicle_order_requested on vehicle_order (request_id);
create index vehicle_order_conflict on vehicle_order (id) where conflict is not null;
create index vehicle_order_conflict_with on vehicle_order (conflict_with_id) where conflict_with_id is not null;
create index vehicle_order_overdue on vehicle_order (coalesce(late_check_at, ends_at)) where status in ('DEPARTED', 'ARRIVED');

-- Minutes an installation or a place decides on; the most specific row counts.
create table order_rule (
    id             bigint primary key default nextval('rule_row_id'),
    jurisdiction   text    not null check (jurisdiction ~ '^[0-9]{6}$'),
    key            text    not null check (key in ('NO_SHOW_AFTER', 'LATE_EXTENSION')),
    minutes        integer not null check (minutes between 1 and 1440),
    clause         text    not null,
    effective_from date    not null,
    effective_to   date check (effective_to > effective_from),
    exclude using gist (jurisdiction with =, key with =, daterange(effective_from, effective_to) with &&)
);
comment on table order_rule is
    'NO_SHOW_AFTER: how long a driver waits from the time of departure on; LATE_EXTENSION: by how much the period of an overdue order is extended';
insert into order_rule (jurisdiction, key, minutes, clause, effective_from)
values ('100000', 'NO_SHOW_AFTER', 15, '平台调度规则（order_rule）：用车人未到', '2017-12-05'),
       ('100000', 'LATE_EXTENSION', 30, '平台调度规则（order_rule）：逾期未还', '2017-12-05');
grant select on order_rule to dispatch;

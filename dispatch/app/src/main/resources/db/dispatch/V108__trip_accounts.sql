-- A request may be one of many of an operation: a major event or an emergency mobilisation. Those first in the queue were
-- preempted, and wait for their vehicle again.
alter table use_request
    add column operation_id uuid,
    add column queue_first  boolean not null default false;
create index use_request_operation on use_request (operation_id) where operation_id is not null;

-- Readings of the odometer, only ever added. They go forward but for a correction, which says why. They move with the vehicle.
create table odometer_reading (
    id          uuid primary key,
    vehicle_id  uuid        not null,
    unit_id     uuid        not null,
    unit_path   text        not null,
    read_at     timestamptz not null,
    odometer_km bigint      not null check (odometer_km between 0 and 2000000),
    source      text        not null check (source in ('DRIVER', 'EXPENSE', 'INSPECTION', 'CORRECTION')),
    source_id   uuid,
    reason      text,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    check ((source = 'CORRECTION') = (reason is not null)),
    foreign key (vehicle_id, unit_id, unit_path) references vehicle (id, unit_id, unit_path) on update cascade
);
create index odometer_reading_of_vehicle on odometer_reading (vehicle_id, read_at, id);
create index odometer_reading_unit on odometer_reading (unit_path text_pattern_ops);
alter table odometer_reading enable row level security;
create policy odometer_reading_scope on odometer_reading using (in_scope(unit_path));
grant select, insert on odometer_reading to dispatch;

-- The last reading of trips that came back before the log was kept.
insert into odometer_reading (id, vehicle_id, unit_id, unit_path, read_at, odometer_km, source, source_id, recorded_by, recorded_at)
select gen_random_uuid(), v.id, v.unit_id, v.unit_path, t.returned_at, t.odometer_end_km, 'DRIVER', t.order_id, 'system', t.returned_at
from vehicle v
         join lateral (select * from trip where vehicle_id = v.id and returned_at is not null order by returned_at desc limit 1) t
              on true;

-- How far odometer and telematics are apart is judged when the trip is closed, by the rule row V23 of that day.
alter table trip
    add column deviation        double precision check (deviation >= 0),
    add column deviation_limit  double precision check (deviation_limit > 0),
    add column deviation_beyond boolean not null default false,
    add column explanation      text check (char_length(explanation) between 1 and 500),
    add column explained_by     text,
    add column explained_at     timestamptz,
    add check ((deviation is null) = (deviation_limit is null)),
    add check (num_nonnulls(explanation, explained_by, explained_at) in (0, 3)),
    add check (explanation is null or deviation_beyond);
comment on column trip.deviation is '|odometer − telematics| / telematics (V23)';

-- An expense is corrected or cancelled with a reason, never deleted. What counts expenses reads the view, which has no cancelled ones.
alter table expense rename to expense_entry;
alter table expense_entry
    add column trip_id       uuid references trip,
    add column changed_by    text,
    add column changed_at    timestamptz,
    add column change_reason text check (char_length(change_reason) between 1 and 500),
    add column cancelled     boolean not null default false,
    add column invoice_claim text constraint expense_invoice_once unique,
    add column version       bigint not null default 0,
    add check (num_nonnulls(changed_by, changed_at, change_reason) in (0, 3)),
    add check (not cancelled or (change_reason is not null and invoice_claim is null));
comment on column expense_entry.invoice_claim is
    'the invoice number of an expense that counts: claimed once in the whole installation; null for rows from before, which V26 judges';
create view expense with (security_invoker = true) as
select * from expense_entry where not cancelled;
grant select, insert, update on expense to dispatch;
drop index expense_incurred;
create index expense_incurred on expense_entry (unit_path text_pattern_ops, incurred_at) include (kind, amount_fen)
    where not cancelled;
create index expense_path on expense_entry (unit_path text_pattern_ops);

-- Waiting, and monthly bills across regions 跨区域月结.

alter table trip
    add column waiting_minutes integer not null default 0 check (waiting_minutes >= 0);
comment on column trip.waiting_minutes is 'the vehicle waited for its passengers, as its driver told';

-- A monthly bill of one side: which uses are on it, say the uses. Where it stands follows from where they stand.
create table service_bill (
    id               uuid primary key,
    shared_id        uuid not null,
    number           text not null check (number ~ '^KJ-[0-9]{6}-[0-9]{8}-[0-9]{4,}$'),
    role             text not null check (role in ('HOME', 'HOST')),
    unit_id          uuid not null,
    unit_path        text not null,
    own_code         text not null,
    peer_code        text not null,
    peer_name        text not null,
    agreement_id     uuid not null,
    agreement_number text not null,
    month            date not null check (extract(day from month) = 1),
    uses             integer not null check (uses > 0),
    issued_fen       bigint not null,
    confirm_by       timestamptz not null,
    issued_at        timestamptz not null,
    constraint service_bill_side unique (shared_id, role),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
comment on column service_bill.uses is 'how many uses are on it; at home they come one by one';
comment on column service_bill.issued_fen is 'what its uses came to when it was drawn up';
-- One of a month and pair of authorities under an agreement.
create unique index service_bill_of_month on service_bill (own_code, peer_code, agreement_id, month) where role = 'HOST';
create index service_bill_unit on service_bill (unit_path text_pattern_ops);
alter table service_bill enable row level security;
create policy service_bill_scope on service_bill using (in_scope(unit_path));
grant select, insert on service_bill to dispatch;

alter table service_case
    add column bill_id uuid,
    add column monthly boolean not null default false;
comment on column service_case.bill_id is 'the monthly bill the use is on, as both sides know it';
comment on column service_case.monthly is 'billed, and to be settled by a monthly bill';
create index service_case_bill on service_case (bill_id) where bill_id is not null;
create index service_case_to_collect on service_case (starts_at) where role = 'HOST' and monthly and bill_id is null;

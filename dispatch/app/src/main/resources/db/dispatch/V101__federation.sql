-- Use across regions between two authorities, which may have two installations. Each side keeps its own row of a case and its own
-- ledger lines, and knows of the other what its messages say.
create table service_case (
    id               uuid primary key,
    shared_id        uuid not null,
    number           text not null check (number ~ '^KQ-[0-9]{6}-[0-9]{8}-[0-9]{4,}$'),
    role             text not null check (role in ('HOME', 'HOST')),
    status           text not null check (status in (
        'INQUIRED', 'OFFERED', 'DECLINED', 'BOOKING', 'BOOKED', 'ASSIGNED', 'UNDERWAY', 'COMPLETED', 'BILLED', 'DISPUTED',
        'CONFIRMED', 'SETTLED', 'CANCELLING', 'CANCELLED', 'EXPIRED')),
    unit_id          uuid not null,
    unit_path        text not null,
    own_code         text not null,
    peer_code        text not null,
    peer_name        text not null,
    agreement_id     uuid not null,
    agreement_number text not null,
    request_id       uuid references use_request,
    starts_at        timestamptz not null,
    ends_at          timestamptz not null check (ends_at > starts_at),
    offer_expires_at timestamptz,
    confirm_by       timestamptz,
    facts            text not null check (jsonb_typeof(facts::jsonb) = 'object'),
    bill_fen         bigint not null default 0,
    bill_differs     boolean not null default false,
    opened_at        timestamptz not null,
    told             text,
    sent             bigint not null default 0 check (sent >= 0),
    received         bigint not null default 0 check (received >= 0),
    version          bigint not null default 0,
    unique (shared_id, role),
    unique (shared_id, own_code),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
comment on column service_case.facts is 'the last message of each kind';
comment on column service_case.bill_differs is 'home reckons another price from the evidence; silence does not confirm such a bill';
comment on column service_case.told is 'status of the host''s order the home side was told last';
comment on column service_case.sent is 'messages sent; the next has the next serial number';
comment on column service_case.received is 'messages applied, in the order of their serial numbers';
-- A request is asked of one authority at a time.
create unique index service_case_of_request on service_case (request_id)
    where role = 'HOME' and status not in ('DECLINED', 'CANCELLED', 'EXPIRED');
create index service_case_unit on service_case (unit_path text_pattern_ops);
create index service_case_hosted on service_case (request_id)
    where role = 'HOST' and status in ('BOOKED', 'ASSIGNED', 'UNDERWAY', 'COMPLETED');
create index service_case_clock on service_case (confirm_by) where role = 'HOME' and status = 'BILLED' and not bill_differs;

-- The ledger of one side: lines of the bill, and what was taken back from them. Only ever added.
create table service_case_line (
    id         uuid    primary key,
    case_id    uuid    not null references service_case,
    position   integer not null check (position between 1 and 1000),
    offsets    integer check (offsets < position),
    component  text    not null,
    quantity   numeric(16, 4) not null,
    unit       text    not null,
    rate_fen   bigint,
    amount_fen bigint  not null,
    evidence   text    not null,
    unique (case_id, position),
    foreign key (case_id, offsets) references service_case_line (case_id, position),
    check (offsets is null or amount_fen < 0)
);

create function service_case_adds_up() returns trigger
    language plpgsql security definer set search_path = dispatch, pg_temp as
$$
declare
    one uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
    if exists (select from service_case c where c.id = one and c.bill_fen <>
               (select coalesce(sum(l.amount_fen), 0) from service_case_line l where l.case_id = c.id)) then
        raise exception 'the bill of case % is not the sum of its lines', one
            using errcode = 'check_violation', constraint = 'service_case_adds_up';
    end if;
    return null;
end
$$;
create constraint trigger service_case_adds_up after insert or update of bill_fen on service_case
    deferrable initially deferred for each row execute function service_case_adds_up('id');
create constraint trigger service_case_line_adds_up after insert on service_case_line
    deferrable initially deferred for each row execute function service_case_adds_up('case_id');

-- What goes out, until the other side has it; what came in, once by its message id.
create table exchange (
    id           uuid not null,
    direction    text not null check (direction in ('IN', 'OUT')),
    unit_id      uuid not null,
    unit_path    text not null,
    from_code    text not null,
    to_code      text not null,
    shared_id    uuid not null,
    serial       bigint not null check (serial >= 0),
    payload      text not null,
    created_at   timestamptz not null default now(),
    due_at       timestamptz,
    attempts     integer not null default 0,
    done_at      timestamptz,
    primary key (id, direction),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    check (direction = 'IN' or (due_at is null) = (done_at is not null))
);
comment on column exchange.serial is 'of the case and its sender, from 1; 0 for a position, which only the latest of matters';
create unique index exchange_serial on exchange (shared_id, direction, from_code, serial) where serial > 0;
create unique index exchange_position on exchange (shared_id, from_code) where serial = 0 and direction = 'OUT' and done_at is null;
create index exchange_due on exchange (due_at) where direction = 'OUT' and done_at is null;
create index exchange_unit on exchange (unit_path text_pattern_ops);

alter table service_case enable row level security;
create policy service_case_scope on service_case using (in_scope(unit_path));
alter table service_case_line enable row level security;
create policy service_case_line_scope on service_case_line using (exists (select from service_case c where c.id = case_id));
alter table exchange enable row level security;
create policy exchange_scope on exchange using (in_scope(unit_path));

grant select, insert, update on service_case to dispatch;
grant select, insert on service_case_line to dispatch;
grant select, insert, update, delete on exchange to dispatch;

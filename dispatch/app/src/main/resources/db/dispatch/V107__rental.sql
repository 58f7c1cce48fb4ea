-- Social rental 社会租赁: a request no vehicle of ours serves gets an order at a supplier under contract.
create table rental_supplier (
    id              uuid    primary key,
    unit_id         uuid    not null,
    unit_path       text    not null,
    name            text    not null check (char_length(name) between 1 and 100),
    contract_number text    not null check (char_length(contract_number) between 1 and 60),
    body_type       text    not null check (body_type in ('SEDAN', 'SMALL_BUS', 'MEDIUM_BUS', 'LARGE_BUS')),
    seats           integer not null check (seats between 1 and 60),
    price_fen_day   bigint  not null check (price_fen_day > 0),
    valid_from      date    not null,
    valid_to        date    not null check (valid_to > valid_from),
    added_by        text    not null,
    added_at        timestamptz not null,
    version         bigint  not null default 0,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    constraint rental_supplier_once exclude using gist (
        unit_id with =, contract_number with =, body_type with =, seats with =, daterange(valid_from, valid_to) with &&)
);
comment on column rental_supplier.valid_to is 'first day on which the contract no longer holds';
create index rental_supplier_path on rental_supplier (unit_path text_pattern_ops);

create table rental_order (
    id             uuid   primary key,
    number         text   not null unique check (number ~ '^PC-[0-9]{6}-[0-9]{8}-[0-9]{4,}$'),
    status         text   not null check (status in ('ORDERED', 'CLOSED', 'CANCELLED')),
    request_id     uuid   not null references use_request,
    unit_id        uuid   not null,
    unit_path      text   not null,
    supplier_id    uuid   not null references rental_supplier,
    supplier_name  text   not null,
    plate          text   not null check (char_length(plate) between 1 and 20),
    driver_name    text   not null check (char_length(driver_name) between 1 and 50),
    starts_at      timestamptz not null,
    ends_at        timestamptz not null,
    estimate_fen   bigint not null check (estimate_fen > 0),
    amount_fen     bigint check (amount_fen > 0),
    distance_km    integer check (distance_km between 0 and 100000),
    invoice_number text check (char_length(invoice_number) between 1 and 60),
    reason         text check (char_length(reason) between 1 and 500),
    reason_code    text check (reason_code in ('REQUESTER', 'VEHICLE', 'DRIVER', 'WEATHER', 'PREEMPTED', 'OTHER')),
    issued_by      text   not null,
    issued_at      timestamptz not null,
    version        bigint not null default 0,
    check (starts_at < ends_at),
    check ((status = 'CLOSED') = (amount_fen is not null)),
    check ((status = 'CLOSED') = (distance_km is not null)),
    check ((status = 'CANCELLED') = (reason_code is not null)),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create unique index rental_order_of_request on rental_order (request_id) where status <> 'CANCELLED';
create index rental_order_path on rental_order (unit_path text_pattern_ops);
create index rental_order_supplier on rental_order (supplier_id);

do
$$
declare
    kept text;
begin
    foreach kept in array array ['rental_supplier', 'rental_order'] loop
        execute format('alter table %I enable row level security', kept);
        execute format('create policy %I on %I using (in_scope(unit_path))', kept || '_scope', kept);
        execute format('grant select, insert, update on %I to dispatch', kept);
    end loop;
end
$$;

alter table use_request
    drop constraint use_request_sharing_check,
    add constraint use_request_sharing_check check (sharing in ('OWN_UNIT', 'CROSS_DEPARTMENT', 'CROSS_REGION', 'RENTAL'));

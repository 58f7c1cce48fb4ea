-- Regions, units, accounts, outbox, audit. Later migrations add one feature each.

-- The caller's scope is the path of a unit; a row is visible when its unit lies below it.
-- Without a scope nothing is visible (a pooled connection may carry the empty string).
create function in_scope(path text) returns boolean
    language sql stable parallel safe
    return starts_with(path, nullif(current_setting('motorpool.scope', true), ''));

create table region (
    code        text primary key check (code ~ '^[0-9]{6}$'),
    name        text not null,
    level       text not null check (level in ('NATION', 'PROVINCE', 'CITY', 'COUNTY')),
    parent_code text references region
);

create table unit (
    id          uuid primary key,
    code        text not null unique,
    name        text not null,
    level       text not null check (level in ('NATION', 'PROVINCE', 'CITY', 'COUNTY')),
    region_code text not null references region,
    parent_id   uuid references unit,
    path        text not null unique check (path ~ '^/([0-9A-Za-z]+/)+$'),
    unique (id, path)
);
create index unit_path on unit (path text_pattern_ops);
create index unit_parent on unit (parent_id);

create table account (
    id            uuid primary key,
    username      text not null unique check (username ~ '^[a-z0-9][a-z0-9-]{1,63}$'),
    password_hash text not null,
    name          text not null,
    unit_id       uuid not null,
    unit_path     text not null,
    roles         text[] not null check (cardinality(roles) > 0),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);

create table outbox (
    id         bigint generated always as identity primary key,
    topic      text not null,
    key        text not null,
    payload    text not null,
    created_at timestamptz not null default now()
);

create table audit_entry (
    id         bigint generated always as identity primary key,
    at         timestamptz not null default now(),
    username   text not null,
    unit_path  text not null,
    action     text not null,
    subject    text not null
);
create index audit_entry_at on audit_entry (at);

alter table unit enable row level security;
create policy unit_scope on unit using (in_scope(path));
alter table account enable row level security;
create policy account_scope on account using (in_scope(unit_path));
alter table audit_entry enable row level security;
create policy audit_scope on audit_entry using (in_scope(unit_path));

grant select on region to dispatch;
grant insert, update on region to dispatch;
grant select, insert, update on unit, account to dispatch;
grant select, insert, delete on outbox to dispatch;
grant select, insert on audit_entry to dispatch;

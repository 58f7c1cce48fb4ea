-- Secrets of this installation that sign the printed orders 派车单. The newest signs; those before it still verify.
create table slip_secret (
    id         uuid primary key default gen_random_uuid(),
    secret     bytea       not null check (octet_length(secret) >= 32),
    created_at timestamptz not null default now()
);
insert into slip_secret (secret) values (sha256((gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text)::bytea));
grant select, insert on slip_secret to dispatch;

-- Run once by a superuser, connected to the new database. Needs the psql variables
-- owner_password, dispatch_password and telemetry_password. Safe to run again.
--   motorpool  owns both schemas and runs the migrations
--   dispatch   the dispatch service: schema dispatch only, subject to row-level security
--   telemetry  the telematics service: schema telemetry only
select format('create role %I login nosuperuser', name)
from unnest(array ['motorpool', 'dispatch', 'telemetry']) as name
where not exists (select from pg_roles where rolname = name)
\gexec

alter role motorpool password :'owner_password';
alter role dispatch password :'dispatch_password';
alter role telemetry password :'telemetry_password';

create extension if not exists postgis;
create extension if not exists btree_gist;

create schema if not exists dispatch authorization motorpool;
create schema if not exists telemetry authorization motorpool;
grant usage on schema dispatch to dispatch;
grant usage on schema telemetry to telemetry;
revoke create on schema public from public;

select format('alter role dispatch in database %I set search_path = dispatch, public', current_database())
\gexec
select format('alter role telemetry in database %I set search_path = telemetry, public', current_database())
\gexec

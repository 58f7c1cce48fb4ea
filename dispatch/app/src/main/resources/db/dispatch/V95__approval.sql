-- Approval chains as data, the steps a request carries since its submission, delegation.

create table approval_chain (
    id              uuid primary key,
    unit_id         uuid,
    unit_path       text,
    jurisdiction    text check (jurisdiction ~ '^[0-9]{6}$'),
    name            text not null check (char_length(name) between 1 and 100),
    priority        integer not null,
    conditions      text not null check (jsonb_typeof(conditions::jsonb) = 'object'),
    steps           text not null check (jsonb_typeof(steps::jsonb) = 'array' and jsonb_array_length(steps::jsonb) between 1 and 9),
    clause          text not null,
    recorded_by     text not null,
    effective_from  date not null,
    effective_to    date check (effective_to > effective_from),
    version         bigint not null default 0,
    check ((unit_id is null) = (unit_path is null) and (unit_id is null) <> (jurisdiction is null)),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    constraint approval_chain_once exclude using gist (
        coalesce(unit_id::text, jurisdiction) with =, name with =, daterange(effective_from, effective_to) with &&)
);
comment on column approval_chain.conditions is
    'what a request must be: unitLevels, requesters, purposes, categories, min_km, max_km, min_cost_fen, max_cost_fen, crossRegion, emergency';
comment on column approval_chain.steps is 'in order: name, role, relation, account, remind_h, escalate_h, lapse_h';
create index approval_chain_path on approval_chain (unit_path text_pattern_ops);
create index approval_chain_jurisdiction on approval_chain (jurisdiction) where jurisdiction is not null;
alter table approval_chain enable row level security;
create policy approval_chain_scope on approval_chain
    using (unit_path is null or in_scope(unit_path) or applies_to_scope(unit_path))
    with check (unit_path is null or in_scope(unit_path));

alter table use_request
    add column chain_name text,
    add column step       integer;
comment on column use_request.step is 'the step of its chain that is open; null without a chain, before and after it';

-- The chain of a request, copied when it was submitted: what becomes of the chain later changes nothing here.
create table request_step (
    id             uuid primary key,
    request_id     uuid not null references use_request,
    unit_id        uuid not null,
    unit_path      text not null,
    round          integer not null check (round > 0),
    position       integer not null check (position > 0),
    name           text not null,
    role           text not null,
    account        text,
    holder_path    text not null,
    state          text not null check (state in ('WAITING', 'OPEN', 'APPROVED', 'RETURNED', 'REJECTED', 'LAPSED', 'VOID')),
    remind_h       integer check (remind_h > 0),
    escalate_h     integer check (escalate_h > 0),
    lapse_h        integer check (lapse_h > 0),
    opened_at      timestamptz,
    next_at        timestamptz,
    next_act       text check (next_act in ('REMIND', 'ESCALATE', 'LAPSE')),
    reminded_at    timestamptz,
    escalated_at   timestamptz,
    decided_at     timestamptz,
    decided_by_id  uuid,
    decided_by     text,
    behalf_of_id   uuid,
    behalf_of      text,
    reason         text,
    constraint request_step_once unique (request_id, round, position),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    check ((next_at is null) = (next_act is null)),
    check (next_at is null or state = 'OPEN'),
    check (state not in ('APPROVED', 'RETURNED', 'REJECTED') or (decided_at is not null and decided_by_id is not null))
);
comment on column request_step.holder_path is 'unit whose accounts with the role decide; it moves up when the step escalates';
create unique index request_step_open on request_step (request_id) where state = 'OPEN';
create index request_step_path on request_step (unit_path text_pattern_ops);
create index request_step_due on request_step (next_at) where state = 'OPEN' and next_at is not null;
-- Nobody decides twice in one round.
create unique index request_step_decider on request_step (request_id, round, decided_by_id) where decided_by_id is not null;
alter table request_step enable row level security;
create policy request_step_scope on request_step using (in_scope(unit_path));

-- Who decides for whom, and when 委托审批. Never chained: what was delegated is what the delegator may decide by themselves.
create table approval_delegation (
    id           uuid primary key,
    account_id   uuid not null,
    username     text not null,
    name         text not null,
    unit_id      uuid not null,
    unit_path    text not null,
    roles        text[] not null check (cardinality(roles) > 0),
    delegate     text not null check (delegate <> username),
    from_at      timestamptz not null,
    to_at        timestamptz not null check (to_at > from_at),
    reason       text not null check (char_length(reason) between 1 and 200),
    revoked_at   timestamptz,
    version      bigint not null default 0,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    constraint approval_delegation_once exclude using gist (
        account_id with =, delegate with =, tstzrange(from_at, to_at) with &&) where (revoked_at is null)
);
create index approval_delegation_path on approval_delegation (unit_path text_pattern_ops);
create index approval_delegation_delegate on approval_delegation (delegate, to_at) where revoked_at is null;
alter table approval_delegation enable row level security;
create policy approval_delegation_scope on approval_delegation using (in_scope(unit_path));

grant select, insert on approval_chain to dispatch;
grant update (effective_to, version) on approval_chain to dispatch;
grant select, insert, update on request_step to dispatch;
grant select, insert on approval_delegation to dispatch;
grant update (revoked_at, version) on approval_delegation to dispatch;

-- The uppermost unit of the unit's own region: the authority 公务用车主管部门 for its vehicles. It may lie above the caller's scope.
create function fleet_authority(unit_path text, region text) returns text
    language sql stable security definer set search_path = dispatch, pg_temp
    return (select u.path from unit u where starts_with(unit_path, u.path) and u.region_code = region order by length(u.path) limit 1);
revoke all on function fleet_authority(text, text) from public;
grant execute on function fleet_authority(text, text) to dispatch;

-- Vehicles of a category in a unit over a period: how many there are, are ordered, are held by pending requests.
create function request_capacity(of_unit uuid, of_category text, begins timestamptz, ends timestamptz, at timestamptz, but uuid)
    returns json
    language sql stable
    return (select json_build_object(
        'vehicles', count(*),
        'ordered', count(*) filter (where exists (
            select from vehicle_order o
            where o.vehicle_id = v.id and o.status <> 'CANCELLED' and o.starts_at < ends and o.ends_at > begins
              and o.starts_at > begins - interval '31 days')),
        'held', (select count(*) from use_request r
                 where r.unit_id = of_unit and r.category = of_category and r.status in ('SUBMITTED', 'APPROVED')
                   and r.depart_at < ends and r.return_at > begins and r.depart_at > begins - interval '15 days'
                   and (r.status = 'APPROVED' or r.held_until > at) and r.id <> but))
        from vehicle v
        where v.unit_id = of_unit and v.category = of_category and v.disposed_on is null and v.state <> 'OUT_OF_SERVICE'
          and not v.confidential);

-- All that a submission must know, as one JSON object; null for a unit out of scope. A function, because its plans stay with the
-- connection. Without rows of a kind the part of them costs a look into an empty table.
create function request_facts(of_unit uuid, of_category text, of_purpose text, begins timestamptz, ends timestamptz,
                              at timestamptz, but uuid) returns text
    language plpgsql stable as
$$
declare
    u       record;
    first   date := (begins at time zone 'Asia/Shanghai')::date;
    last    date := (ends at time zone 'Asia/Shanghai')::date;
    places  text[];
    hold    record;
    chains  json;
begin
    select id, code, name, level, region_code as "regionCode", parent_id as "parentId", path into u from unit where id = of_unit;
    if not found then
        return null;
    end if;
    places := array[u."regionCode", left(u."regionCode", 4) || '00', left(u."regionCode", 2) || '0000', '100000'];
    select h.hours, h.expiry, h.severity, h.clause into hold from hold_rule h
    where starts_with(u.path, h.unit_path) and h.effective_from <= first and (h.effective_to is null or h.effective_to > first)
    order by length(h.unit_path) desc limit 1;
    select json_agg(c) into chains from (
        select c.name, c.conditions::json as conditions, c.steps::json as steps from approval_chain c
        where (starts_with(u.path, c.unit_path) or c.jurisdiction = any (places))
          and c.effective_from <= first and (c.effective_to is null or c.effective_to > first)
        order by length(c.unit_path) desc nulls last, array_position(places, c.jurisdiction), c.priority desc, c.id limit 200) as c;
    return json_build_object(
        'unit', row_to_json(u),
        'categoryKnown', exists (
            select from vehicle_category c where c.code = of_category and c.jurisdiction in ('100000', places[3])
              and c.effective_from <= first and (c.effective_to is null or c.effective_to > first)),
        'purposeKnown', of_purpose = '' or exists (
            select from purpose_class p where p.code = of_purpose and p.jurisdiction = any (places)
              and p.effective_from <= first and (p.effective_to is null or p.effective_to > first)),
        'rules', (select coalesce(json_agg(r.terms || jsonb_build_object('rule', r.rule, 'severity', r.severity, 'clause', r.clause)), '[]')
          from (
            select distinct on (r.rule, r.key) r.rule, r.severity, r.terms, r.clause from request_rule r
            where r.jurisdiction = any (places)
              and r.effective_from <= first and (r.effective_to is null or r.effective_to > first)
            order by r.rule, r.key, array_position(places, r.jurisdiction)) as r),
        'days', (select coalesce(json_agg(d), '[]') from (
            select d.day, d.kind, d.name from calendar_day d where d.day between first - 15 and last + 15) as d),
        'estimate', (select row_to_json(e) from (
            select e.road_factor as "roadFactor", e.cost_fen_per_km, e.cost_fen_per_h from request_estimate_rule e
            where e.jurisdiction = any (places)
              and e.effective_from <= first and (e.effective_to is null or e.effective_to > first)
            order by array_position(places, e.jurisdiction) limit 1) as e),
        'paper', (select row_to_json(e) from (
            select e.paper_hours as hours, e.clause from emergency_rule e
            where e.jurisdiction = any (places)
              and e.effective_from <= first and (e.effective_to is null or e.effective_to > first)
            order by array_position(places, e.jurisdiction) limit 1) as e),
        'hold', case when hold.hours is not null then row_to_json(hold) end,
        'capacity', case when hold.hours is not null then request_capacity(of_unit, of_category, begins, ends, at, but) end,
        'chains', coalesce(chains, '[]'),
        'authorityPath', case when chains is not null then fleet_authority(u.path, u."regionCode") end);
end
$$;

-- Supervision sees what was dispatched first and whose paper never came.
insert into detector_rule (detector, jurisdiction, thresholds, severity, deadline_days, enabled, clause, article_verified, evidence,
                           effective_from)
values ('V41', '100000', '{}', 'RED', 10, true, '紧急用车可先派车、后补手续，限时补办（使用管理）', false, 'D', '2017-12-05');

-- What requests are judged by becomes rows that people add and end: each has an id, a clause, and who recorded it.
alter table request_rule
    drop column id,
    add column id          uuid not null default gen_random_uuid() primary key,
    add column recorded_by text not null default 'system';
alter table purpose_class
    add column id          uuid not null default gen_random_uuid() primary key,
    add column clause      text,
    add column recorded_by text not null default 'system';
alter table request_estimate_rule
    add column id          uuid not null default gen_random_uuid() primary key,
    add column clause      text,
    add column recorded_by text not null default 'system';
alter table emergency_rule
    add column id          uuid not null default gen_random_uuid() primary key,
    add column recorded_by text not null default 'system';

-- All of them in one shape. A severity that is null is none; what is milder has the greater rank.
create view request_rule_row with (security_invoker = true) as
select id, rule as kind, key, jurisdiction, severity, terms as content, clause, article_verified, recorded_by, effective_from, effective_to,
       array_position(array ['REFUSE', 'WARN', 'INFO'], severity) as mildness
from request_rule
union all
select id, 'PURPOSE_CLASS', code, jurisdiction, null, jsonb_build_object('name', name, 'nameEn', name_en), clause, false, recorded_by,
       effective_from, effective_to, null
from purpose_class
union all
select id, 'ESTIMATE', '', jurisdiction, null,
       jsonb_build_object('roadFactor', road_factor, 'cost_fen_per_km', cost_fen_per_km, 'cost_fen_per_h', cost_fen_per_h), clause, false,
       recorded_by, effective_from, effective_to, null
from request_estimate_rule
union all
select id, 'EMERGENCY', '', jurisdiction, null, jsonb_build_object('paper_hours', paper_hours), clause, article_verified, recorded_by,
       effective_from, effective_to, paper_hours
from emergency_rule;

do
$$
declare
    kept text;
begin
    foreach kept in array array ['request_rule', 'purpose_class', 'request_estimate_rule', 'emergency_rule'] loop
        execute format('grant insert, update (effective_to) on %I to dispatch', kept);
    end loop;
end
$$;
grant select on request_rule_row to dispatch;

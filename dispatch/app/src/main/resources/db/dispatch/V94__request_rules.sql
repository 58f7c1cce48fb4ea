-- Use requests as data: itinerary, people, what the rules said; rules that speak while one types; capacity held by what is pending.

alter table use_request
    add column details       text check (jsonb_typeof(details::jsonb) = 'object'),
    add column round         integer not null default 1 check (round > 0),
    add column emergency     boolean not null default false,
    add column paper_due_at  timestamptz,
    add column paper_state   text check (paper_state in ('DUE', 'OVERDUE', 'DONE', 'REFUSED')),
    add column held_until    timestamptz,
    add column hold_expiry   text check (hold_expiry in ('LAPSE', 'KEEP')),
    add column series_id     uuid,
    add constraint use_request_paper check (emergency = (paper_due_at is not null) and emergency = (paper_state is not null));
comment on column use_request.details is 'people, contact, itinerary, purpose class, justification, what the rules told; null for a plain request';
comment on column use_request.round is 'grows when a returned request is submitted again';
comment on column use_request.paper_state is 'of an emergency 先派后补: the approval that follows the dispatch';
comment on column use_request.hold_expiry is 'as the row said at submission: LAPSE ends the request with its hold, KEEP lets it wait on';
comment on column use_request.held_until is 'until when a submitted request holds one vehicle of its category in its unit';

create index use_request_submitted on use_request (unit_path text_pattern_ops, id) where status = 'SUBMITTED';
create index use_request_pending on use_request (unit_id, category, depart_at) where status in ('SUBMITTED', 'APPROVED');
create index use_request_held on use_request (held_until) where held_until is not null and status = 'SUBMITTED';
create index use_request_paper_due on use_request (paper_due_at) where paper_state = 'DUE';
create index use_request_paper_missing on use_request (unit_id) where paper_state in ('OVERDUE', 'REFUSED');
create index use_request_series on use_request (series_id) where series_id is not null;

-- The unit of the session's scope lies at or below this unit: its rules apply to the caller, who may read them.
create function applies_to_scope(path text) returns boolean
    language sql stable parallel safe
    return starts_with(nullif(current_setting('motorpool.scope', true), ''), path);

-- What a request is for; categories of some kinds of vehicle serve only some of them.
create table purpose_class (
    code           text not null check (code ~ '^[A-Z][A-Z_]{1,29}$'),
    jurisdiction   text not null check (jurisdiction ~ '^[0-9]{6}$'),
    name           text not null,
    name_en        text not null,
    effective_from date not null,
    effective_to   date check (effective_to > effective_from),
    exclude using gist (code with =, jurisdiction with =, daterange(effective_from, effective_to) with &&)
);
insert into purpose_class (code, jurisdiction, name, name_en, effective_from)
values ('MEETING', '100000', '会议', 'meeting', '2017-12-05'),
       ('FIELD_VISIT', '100000', '调研', 'field visit', '2017-12-05'),
       ('RECEPTION', '100000', '接待', 'reception', '2017-12-05'),
       ('CONFIDENTIAL', '100000', '机要通信', 'confidential communication', '2017-12-05'),
       ('ENFORCEMENT', '100000', '执法执勤', 'law enforcement', '2017-12-05'),
       ('EMERGENCY', '100000', '应急保障', 'emergency', '2017-12-05'),
       ('TECHNICAL', '100000', '特种专业技术', 'special technical work', '2017-12-05'),
       ('RETIRED_STAFF', '100000', '离退休干部服务', 'service to retired staff', '2017-12-05'),
       ('OTHER', '100000', '其他公务', 'other official business', '2017-12-05');

-- Rules of requests, effective-dated, per jurisdiction (100000 is national); the row of the narrowest jurisdiction replaces those of
-- the same key above it. REFUSE stops a submission, WARN needs a justification, INFO is told. evidence as in detector_rule.
create table request_rule (
    id               integer generated always as identity primary key,
    rule             text    not null check (rule in ('ALLOWANCE_AREA', 'RAIL_CORRIDOR', 'SEALED_PERIOD', 'CATEGORY_PURPOSE')),
    key              text    not null,
    jurisdiction     text    not null check (jurisdiction ~ '^[0-9]{6}$'),
    severity         text    not null check (severity in ('REFUSE', 'WARN', 'INFO')),
    terms            jsonb   not null check (jsonb_typeof(terms) = 'object'),
    clause           text    not null,
    article_verified boolean not null,
    evidence         text    not null check (evidence in ('V', 'V2', 'P', 'M', 'D')),
    effective_from   date    not null,
    effective_to     date check (effective_to > effective_from),
    exclude using gist (rule with =, key with =, jurisdiction with =, daterange(effective_from, effective_to) with &&)
);
comment on column request_rule.terms is
    'ALLOWANCE_AREA: categories, latitude, longitude, radius_m, name; RAIL_CORRIDOR: categories, radius_m, min_km, stations [{name, latitude, longitude}]; SEALED_PERIOD: exempt categories, work_start_h, work_end_h; CATEGORY_PURPOSE: categories, purposes';

insert into request_rule (rule, key, jurisdiction, severity, terms, clause, article_verified, evidence, effective_from)
select rule, key, jurisdiction, severity, terms::jsonb, clause, article_verified, evidence, effective_from::date
from (values
    ('CATEGORY_PURPOSE', 'JYTX', '100000', 'REFUSE', '{"categories": ["JYTX", "SYDW_JY"], "purposes": ["CONFIDENTIAL"]}',
     '《党政机关公务用车管理办法》（中办发〔2017〕71号）第二十六条（五）（挪用机要通信用车）', false, 'V2', '2017-12-05'),
    ('CATEGORY_PURPOSE', 'ZFZQ', '100000', 'REFUSE', '{"categories": ["ZFZQ"], "purposes": ["ENFORCEMENT", "EMERGENCY"]}',
     '《党政机关公务用车管理办法》（中办发〔2017〕71号）第二十六条（五）（挪用执法执勤用车）', false, 'V2', '2017-12-05'),
    ('CATEGORY_PURPOSE', 'TZZY', '100000', 'REFUSE', '{"categories": ["TZZY"], "purposes": ["TECHNICAL", "EMERGENCY"]}',
     '《党政机关公务用车管理办法》（中办发〔2017〕71号）第二十六条（五）（挪用特种专业技术用车）', false, 'V2', '2017-12-05'),
    ('SEALED_PERIOD', 'HOLIDAY', '100000', 'WARN',
     '{"categories": ["JYTX", "SYDW_JY", "YJBZ", "ZFZQ", "TZZY"], "work_start_h": 8.5, "work_end_h": 17.5}',
     '节假日封存停驶，特殊工作需要除外（使用管理）', false, 'V', '2017-12-05'),
    ('RAIL_CORRIDOR', 'SUZHOU', '320500', 'WARN',
     '{"categories": ["QT", "SYDW_YW"], "radius_m": 15000, "min_km": 60, "stations": [
        {"name": "苏州", "latitude": 31.3303, "longitude": 120.6107}, {"name": "苏州北", "latitude": 31.4233, "longitude": 120.6436},
        {"name": "昆山南", "latitude": 31.3589, "longitude": 120.9522}, {"name": "无锡东", "latitude": 31.5964, "longitude": 120.4539},
        {"name": "南京南", "latitude": 31.9686, "longitude": 118.7989}, {"name": "上海虹桥", "latitude": 31.1942, "longitude": 121.3204},
        {"name": "上海", "latitude": 31.2494, "longitude": 121.4554}, {"name": "杭州东", "latitude": 30.2906, "longitude": 120.2126},
        {"name": "合肥南", "latitude": 31.7983, "longitude": 117.2906}]}',
     '苏州市公务用车管理规定（2024）：高铁沿线原则上不使用公务用车、不租车', false, 'V', '2024-07-01')
) as shipped (rule, key, jurisdiction, severity, terms, clause, article_verified, evidence, effective_from);

-- What a request is estimated to cost before anybody measures it: planning figures, to be replaced by those of the place.
create table request_estimate_rule (
    jurisdiction    text    not null check (jurisdiction ~ '^[0-9]{6}$'),
    road_factor     double precision not null check (road_factor between 1 and 3),
    cost_fen_per_km integer not null check (cost_fen_per_km >= 0),
    cost_fen_per_h  integer not null check (cost_fen_per_h >= 0),
    effective_from  date    not null,
    effective_to    date check (effective_to > effective_from),
    exclude using gist (jurisdiction with =, daterange(effective_from, effective_to) with &&)
);
comment on column request_estimate_rule.road_factor is 'kilometres on the road for one as the crow flies';
insert into request_estimate_rule (jurisdiction, road_factor, cost_fen_per_km, cost_fen_per_h, effective_from)
values ('100000', 1.4, 180, 0, '2017-12-05');

-- How long a pending request of a unit, or of the units below it, holds a vehicle; the nearest row applies, and none is no hold.
create table hold_rule (
    id             uuid primary key,
    unit_id        uuid not null,
    unit_path      text not null,
    hours          integer not null check (hours between 1 and 720),
    expiry         text not null check (expiry in ('LAPSE', 'KEEP')),
    severity       text not null check (severity in ('REFUSE', 'WARN', 'INFO')),
    clause         text not null,
    recorded_by    text not null,
    effective_from date not null,
    effective_to   date check (effective_to > effective_from),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    constraint hold_rule_once exclude using gist (unit_id with =, daterange(effective_from, effective_to) with &&)
);
comment on column hold_rule.expiry is 'LAPSE: the request ends with its hold; KEEP: it waits on without';
comment on column hold_rule.severity is 'what a submission beyond the capacity of the unit is';
create index hold_rule_path on hold_rule (unit_path text_pattern_ops);
alter table hold_rule enable row level security;
create policy hold_rule_scope on hold_rule using (in_scope(unit_path) or applies_to_scope(unit_path)) with check (in_scope(unit_path));

-- Within how many hours the paper of an emergency 先派后补 must follow.
create table emergency_rule (
    jurisdiction     text    not null check (jurisdiction ~ '^[0-9]{6}$'),
    paper_hours      integer not null check (paper_hours between 1 and 720),
    clause           text    not null,
    article_verified boolean not null,
    effective_from   date    not null,
    effective_to     date check (effective_to > effective_from),
    exclude using gist (jurisdiction with =, daterange(effective_from, effective_to) with &&)
);
insert into emergency_rule (jurisdiction, paper_hours, clause, article_verified, effective_from)
values ('100000', 24, '紧急用车可先派车、后补手续，限时补办（使用管理）', false, '2017-12-05');

-- Drafts that people keep, and places they go to often.
create table request_template (
    id         uuid primary key,
    account_id uuid not null,
    unit_id    uuid not null,
    unit_path  text not null,
    name       text not null check (char_length(name) between 1 and 50),
    draft      text not null check (jsonb_typeof(draft::jsonb) = 'object'),
    version    bigint not null default 0,
    constraint request_template_name unique (account_id, name),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index request_template_path on request_template (unit_path text_pattern_ops);
create table frequent_place (
    id         uuid primary key,
    account_id uuid not null,
    unit_id    uuid not null,
    unit_path  text not null,
    name       text not null check (char_length(name) between 1 and 100),
    latitude   double precision not null check (latitude between -90 and 90),
    longitude  double precision not null check (longitude between -180 and 180),
    constraint frequent_place_name unique (account_id, name),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index frequent_place_path on frequent_place (unit_path text_pattern_ops);
alter table request_template enable row level security;
create policy request_template_scope on request_template using (in_scope(unit_path));
alter table frequent_place enable row level security;
create policy frequent_place_scope on frequent_place using (in_scope(unit_path));

-- A series 周期用车: the rule its requests were made of.
create table request_series (
    id           uuid primary key,
    unit_id      uuid not null,
    unit_path    text not null,
    requester_id uuid not null,
    rule         text not null check (jsonb_typeof(rule::jsonb) = 'object'),
    created_at   timestamptz not null,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index request_series_path on request_series (unit_path text_pattern_ops);
alter table request_series enable row level security;
create policy request_series_scope on request_series using (in_scope(unit_path));
alter table use_request add constraint use_request_of_series foreign key (series_id) references request_series;

grant select on purpose_class, request_rule, request_estimate_rule, emergency_rule to dispatch;
grant select, insert on hold_rule, request_series to dispatch;
grant update (effective_to) on hold_rule to dispatch;
grant select, insert, update, delete on request_template, frequent_place to dispatch;

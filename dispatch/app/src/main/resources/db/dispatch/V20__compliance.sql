-- Rules are rows: effective-dated, per jurisdiction (GB/T 2260; 100000 is national). A provincial row replaces the national
-- one of the same key. Money is fen, without vehicle purchase tax. article_verified is false where the wording is confirmed
-- but the article number could not be checked against the official text.

-- Categories of official vehicles; a province may add its own, mapped to a national class.
create table vehicle_category (
    jurisdiction     text    not null check (jurisdiction ~ '^[0-9]{2}0000$'),
    code             text    not null check (code ~ '^[A-Z][A-Z_]{1,11}$'),
    name             text    not null,
    national_class   text    not null check (national_class in ('JYTX', 'YJBZ', 'ZFZQ', 'TZZY', 'QT')),
    clause           text    not null,
    article_verified boolean not null,
    effective_from   date    not null,
    effective_to     date check (effective_to > effective_from),
    primary key (jurisdiction, code, effective_from),
    exclude using gist (jurisdiction with =, code with =, daterange(effective_from, effective_to) with &&)
);

insert into vehicle_category (jurisdiction, code, name, national_class, clause, article_verified, effective_from)
values ('100000', 'JYTX', '机要通信用车', 'JYTX', '《党政机关公务用车管理办法》（中办发〔2017〕71号）第三条', false, '2017-12-05'),
       ('100000', 'YJBZ', '应急保障用车', 'YJBZ', '《党政机关公务用车管理办法》（中办发〔2017〕71号）第三条', false, '2017-12-05'),
       ('100000', 'ZFZQ', '执法执勤用车', 'ZFZQ', '《党政机关公务用车管理办法》（中办发〔2017〕71号）第三条', false, '2017-12-05'),
       ('100000', 'TZZY', '特种专业技术用车', 'TZZY', '《党政机关公务用车管理办法》（中办发〔2017〕71号）第三条', false, '2017-12-05'),
       ('100000', 'QT', '其他按照规定配备的公务用车', 'QT', '《党政机关公务用车管理办法》（中办发〔2017〕71号）第三条', false, '2017-12-05'),
       ('100000', 'SYDW_JY', '事业单位机要通信工作用车', 'JYTX', '国管资〔2023〕221号第九条（一）', true, '2023-12-31'),
       ('100000', 'SYDW_YW', '事业单位业务用车', 'QT', '国管资〔2023〕221号第九条（二）', true, '2023-12-31');
comment on column vehicle_category.effective_from is
    'for SYDW_* the end of 2023, the year of the document; its day of entry into force is not confirmed';

-- Equipment limits 配备标准. A null limit is no limit at this level; the approval then decides.
create table equipment_limit (
    id                           integer generated always as identity primary key,
    jurisdiction                 text    not null check (jurisdiction ~ '^[0-9]{2}0000$'),
    category                     text    not null,
    tier                         text    not null,
    body_types                   text[]  not null check (
            body_types <@ array ['SEDAN', 'SMALL_BUS', 'MEDIUM_BUS', 'LARGE_BUS'] and cardinality(body_types) > 0),
    price_max_fen                bigint check (price_max_fen > 0),
    displacement_max_l           double precision check (displacement_max_l > 0),
    new_energy_sedan_price_max_fen bigint check (new_energy_sedan_price_max_fen > 0),
    condition                    text    not null,
    approval_required            boolean not null,
    clause                       text    not null,
    article_verified             boolean not null,
    effective_from               date    not null,
    effective_to                 date check (effective_to > effective_from),
    exclude using gist (
        jurisdiction with =, category with =, tier with =, daterange(effective_from, effective_to) with &&)
);

insert into equipment_limit (jurisdiction, category, tier, body_types, price_max_fen, displacement_max_l,
                             new_energy_sedan_price_max_fen, condition, approval_required, clause, article_verified,
                             effective_from)
select '100000', category, tier, body_types, price_max_fen, displacement_max_l, sedan_fen, condition, tier <> 'BASE',
       case when category like 'SYDW%' then '国管资〔2023〕221号第九条' else '《党政机关公务用车管理办法》（中办发〔2017〕71号）第七条（配备标准）' end,
       category like 'SYDW%',
       case when category like 'SYDW%' then date '2023-12-31' else date '2017-12-05' end
from (values
    ('JYTX', 'BASE', array ['SEDAN', 'SMALL_BUS'], 12000000, 1.6, 18000000, '基本配备'),
    ('YJBZ', 'BASE', array ['SEDAN', 'SMALL_BUS'], 18000000, 1.8, 18000000, '基本配备'),
    ('YJBZ', 'SPECIAL_A', array ['SMALL_BUS', 'MEDIUM_BUS'], 25000000, 3.0, null, '确因情况特殊'),
    ('YJBZ', 'SPECIAL_B', array ['LARGE_BUS'], 45000000, null, null, '确因情况特殊'),
    ('ZFZQ', 'BASE', array ['SEDAN', 'SMALL_BUS'], 12000000, 1.6, 18000000, '基本配备'),
    ('ZFZQ', 'WORK_NEED', array ['SEDAN', 'SMALL_BUS'], 18000000, 1.8, 18000000, '因工作需要'),
    ('ZFZQ', 'SPECIAL_A', array ['SMALL_BUS', 'MEDIUM_BUS'], 25000000, 3.0, null, '确因情况特殊'),
    ('ZFZQ', 'SPECIAL_B', array ['LARGE_BUS'], 45000000, null, null, '确因情况特殊'),
    ('TZZY', 'BY_DEPT', array ['SEDAN', 'SMALL_BUS', 'MEDIUM_BUS', 'LARGE_BUS'], null, null, null,
     '由有关部门会同财政部门按保障需要和厉行节约确定'),
    ('QT', 'BASE', array ['SEDAN', 'SMALL_BUS'], 18000000, 1.8, 18000000, '基本配备'),
    ('QT', 'SPECIAL_A', array ['SMALL_BUS', 'MEDIUM_BUS'], 25000000, 3.0, null, '确因情况特殊'),
    ('QT', 'SPECIAL_B', array ['LARGE_BUS'], 45000000, null, null, '确因情况特殊'),
    ('SYDW_JY', 'BASE', array ['SEDAN', 'SMALL_BUS'], 12000000, 1.6, 18000000, '基本配备'),
    ('SYDW_YW', 'BASE', array ['SEDAN', 'SMALL_BUS'], 18000000, 1.8, 18000000, '基本配备'),
    ('SYDW_YW', 'SPECIAL_A', array ['SMALL_BUS', 'MEDIUM_BUS'], 25000000, 3.0, null, '确因情况特殊'),
    ('SYDW_YW', 'SPECIAL_B', array ['LARGE_BUS'], 45000000, null, null, '确因情况特殊')
) as csv (category, tier, body_types, price_max_fen, displacement_max_l, sedan_fen, condition);

-- NEV share of the additions 新增 and renewals 更新 of a province in a year. Which energy types count is part of the rule:
-- the State Council's definition (PHEV with EREV, BEV, FCEV); the plan's wording "包括混合动力" would add HEV, so
-- hybrid_counts is a switch. No national figure after 2025 is published; the rule stays in force until a row replaces it.
create table nev_rule (
    jurisdiction     text          not null check (jurisdiction ~ '^[0-9]{2}0000$'),
    threshold        numeric(4, 3) not null check (threshold > 0 and threshold <= 1),
    energy_types     text[]        not null check (cardinality(energy_types) > 0),
    hybrid_counts    boolean       not null default false,
    kinds            text[]        not null check (cardinality(kinds) > 0),
    clause           text          not null,
    article_verified boolean       not null,
    effective_from   date          not null,
    effective_to     date check (effective_to > effective_from),
    primary key (jurisdiction, effective_from),
    exclude using gist (jurisdiction with =, daterange(effective_from, effective_to) with &&)
);
insert into nev_rule (jurisdiction, threshold, energy_types, kinds, clause, article_verified, effective_from)
values ('100000', 0.300, array ['BEV', 'PHEV', 'EREV', 'FCEV'], array ['NEW', 'RENEWAL'],
        '《机关事务工作“十四五”规划》第四章第五节：各省区市新增及更新车辆中新能源车辆比例不低于30%', true, '2021-01-01');

-- Clauses of the checks that have no rule row of their own.
create table rule_clause (
    jurisdiction     text    not null check (jurisdiction ~ '^[0-9]{2}0000$'),
    rule             text    not null,
    clause           text    not null,
    article_verified boolean not null,
    effective_from   date    not null,
    effective_to     date check (effective_to > effective_from),
    primary key (jurisdiction, rule, effective_from),
    exclude using gist (jurisdiction with =, rule with =, daterange(effective_from, effective_to) with &&)
);
insert into rule_clause (jurisdiction, rule, clause, article_verified, effective_from, effective_to)
values ('100000', 'category-unknown', '《党政机关公务用车管理办法》（中办发〔2017〕71号）第三条（分类）', false, '2017-12-05', null),
       ('100000', 'quota-exceeded', '《党政机关公务用车管理办法》（中办发〔2017〕71号）第六条（编制）', true, '2017-12-05', null),
       ('100000', 'tier-unknown', '《党政机关公务用车管理办法》（中办发〔2017〕71号）第七条（配备标准）', false, '2017-12-05', null),
       ('100000', 'not-domestic', '《党政机关公务用车管理办法》（中办发〔2017〕71号）（配备国产汽车）', false, '2017-12-05', '2025-06-01'),
       ('100000', 'not-domestic', '《党政机关厉行节约反对浪费条例》第二十九条（配备国产汽车）', false, '2025-06-01', null);

-- Quota 编制 of a unit and category. JYTX, YJBZ, QT are fixed by the fleet authority; ZFZQ, TZZY by finance and filed.
create table quota (
    id              uuid primary key,
    unit_id         uuid    not null,
    unit_path       text    not null,
    category        text    not null,
    number          integer not null check (number >= 0),
    document_number text    not null,
    approved_by     text    not null,
    approval_mode   text    not null check (approval_mode in ('APPROVED', 'FILED')),
    effective_from  date    not null,
    effective_to    date check (effective_to > effective_from),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    exclude using gist (unit_id with =, category with =, daterange(effective_from, effective_to) with &&)
);
create index quota_path on quota (unit_path text_pattern_ops);

-- Acquisitions 配备, accepted and refused; a row is evidence and never changes.
create table acquisition (
    id                  uuid primary key,
    decided_at          timestamptz      not null,
    decided_for         text             not null,
    unit_id             uuid             not null,
    unit_path           text             not null,
    kind                text             not null check (kind in ('NEW', 'RENEWAL')),
    plate               text             not null,
    plate_colour        text             not null,
    vin                 text             not null,
    category            text             not null,
    tier                text             not null,
    body_type           text             not null,
    energy_type         text             not null,
    brand               text             not null,
    model               text             not null,
    seats               integer          not null,
    price_fen           bigint           not null check (price_fen > 0),
    displacement_l      double precision not null,
    domestic            boolean          not null,
    approval_document   text,
    replaced_vehicle_id uuid references vehicle,
    outcome             text             not null check (outcome in ('ACCEPTED', 'REFUSED')),
    vehicle_id          uuid unique references vehicle,
    violations          text             not null check (jsonb_typeof(violations::jsonb) = 'array'),
    check ((kind = 'RENEWAL') = (replaced_vehicle_id is not null)),
    check ((outcome = 'ACCEPTED') = (vehicle_id is not null)),
    check ((outcome = 'REFUSED') = (jsonb_array_length(violations::jsonb) > 0)),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index acquisition_path on acquisition (unit_path text_pattern_ops);

alter table quota enable row level security;
create policy quota_scope on quota using (in_scope(unit_path));
alter table acquisition enable row level security;
create policy acquisition_scope on acquisition using (in_scope(unit_path));

-- The share is of the whole province, also when the caller's scope is one county: this function counts past row-level
-- security and gives away two numbers only.
create function province_additions(province text, in_year integer, counted_kinds text[], counted_energy text[])
    returns table (additions bigint, new_energy bigint)
    language sql stable security definer
    set search_path = dispatch, pg_temp
as
$$
select count(*), count(*) filter (where v.energy_type = any (counted_energy))
from vehicle v
         join unit u on u.id = v.unit_id
where left(u.region_code, 2) = left(province, 2)
  and v.acquisition_kind = any (counted_kinds)
  and v.registered_on >= make_date(in_year, 1, 1)
  and v.registered_on < make_date(in_year + 1, 1, 1)
$$;
revoke all on function province_additions from public;
grant execute on function province_additions to dispatch;

grant select on vehicle_category, equipment_limit, nev_rule, rule_clause to dispatch;
grant select, insert on quota, acquisition to dispatch;

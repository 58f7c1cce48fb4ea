-- Rules for every level: a row's jurisdiction is any GB/T 2260 code, of the nation, a province, a city or a county. All rows of a
-- key that are in force from the nation down to the place apply together, so a lower level can only be stricter; a row that is
-- relaxable gives way to a more specific one. Rows are added and closed, never changed: a decision names the rows it was made under.

create sequence rule_row_id as bigint start 1001;

do
$$
declare
    kept text;
begin
    foreach kept in array array ['vehicle_category', 'equipment_limit', 'nev_rule', 'rule_clause'] loop
        execute format('alter table %I drop constraint %I', kept, kept || '_jurisdiction_check');
        execute format('alter table %I add check (jurisdiction ~ ''^[0-9]{6}$'')', kept);
    end loop;
    foreach kept in array array ['vehicle_category', 'nev_rule', 'rule_clause'] loop
        execute format('alter table %I drop constraint %I', kept, kept || '_pkey');
        execute format('alter table %I add column id bigint primary key default nextval(''rule_row_id'')', kept);
    end loop;
end
$$;
alter table equipment_limit
    alter column id drop identity,
    alter column id type bigint,
    alter column id set default nextval('rule_row_id');

-- Who fixes the quota of a category: the fleet authority, or finance, then filed with the authority (办法第六条).
alter table vehicle_category
    add column quota_authority text not null default 'FLEET_AUTHORITY' check (quota_authority in ('FLEET_AUTHORITY', 'FINANCE'));
update vehicle_category set quota_authority = 'FINANCE' where national_class in ('ZFZQ', 'TZZY');

-- NEV rules differ in whose vehicles they count (account), in what they count, and in what may be exempted.
alter table nev_rule
    drop constraint nev_rule_jurisdiction_daterange_excl,
    add column code              text   not null default 'N1' check (code ~ '^N[0-9]{1,2}$'),
    add column account           text   not null default 'PROVINCE' check (account in (
        'PROVINCE', 'CITY', 'DEPARTMENT', 'BUDGET_UNIT', 'VEHICLE')),
    add column counts            text   not null default 'REGISTERED' check (counts in ('REGISTERED', 'PROCURED')),
    add column use_classes       text[] not null default '{}' check (use_classes <@ array [
        'GENERAL', 'CONFIDENTIAL_COMMUNICATION', 'FIXED_ROUTE_ENFORCEMENT', 'URBAN_SINGLE_SCENARIO']),
    add column exemption_reasons text[] not null
        default array ['GEOGRAPHY', 'CLIMATE', 'NO_SUITABLE_MODEL', 'CHARGING_INFRASTRUCTURE'] check (exemption_reasons <@ array [
        'GEOGRAPHY', 'CLIMATE', 'NO_SUITABLE_MODEL', 'CHARGING_INFRASTRUCTURE']),
    add column min_additions     integer not null default 1 check (min_additions between 1 and 1000),
    add constraint nev_rule_period exclude using gist (
        jurisdiction with =, code with =, account with =, daterange(effective_from, effective_to) with &&);
comment on column nev_rule.account is
    'whose vehicles are counted: province or city of the unit, its central department, its main budget unit with all below, or each vehicle by itself';
comment on column nev_rule.counts is 'vehicles put on file in the year, or bought in the year';
comment on column nev_rule.use_classes is 'only vehicles of these use classes; empty for all';
comment on column nev_rule.min_additions is 'the share of fewer vehicles a year is shown, but refuses nothing';

-- Renewal age 更新年限: years in use and kilometres, both (AND) or either (OR).
create table renewal_rule (
    id               bigint primary key default nextval('rule_row_id'),
    jurisdiction     text    not null check (jurisdiction ~ '^[0-9]{6}$'),
    category         text    not null,
    min_years        integer not null check (min_years between 0 and 30),
    min_km           integer check (min_km > 0),
    logic            text    not null check (logic in ('AND', 'OR')),
    approval_lifts   boolean not null,
    clause           text    not null,
    article_verified boolean not null,
    effective_from   date    not null,
    effective_to     date check (effective_to > effective_from),
    constraint renewal_rule_period exclude using gist (
        jurisdiction with =, category with =, daterange(effective_from, effective_to) with &&)
);
comment on column renewal_rule.category is 'a category, or * for all';
comment on column renewal_rule.approval_lifts is 'an approved early renewal, for safety or the like, is possible';

-- Quota formulas 编制核定办法: how many vehicles of some categories together a unit of this staff may have.
create table quota_formula (
    id               bigint primary key default nextval('rule_row_id'),
    jurisdiction     text    not null check (jurisdiction ~ '^[0-9]{6}$'),
    code             text    not null check (code ~ '^[A-Z][A-Z_]{1,30}$'),
    categories       text[]  not null check (cardinality(categories) > 0),
    staff_up_to      integer[] not null,
    numbers          integer[] not null check (cardinality(numbers) = cardinality(staff_up_to) + 1),
    maximum          integer not null check (maximum >= 0),
    binding          boolean not null,
    clause           text    not null,
    article_verified boolean not null,
    effective_from   date    not null,
    effective_to     date check (effective_to > effective_from),
    constraint quota_formula_period exclude using gist (
        jurisdiction with =, code with =, daterange(effective_from, effective_to) with &&)
);
comment on column quota_formula.staff_up_to is 'ends of the steps, inclusive; numbers has one more, for all above';
comment on column quota_formula.binding is 'a quota above it is refused; otherwise it is advice';

do
$$
declare
    kept text;
begin
    foreach kept in array array ['vehicle_category', 'equipment_limit', 'nev_rule', 'rule_clause', 'renewal_rule',
        'quota_formula'] loop
        execute format('alter table %I
            add column relaxable       boolean not null default false,
            add column document_number text,
            add column recorded_by     text not null default ''motorpool'',
            add column recorded_at     timestamptz not null default now()', kept);
        execute format('grant select, insert, update (effective_to) on %I to dispatch', kept);
    end loop;
end
$$;
grant usage on sequence rule_row_id to dispatch;

insert into nev_rule (jurisdiction, code, account, counts, threshold, energy_types, kinds, use_classes, exemption_reasons,
                      min_additions, relaxable, clause, article_verified, effective_from)
select jurisdiction, code, account, counts, threshold, array ['BEV', 'PHEV', 'EREV', 'FCEV'], kinds, use_classes, exemption_reasons,
       min_additions, relaxable, clause, verified, effective_from
from (values
    ('100000', 'N1', 'CITY', 'REGISTERED', 0.3, array ['NEW', 'RENEWAL'], '{}'::text[],
     array ['GEOGRAPHY', 'CLIMATE', 'NO_SUITABLE_MODEL', 'CHARGING_INFRASTRUCTURE'], 10, true,
     '《机关事务工作“十四五”规划》第四章第五节（省级目标分解到设区的市，平台默认值）', false, date '2021-01-01'),
    ('100000', 'N2', 'DEPARTMENT', 'REGISTERED', 0.3, array ['NEW', 'RENEWAL'], '{}',
     array ['GEOGRAPHY', 'CLIMATE', 'NO_SUITABLE_MODEL'], 3, false,
     '国管资〔2024〕197号：各部门（含所属单位）当年配备更新公务用车中新能源汽车比例原则上不低于30%', true, date '2024-10-28'),
    ('100000', 'N3', 'VEHICLE', 'REGISTERED', 1, array ['NEW', 'RENEWAL'],
     array ['CONFIDENTIAL_COMMUNICATION', 'FIXED_ROUTE_ENFORCEMENT', 'URBAN_SINGLE_SCENARIO'],
     array ['GEOGRAPHY', 'CLIMATE', 'NO_SUITABLE_MODEL'], 1, false,
     '国管资〔2024〕197号：机要通信、相对固定路线执法执勤、使用场景单一且主要在城区行驶的业务用车原则上配备新能源汽车', true, date '2024-10-28'),
    ('100000', 'N7', 'BUDGET_UNIT', 'PROCURED', 0.3, array ['NEW', 'RENEWAL'], '{}',
     array ['GEOGRAPHY', 'CLIMATE', 'NO_SUITABLE_MODEL'], 3, false,
     '财政部办公厅关于新能源汽车政府采购比例的通知（2024年12月30日）：主管预算单位年度公务用车采购总量的30%', false, date '2024-12-30'),
    ('320500', 'N10', 'VEHICLE', 'REGISTERED', 1, array ['RENEWAL'], '{}',
     array ['GEOGRAPHY', 'CLIMATE', 'NO_SUITABLE_MODEL'], 1, false,
     '苏州市公务用车管理规定（2024年）：更新车辆原则上全部为新能源汽车', false, date '2024-12-31')
) as nev (jurisdiction, code, account, counts, threshold, kinds, use_classes, exemption_reasons, min_additions, relaxable, clause,
          verified, effective_from);

-- The text of Suzhou does not settle whether both or either is meant; both is the default, a row of the city may say otherwise.
insert into renewal_rule (jurisdiction, category, min_years, min_km, logic, approval_lifts, clause, article_verified, effective_from)
values ('100000', '*', 8, null, 'AND', true, '《党政机关公务用车管理办法》（中办发〔2017〕71号）第二十条（更新年限）', false, '2017-12-05'),
       ('320500', '*', 10, 100000, 'AND', true, '苏州市公务用车管理规定（2024年）：不足10年且不足10万公里原则上不更新', false, '2024-12-31');
comment on column renewal_rule.effective_from is
    'for Suzhou the end of 2024, the year of the document; its day of entry into force is not confirmed';

insert into quota_formula (jurisdiction, code, categories, staff_up_to, numbers, maximum, binding, relaxable, clause,
                           article_verified, effective_from)
values ('100000', 'COMMUNICATION_AND_EMERGENCY', array ['JYTX', 'YJBZ'], array [50, 100, 200], array [1, 2, 3, 4], 5, false, true,
        '《党政机关公务用车管理办法》（中办发〔2017〕71号）第六条（编制）；核定标准由各地制定，此为平台默认值', false, '2017-12-05');

insert into rule_clause (jurisdiction, rule, clause, article_verified, effective_from)
select '100000', rule, clause, verified, '2017-12-05'
from (values
    ('indicator-missing', true), ('indicator-not-open', true), ('indicator-consumed', true), ('indicator-reserved', true),
    ('indicator-mismatch', true), ('indicator-price', true), ('indicator-displacement', true), ('indicator-new-energy', true),
    ('plan-exceeded', true), ('plan-not-approved', true), ('plan-budget', true)
) as indicator (rule, verified),
     (values ('《机关事务工作“十四五”规划》第四章第五节：公务用车编制、指标、运行、处置全流程管理')) as flow (clause);
insert into rule_clause (jurisdiction, rule, clause, article_verified, effective_from)
values ('100000', 'plan-new-energy', '国管资〔2024〕197号：编制年度配备更新计划时明确新能源汽车数量', true, '2017-12-05'),
       ('100000', 'renewal-not-disposed', '《党政机关公务用车管理办法》（中办发〔2017〕71号）（处置一辆、更新一辆）', false, '2017-12-05'),
       ('100000', 'quota-authority', '《党政机关公务用车管理办法》（中办发〔2017〕71号）第六条（编制）', true, '2017-12-05');

-- All rules in one shape: what RuleBooks reads in one query, and the API lists.
create function rule_head(id bigint, jurisdiction text, clause text, verified boolean, relaxable boolean, document text,
                          effective_from date, effective_to date) returns jsonb
    language sql immutable
    return jsonb_build_object('id', id, 'jurisdiction', jurisdiction, 'clause', clause, 'articleVerified', verified,
                              'relaxable', relaxable, 'documentNumber', document, 'effectiveFrom', effective_from::text,
                              'effectiveTo', effective_to::text);

create view rule_row as
select 'CATEGORY' as kind, id, jurisdiction, code as key, effective_from, effective_to, recorded_by,
       jsonb_build_object('code', code, 'name', name, 'nationalClass', national_class, 'quotaAuthority', quota_authority,
                          'head', rule_head(id, jurisdiction, clause, article_verified, relaxable, document_number,
                                            effective_from, effective_to)) as content
from vehicle_category
union all
select 'EQUIPMENT_LIMIT', id, jurisdiction, category || ' ' || tier, effective_from, effective_to, recorded_by,
       jsonb_build_object('category', category, 'tier', tier, 'bodyTypes', body_types, 'priceMax_fen', price_max_fen,
                          'displacementMax_l', displacement_max_l, 'newEnergySedanPriceMax_fen', new_energy_sedan_price_max_fen,
                          'condition', condition, 'approvalRequired', approval_required,
                          'head', rule_head(id, jurisdiction, clause, article_verified, relaxable, document_number,
                                            effective_from, effective_to))
from equipment_limit
union all
select 'NEV_SHARE', id, jurisdiction, code || ' ' || account, effective_from, effective_to, recorded_by,
       jsonb_build_object('code', code, 'account', account, 'counts', counts, 'threshold', threshold, 'energyTypes',
                          energy_types, 'hybridCounts', hybrid_counts, 'kinds', kinds, 'useClasses', use_classes,
                          'exemptionReasons', exemption_reasons, 'minAdditions', min_additions,
                          'head', rule_head(id, jurisdiction, clause, article_verified, relaxable, document_number,
                                            effective_from, effective_to))
from nev_rule
union all
select 'RENEWAL', id, jurisdiction, category, effective_from, effective_to, recorded_by,
       jsonb_build_object('category', category, 'minYears', min_years, 'min_km', min_km, 'logic', logic,
                          'approvalLifts', approval_lifts,
                          'head', rule_head(id, jurisdiction, clause, article_verified, relaxable, document_number,
                                            effective_from, effective_to))
from renewal_rule
union all
select 'QUOTA_FORMULA', id, jurisdiction, code, effective_from, effective_to, recorded_by,
       jsonb_build_object('code', code, 'categories', categories, 'staffUpTo', staff_up_to, 'numbers', numbers, 'maximum', maximum,
                          'binding', binding,
                          'head', rule_head(id, jurisdiction, clause, article_verified, relaxable, document_number,
                                            effective_from, effective_to))
from quota_formula
union all
select 'CLAUSE', id, jurisdiction, rule, effective_from, effective_to, recorded_by,
       jsonb_build_object('rule', rule, 'head', rule_head(id, jurisdiction, clause, article_verified, relaxable, document_number,
                                            effective_from, effective_to))
from rule_clause;
grant select on rule_row to dispatch;

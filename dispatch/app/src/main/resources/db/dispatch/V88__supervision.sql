-- Supervision: when detectors speak (rules as rows), the calendar of the State Council, sealing 封存, runs.

-- Thresholds of a detector, effective-dated, per jurisdiction (100000 is national; a provincial row replaces it and may only be
-- stricter). evidence says what the rule rests on: V seen officially, V2 seen elsewhere, P partly, M not verified, D a default.
create table detector_rule (
    id               integer generated always as identity primary key,
    detector         text    not null check (detector ~ '^V[0-9]{2}$'),
    jurisdiction     text    not null check (jurisdiction ~ '^[0-9]{2}0000$'),
    thresholds       jsonb   not null check (jsonb_typeof(thresholds) = 'object'),
    severity         text    not null check (severity in ('INFO', 'YELLOW', 'RED')),
    deadline_days    integer not null check (deadline_days between 1 and 365),
    enabled          boolean not null,
    clause           text    not null,
    article_verified boolean not null,
    evidence         text    not null check (evidence in ('V', 'V2', 'P', 'M', 'D')),
    effective_from   date    not null,
    effective_to     date check (effective_to > effective_from),
    exclude using gist (detector with =, jurisdiction with =, daterange(effective_from, effective_to) with &&)
);
comment on column detector_rule.deadline_days is 'calendar days the unit has for its explanation';

insert into detector_rule (detector, jurisdiction, thresholds, severity, deadline_days, enabled, clause, article_verified, evidence,
                           effective_from)
select detector, '100000', thresholds::jsonb, severity, deadline_days, true, clause, article_verified, evidence, '2017-12-05'
from (values
    ('V01', '{"excess": 0}', 'RED', 15, '《党政机关公务用车管理办法》（中办发〔2017〕71号）第二十六条（一）（超编制配备）', false, 'V2'),
    ('V02', '{"excess_fen": 0}', 'RED', 15, '《党政机关公务用车管理办法》（中办发〔2017〕71号）第七条（配备标准：价格）', false, 'V'),
    ('V03', '{"excess_l": 0}', 'RED', 15, '《党政机关公务用车管理办法》（中办发〔2017〕71号）第七条（配备标准：排气量）', false, 'V'),
    ('V04', '{}', 'RED', 15, '《党政机关公务用车管理办法》（中办发〔2017〕71号）第七条（特殊档须经批准）', false, 'D'),
    ('V05', '{}', 'RED', 15, '《党政机关公务用车管理办法》（中办发〔2017〕71号）第二十六条（二）（登记在下属单位、企业或个人名下）', false, 'V2'),
    ('V06', '{"min_years": 8, "min_km": 0}', 'RED', 15, '《党政机关公务用车管理办法》（中办发〔2017〕71号）第二十条；《党政机关厉行节约反对浪费条例》第二十九条（更新年限）', false, 'M'),
    ('V07', '{"days": 30}', 'YELLOW', 15, '处置一辆、更新一辆', false, 'V'),
    ('V08', '{"distance_m": 50, "grace_min": 15}', 'RED', 10, '《党政机关公务用车管理办法》（中办发〔2017〕71号）第十六条（公务使用登记）', false, 'V'),
    ('V09', '{"distance_m": 50, "work_start_h": 8.5, "work_end_h": 17.5, "emergency_h": 24}', 'RED', 10, '节假日封存停驶（使用管理）', false, 'V'),
    ('V10', '{"distance_m": 50, "work_start_h": 8.5, "work_end_h": 17.5, "grace_min": 30}', 'YELLOW', 10, '非工作时段用车须经批准（使用管理）', false, 'V'),
    ('V11', '{"curfew_h": 22, "radius_m": 200}', 'YELLOW', 10, '回单位停放、定点停放', false, 'V'),
    ('V13', '{"detour_ratio": 1.5, "road_factor": 1.4, "corridor_m": 10000, "min_km": 5}', 'YELLOW', 10, '《党政机关公务用车管理办法》（中办发〔2017〕71号）第十六条（按派车单行驶）', false, 'V'),
    ('V14', '{"minutes": 5}', 'YELLOW', 10, '跨区域用车须经审批（使用审批）', false, 'D'),
    ('V15', '{"grace_h": 1}', 'YELLOW', 10, '使用登记：按时收车', false, 'D'),
    ('V16', '{}', 'YELLOW', 15, '定点加油', false, 'V'),
    ('V17', '{"tank_factor": 1.05}', 'RED', 15, '严禁私车公养（加油量超过油箱容积）', false, 'D'),
    ('V18', '{"hours": 2, "fills": 2}', 'RED', 15, '严禁私车公养（短时重复加油）', false, 'V'),
    ('V19', '{}', 'RED', 15, '严禁私车公养（有加油无派车）', false, 'V'),
    ('V20', '{"min_amount_fen": 6000}', 'YELLOW', 15, '严禁私车公养（少量加油、非工作日加油）', false, 'V'),
    ('V21', '{}', 'RED', 15, '严禁私油公供（油品与车辆不符、非油商品）', false, 'D'),
    ('V22', '{"nominal_factor": 1.3, "deviations": 3, "days": 90, "min_km": 100}', 'YELLOW', 15, '单车核算（百公里油耗）', false, 'V'),
    ('V23', '{"difference": 0.1, "min_km": 3}', 'YELLOW', 15, '单车核算（里程登记）', false, 'D'),
    ('V24', '{"distance_m": 2000, "track_min": 10}', 'RED', 15, '过路过桥费核销（须与派车、行驶轨迹相符）', false, 'V'),
    ('V25', '{"repairs": 3, "days": 30}', 'YELLOW', 15, '维修费用不得虚列（维修频繁）', false, 'V'),
    ('V26', '{}', 'RED', 15, '《党政机关公务用车管理办法》（中办发〔2017〕71号）第二十六条（七）（费用虚列、夹带，为非本单位车辆报销）', false, 'V2'),
    ('V27', '{"share": 0.7, "days": 90, "min_orders": 10}', 'YELLOW', 15, '《党政机关公务用车管理办法》（中办发〔2017〕71号）第二十六条（五）（固定给个人使用）', false, 'V2'),
    ('V29', '{"driving_min": 240, "rest_min": 20}', 'RED', 10, '《道路交通安全法实施条例》第六十二条（七）（疲劳驾驶）', true, 'V'),
    ('V31', '{"hours": 24}', 'YELLOW', 10, '车载终端应装尽装（离线、拆除）', false, 'D'),
    ('V32', '{"late_days": 0, "new_days": 365}', 'YELLOW', 15, '车载终端应装尽装、统一标识（登记后 10 个工作日，参照山东省征求意见稿）', false, 'V'),
    ('V33', '{"days": 30}', 'YELLOW', 15, '《道路交通安全法》第十三条（检验）、第十七条（强制保险）', false, 'V'),
    ('V34', '{"days": 60}', 'INFO', 30, '资源统筹（闲置车辆调剂）', false, 'V'),
    ('V35', '{"share": 0.3, "min_additions": 4}', 'YELLOW', 30, '《机关事务工作“十四五”规划》第四章第五节；国管资〔2024〕197号（新能源比例）', true, 'V'),
    ('V36', '{"income_days": 30}', 'RED', 15, '《党政机关公务用车管理办法》（中办发〔2017〕71号）第二十六条（八）（违规处置）', false, 'V2')
) as defaults (detector, thresholds, severity, deadline_days, clause, article_verified, evidence);
grant select, insert on detector_rule to dispatch;
grant update (effective_to) on detector_rule to dispatch;

-- 2025 and 2026 as announced. Days that are not here follow the week.
insert into calendar_day (day, kind, name, document)
select day::date, 'HOLIDAY', name, document
from (values
    ('2025-01-01', '2025-01-01', '元旦', '国办发明电〔2024〕12号'),
    ('2025-01-28', '2025-02-04', '春节', '国办发明电〔2024〕12号'),
    ('2025-04-04', '2025-04-06', '清明节', '国办发明电〔2024〕12号'),
    ('2025-05-01', '2025-05-05', '劳动节', '国办发明电〔2024〕12号'),
    ('2025-05-31', '2025-06-02', '端午节', '国办发明电〔2024〕12号'),
    ('2025-10-01', '2025-10-08', '国庆节、中秋节', '国办发明电〔2024〕12号'),
    ('2026-01-01', '2026-01-03', '元旦', '国办发明电〔2025〕7号'),
    ('2026-02-15', '2026-02-23', '春节', '国办发明电〔2025〕7号'),
    ('2026-04-04', '2026-04-06', '清明节', '国办发明电〔2025〕7号'),
    ('2026-05-01', '2026-05-05', '劳动节', '国办发明电〔2025〕7号'),
    ('2026-06-19', '2026-06-21', '端午节', '国办发明电〔2025〕7号'),
    ('2026-09-25', '2026-09-27', '中秋节', '国办发明电〔2025〕7号'),
    ('2026-10-01', '2026-10-07', '国庆节', '国办发明电〔2025〕7号')
) as holiday (first, last, name, document), generate_series(first::date, last::date, interval '1 day') as day;
insert into calendar_day (day, kind, name, document)
values ('2025-01-26', 'WORKDAY', '春节调休', '国办发明电〔2024〕12号'),
       ('2025-02-08', 'WORKDAY', '春节调休', '国办发明电〔2024〕12号'),
       ('2025-04-27', 'WORKDAY', '劳动节调休', '国办发明电〔2024〕12号'),
       ('2025-09-28', 'WORKDAY', '国庆节、中秋节调休', '国办发明电〔2024〕12号'),
       ('2025-10-11', 'WORKDAY', '国庆节、中秋节调休', '国办发明电〔2024〕12号'),
       ('2026-01-04', 'WORKDAY', '元旦调休', '国办发明电〔2025〕7号'),
       ('2026-02-14', 'WORKDAY', '春节调休', '国办发明电〔2025〕7号'),
       ('2026-02-28', 'WORKDAY', '春节调休', '国办发明电〔2025〕7号'),
       ('2026-05-09', 'WORKDAY', '劳动节调休', '国办发明电〔2025〕7号'),
       ('2026-09-20', 'WORKDAY', '国庆节调休', '国办发明电〔2025〕7号'),
       ('2026-10-10', 'WORKDAY', '国庆节调休', '国办发明电〔2025〕7号');

-- Sealing 封存: what is planned for a vehicle in one sealing window. Exempt ones are declared window by window, never by type.
create table seal (
    id               uuid primary key,
    vehicle_id       uuid not null references vehicle,
    unit_id          uuid not null,
    unit_path        text not null,
    window_name      text not null,
    window_from      timestamptz not null,
    window_to        timestamptz not null check (window_to > window_from),
    place            text,
    key_keeper       text,
    exemption        text check (exemption in ('DUTY', 'ENFORCEMENT', 'EMERGENCY')),
    exemption_reason text,
    declared_by      text not null,
    declared_at      timestamptz not null,
    check ((exemption is null) = (exemption_reason is null)),
    check (exemption is not null or (place is not null and key_keeper is not null)),
    constraint seal_once unique (vehicle_id, window_from),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index seal_path on seal (unit_path text_pattern_ops, window_from);
alter table seal enable row level security;
create policy seal_scope on seal using (in_scope(unit_path));
grant select, insert, update on seal to dispatch;

-- Where a region is, roughly: no boundaries are on file, so a circle stands for the region.
create table region_circle (
    region_code text primary key references region,
    latitude    double precision not null check (latitude between -90 and 90),
    longitude   double precision not null check (longitude between -180 and 180),
    radius_m    integer not null check (radius_m between 1000 and 3000000)
);
grant select, insert, update on region_circle to dispatch;

-- Runs of the detectors over all units, one per day; who claims a day holds it until the lease ends.
create table supervision_run (
    day         date primary key,
    claimed_at  timestamptz not null,
    lease_until timestamptz not null,
    ended_at    timestamptz,
    vehicles    integer,
    raised      integer
);
grant select, insert, update on supervision_run to dispatch;

-- What a run looks for by vehicle and day.
create index vehicle_order_vehicle_started on vehicle_order (vehicle_id, starts_at);
create index acquisition_replaced on acquisition (replaced_vehicle_id) where replaced_vehicle_id is not null;

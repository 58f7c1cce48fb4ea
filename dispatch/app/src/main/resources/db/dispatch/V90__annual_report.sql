-- Annual statistical report 年度统计报告: its fields, its checks, and what was submitted. The official form is not published; the
-- fields are those of the reference (A01 to A48), shipped as rows that an installation replaces when its form differs.

-- What a report has, effective-dated per jurisdiction; a provincial row replaces the national one of the same code. How a field is
-- computed is known by its code; a code without a computation is reported as unknown, never as 0.
create table report_field (
    jurisdiction   text    not null check (jurisdiction ~ '^[0-9]{2}0000$'),
    code           text    not null check (code ~ '^A[0-9]{2}$'),
    name           text    not null,
    name_en        text    not null,
    unit           text    not null,
    definition     text    not null,
    formula        text    not null,
    split_by       text[]  not null,
    effective_from date    not null,
    effective_to   date check (effective_to > effective_from),
    primary key (jurisdiction, code, effective_from),
    exclude using gist (jurisdiction with =, code with =, daterange(effective_from, effective_to) with &&)
);
comment on table report_field is 'not an official form: none was found; configurable defaults, in force from the plan of 2021';

insert into report_field (jurisdiction, code, name, name_en, unit, definition, formula, split_by, effective_from)
select '100000', code, name, name_en, unit, definition, formula, string_to_array(split_by, ';'), date '2021-01-01'
from (values
    ('A01', '机构数', 'Units', '个', '填报机构数', 'count', 'level;unit_type'),
    ('A02', '编制数', 'Quota', '辆', '年末批准编制', 'sum(quota)', 'category'),
    ('A03', '实有数（保有量）', 'Vehicles on file', '辆', '年末在册车辆', 'count', 'category;energy_type;age_band'),
    ('A04', '超编数', 'Over quota', '辆', '按单位和类别计算后汇总', 'max(0;A03-A02)', 'category'),
    ('A05', '空编数', 'Vacant quota', '辆', '按单位和类别计算后汇总', 'max(0;A02-A03)', 'category'),
    ('A06', '不在编数', 'Not on quota', '辆', '编制情况为不在编或未核定', 'count', 'quota_status'),
    ('A07', '本年新增数', 'Additions', '辆', '本年新增登记', 'count', 'category;energy_type'),
    ('A08', '本年更新数', 'Renewals', '辆', '本年更新登记', 'count', 'category;energy_type'),
    ('A09', '其中新能源数', 'New energy among them', '辆', '按当时有效规则计为新能源', 'count', 'energy_type'),
    ('A10', '新能源占新增及更新比例', 'NEV share, gross', '%', '毛比例', 'A09/(A07+A08)', 'category'),
    ('A11', '豁免数及理由', 'Exemptions', '辆', '批准的豁免', 'count', 'reason'),
    ('A12', '净新能源比例', 'NEV share, net', '%', '扣除豁免后的比例', 'A09/(A07+A08-A11)', ''),
    ('A13', '机要等应100%类达标率', 'Classes that must be NEV', '%', '原则上应全部为新能源的三类用途', 'nev/all', 'use_class'),
    ('A14', '超标准车辆数', 'Over standard', '辆', '超过登记时有效的价格或排气量上限', 'count', 'tier'),
    ('A15', '使用满8年车辆数', 'Eight years and older', '辆', '年末车龄满8年', 'count', 'category'),
    ('A16', '本年处置数', 'Disposals', '辆', '本年办结的处置', 'count', 'method'),
    ('A17', '处置收入', 'Disposal income', '元', '本年入账的处置收入', 'sum', 'method'),
    ('A18', '购置支出', 'Purchase', '元', '本年登记车辆的购置支出，含车辆购置税', 'sum', 'category'),
    ('A19', '运行维护费合计', 'Running cost', '元', 'A20至A27之和', 'sum', 'category'),
    ('A20', '燃料费', 'Fuel', '元', '', 'sum', 'fuel'),
    ('A21', '充电费', 'Charging', '元', '', 'sum', ''),
    ('A22', '维修保养费', 'Maintenance', '元', '', 'sum', ''),
    ('A23', '保险费', 'Insurance', '元', '', 'sum', ''),
    ('A24', '过路过桥费', 'Tolls', '元', '', 'sum', ''),
    ('A25', '停车费', 'Parking', '元', '', 'sum', ''),
    ('A26', '租用费', 'Rental', '元', '', 'sum', ''),
    ('A27', '安全奖励及其他', 'Safety bonus and other', '元', '含年检费', 'sum', 'kind'),
    ('A28', '单车运行费用', 'Running cost per vehicle', '元/辆', '平均保有量为年初与年末的平均', 'A19/avg(A03)', 'category'),
    ('A29', '总行驶里程', 'Distance', 'km', '实测里程，无实测时取里程表', 'sum', 'category'),
    ('A30', '单车年均里程', 'Distance per vehicle', 'km/辆', '', 'A29/avg(A03)', 'category'),
    ('A31', '百公里油耗', 'Fuel per 100 km', 'L/100km', '燃油、混合动力、插电式和增程式车辆', 'L*100/km', 'model'),
    ('A32', '百公里电耗', 'Electricity per 100 km', 'kWh/100km', '纯电动、插电式和增程式车辆', 'kWh*100/km', 'model'),
    ('A33', '百公里运行费用', 'Running cost per 100 km', '元/100km', '', 'A19*100/A29', 'category'),
    ('A34', '派车单数', 'Orders', '单', '本年出车且已关闭', 'count', 'sharing'),
    ('A35', '车辆使用率', 'Days in use', '%', '有派车单的天数与在册天数之比', 'ratio', 'category'),
    ('A36', '闲置车辆数', 'Idle vehicles', '辆', '年末前60天无派车单', 'count', 'category'),
    ('A37', '平台接入率', 'On the platform', '%', '应接入车辆中已绑定终端的比例，按计算时的状态', 'ratio', 'category'),
    ('A38', '终端在线率', 'Terminals online', '%', '', 'online days/days', ''),
    ('A39', '标识化率', 'Marked', '%', '应标识车辆中已标识的比例', 'ratio', 'category'),
    ('A40', '定点加油/维修/保险比例', 'At fixed suppliers', '%', '定点供应商金额占比', 'ratio', 'kind'),
    ('A41', '租赁订单数/金额/新能源单数', 'Social rental', '单', '', 'count;sum', ''),
    ('A42', '跨区域派车单数/金额', 'Cross-region orders', '单', '由本单位车辆保障的跨区域派车单', 'count;sum', 'home_province'),
    ('A43', '预警数/核查数/属实数/移送数', 'Findings', '件', '本年产生的线索', 'count', 'detector;stage'),
    ('A44', '12345投诉数/办结率', 'Complaints', '件', '', 'count;ratio', ''),
    ('A45', '驾驶员数', 'Drivers', '人', '按计算时的状态', 'count', 'licence_class'),
    ('A46', '充电桩数', 'Charging sets', '套', '', 'count', ''),
    ('A47', '交通违法/事故数', 'Traffic offences and accidents', '起', '', 'count', ''),
    ('A48', '公示次数', 'Publications of use', '次', '', 'count', '')
) as csv (code, name, name_en, unit, definition, formula, split_by);

-- What is looked at before a report is submitted; an ERROR forbids submitting, a WARNING does not.
create table report_check (
    jurisdiction   text not null check (jurisdiction ~ '^[0-9]{2}0000$'),
    code           text not null check (code ~ '^[a-z-]{3,40}$'),
    severity       text not null check (severity in ('ERROR', 'WARNING')),
    message        text not null,
    message_en     text not null,
    effective_from date not null,
    effective_to   date check (effective_to > effective_from),
    primary key (jurisdiction, code, effective_from),
    exclude using gist (jurisdiction with =, code with =, daterange(effective_from, effective_to) with &&)
);
insert into report_check (jurisdiction, code, severity, message, message_en, effective_from)
select '100000', code, severity, message, message_en, date '2021-01-01'
from (values
    ('lower-level-open', 'ERROR', '下级尚未提交年度报告，请督促其校验并提交', 'the lower level has not submitted its report; have it checked and submitted'),
    ('department-open', 'WARNING', '所属单位未单独提交，将按当前数据汇总', 'the department has not submitted on its own; its present data is rolled up'),
    ('unit-without-quota', 'ERROR', '有车辆但没有编制，请先核定编制', 'has vehicles but no quota; have one approved first'),
    ('vehicle-unassessed', 'ERROR', '有未核定编制情况的车辆，请核定为在编或不在编', 'has vehicles whose quota status is unassessed; assess them'),
    ('disposal-open', 'WARNING', '有未办结的处置', 'has disposals that are not closed'),
    ('income-not-posted', 'WARNING', '处置已执行但收入未入账', 'a disposal was executed and its income is not posted'),
    ('disposed-without-record', 'WARNING', '车辆本年退出但没有处置记录', 'a vehicle left the fleet this year without a disposal on record'),
    ('expense-without-order', 'WARNING', '有未关联派车单的燃料、充电、通行或停车费用', 'has fuel, charging, toll or parking expenses without an order'),
    ('trip-without-distance', 'WARNING', '有已关闭但没有里程的行程', 'has closed trips without a distance'),
    ('order-after-disposal', 'ERROR', '车辆退出之后仍有派车单，两者矛盾', 'an order lies after the disposal of its vehicle, a contradiction'),
    ('year-not-over', 'WARNING', '年度尚未结束，报告只到今天', 'the year is not over; the report ends today')
) as checks (code, severity, message, message_en);

-- A submitted report, frozen. Nothing changes it: who has to correct one is given it back by the level above and submits the next
-- version. figures are the sums it is made of, report is what was shown.
create table annual_report (
    id           uuid primary key,
    unit_id      uuid        not null,
    unit_path    text        not null,
    year         integer     not null check (year between 2021 and 2100),
    version      integer     not null check (version > 0),
    as_of        date        not null,
    submitted_by text        not null,
    submitted_at timestamptz not null,
    figures      text        not null check (jsonb_typeof(figures::jsonb) = 'object'),
    report       text        not null check (jsonb_typeof(report::jsonb) = 'object'),
    unique (unit_id, year, version),
    unique (id, unit_id, unit_path),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index annual_report_path on annual_report (unit_path text_pattern_ops, year);

create table annual_report_reopening (
    report_id   uuid primary key,
    unit_id     uuid        not null,
    unit_path   text        not null,
    reason      text        not null check (char_length(reason) between 2 and 500),
    reopened_by text        not null,
    reopened_at timestamptz not null,
    foreign key (report_id, unit_id, unit_path) references annual_report (id, unit_id, unit_path) on update cascade
);

-- A unit may get another place in the tree, its report does not change with that.
create function keep_report() returns trigger
    language plpgsql
as
$$
begin
    if tg_op = 'UPDATE' then
        old.unit_path := new.unit_path;
        if old is not distinct from new then
            return new;
        end if;
    end if;
    raise exception 'an annual report is frozen: %', old.unit_id;
end
$$;
create trigger annual_report_frozen before update or delete on annual_report
    for each row execute function keep_report();
create trigger annual_report_reopening_frozen before update or delete on annual_report_reopening
    for each row execute function keep_report();

alter table annual_report enable row level security;
create policy annual_report_scope on annual_report using (in_scope(unit_path));
alter table annual_report_reopening enable row level security;
create policy annual_report_reopening_scope on annual_report_reopening using (in_scope(unit_path));
grant select on report_field, report_check to dispatch;
grant select, insert on annual_report, annual_report_reopening to dispatch;

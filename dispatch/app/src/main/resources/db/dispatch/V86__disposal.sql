-- Disposal 处置: which steps a method needs is data, and who took each step is kept.
create table disposal_rule (
    jurisdiction       text    not null check (jurisdiction ~ '^[0-9]{2}0000$'),
    method             text    not null check (method in (
        'TRANSFER', 'AUCTION', 'TAKE_BACK', 'DONATION', 'SCRAPPING', 'LOSS')),
    appraisal_required boolean not null,
    notice_days        integer not null check (notice_days between 0 and 365),
    income             text    not null check (income in ('NONE', 'OPTIONAL', 'REQUIRED')),
    receiver           text    not null check (receiver in ('NONE', 'NAMED', 'UNIT')),
    clause             text    not null,
    article_verified   boolean not null,
    effective_from     date    not null,
    effective_to       date check (effective_to > effective_from),
    primary key (jurisdiction, method, effective_from),
    exclude using gist (jurisdiction with =, method with =, daterange(effective_from, effective_to) with &&)
);
comment on column disposal_rule.notice_days is 'days of public notice between approval and execution; 0 for none';
comment on column disposal_rule.receiver is 'UNIT: a unit of the platform; NAMED: somebody else, by name';

insert into disposal_rule (jurisdiction, method, appraisal_required, notice_days, income, receiver, clause, article_verified,
                           effective_from)
select '100000', method, appraisal, days, income, receiver,
       '《党政机关公务用车管理办法》（中办发〔2017〕71号）（处置：先审批后处置，收入上缴国库）', false, date '2017-12-05'
from (values ('TRANSFER', false, 0, 'NONE', 'UNIT'),
             ('AUCTION', true, 7, 'REQUIRED', 'NONE'),
             ('TAKE_BACK', true, 0, 'REQUIRED', 'NAMED'),
             ('DONATION', true, 0, 'NONE', 'NAMED'),
             ('SCRAPPING', false, 0, 'REQUIRED', 'NAMED'),
             ('LOSS', true, 0, 'OPTIONAL', 'NONE')) as rule (method, appraisal, days, income, receiver);

-- From when on a vehicle counts as idle 闲置, to be offered to who would otherwise buy 调剂.
create table idle_rule (
    jurisdiction     text    not null check (jurisdiction ~ '^[0-9]{2}0000$'),
    days             integer not null check (days between 1 and 3650),
    clause           text    not null,
    article_verified boolean not null,
    effective_from   date    not null,
    effective_to     date check (effective_to > effective_from),
    primary key (jurisdiction, effective_from),
    exclude using gist (jurisdiction with =, daterange(effective_from, effective_to) with &&)
);
insert into idle_rule (jurisdiction, days, clause, article_verified, effective_from)
values ('100000', 60, '公务用车资源统筹：闲置车辆优先调剂使用（天数为可配置的默认值）', false, '2017-12-05');

create table disposal_step (
    id          uuid primary key,
    disposal_id uuid not null references disposal,
    unit_id     uuid not null,
    unit_path   text not null,
    step        text not null check (step in (
        'APPLY', 'APPRAISE', 'APPROVE', 'REJECT', 'NOTICE', 'EXECUTE', 'POST_INCOME', 'DEREGISTER', 'CLOSE', 'CANCEL')),
    status      text not null,
    taken_by    text not null,
    taken_at    timestamptz not null,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index disposal_step_of on disposal_step (disposal_id, id);
create index disposal_step_path on disposal_step (unit_path text_pattern_ops);

-- Approval before act, and nothing is gone while its income is owed: the database says so too.
alter table disposal
    add constraint disposal_approved check (
        status not in ('APPROVED', 'EXECUTED', 'INCOME_POSTED', 'DEREGISTERED', 'CLOSED')
        or (approved_by is not null and approved_by <> applied_by and document_number is not null)),
    add constraint disposal_executed check (
        status not in ('EXECUTED', 'INCOME_POSTED', 'DEREGISTERED', 'CLOSED') or executed_on is not null),
    add constraint disposal_income check (
        status <> 'INCOME_POSTED' or (income_fen is not null and treasury_receipt is not null and income_posted_on is not null)),
    add constraint disposal_deregistered check (
        status not in ('DEREGISTERED', 'CLOSED') or (deregistered_on is not null and deregistration_number is not null)),
    add constraint disposal_receiver check ((method = 'TRANSFER') = (receiver_unit_id is not null)),
    add constraint disposal_notice check (notice_to >= notice_from);

alter table disposal_step enable row level security;
create policy disposal_step_scope on disposal_step using (in_scope(unit_path));
grant select, insert on disposal_step to dispatch;
grant select on disposal_rule, idle_rule to dispatch;

-- A vehicle that was moved to another unit may be disposed of again.
drop index disposal_open;
create unique index disposal_open on disposal (vehicle_id) where status not in ('REJECTED', 'CANCELLED', 'CLOSED');
create index disposal_vehicle on disposal (vehicle_id);

-- Riders of several requests in one vehicle 合乘: what a place says of it; the most specific row counts. Without a row nobody shares.
create table pooling_rule (
    id             bigint primary key default nextval('rule_row_id'),
    jurisdiction   text    not null check (jurisdiction ~ '^[0-9]{6}$'),
    excluded       text[]  not null,
    detour_minutes integer not null check (detour_minutes between 0 and 720),
    later_minutes  integer not null check (later_minutes between 0 and 120),
    clause         text    not null,
    effective_from date    not null,
    effective_to   date check (effective_to > effective_from),
    exclude using gist (jurisdiction with =, daterange(effective_from, effective_to) with &&)
);
comment on column pooling_rule.excluded is 'vehicle categories whose riders never share: 机要通信';
comment on column pooling_rule.detour_minutes is 'so much longer than the direct way riders are on board at most, unless they say how long';
comment on column pooling_rule.later_minutes is 'so much later than asked for riders may be picked up';
insert into pooling_rule (jurisdiction, excluded, detour_minutes, later_minutes, clause, effective_from)
values ('100000', '{JYTX,SYDW_JY}', 20, 10, '平台派车规则（pooling_rule）：合乘', '2017-12-05');
grant select on pooling_rule to dispatch;

-- The whole life of a vehicle, 编制 → 指标 → 运行 → 处置: what plan, acquisition, file, disposal, findings and report have in
-- common. Every table carries its unit and is kept apart by row-level security. Money is fen, days are days in China.

-- Units: what quota formulas and the annual report need, and what became of a unit.
alter table unit
    add column unit_type    text not null default 'GOVERNMENT' check (unit_type in (
        'PARTY', 'CONGRESS', 'GOVERNMENT', 'CPPCC', 'SUPERVISION', 'COURT', 'PROCURATORATE', 'MASS_ORGANISATION',
        'CIVIL_SERVICE_INSTITUTION', 'INSTITUTION')),
    add column staff_count  integer check (staff_count >= 0),
    add column status       text not null default 'ACTIVE' check (status in ('ACTIVE', 'MERGED', 'ABOLISHED')),
    add column ended_on     date,
    add column successor_id uuid references unit,
    add constraint unit_ended check ((status = 'ACTIVE') = (ended_on is null)),
    add constraint unit_successor check (status = 'MERGED' or successor_id is null);

-- The file of a vehicle 一车一档. region_code is that of its unit, for counts over regions without a join.
alter table vehicle
    add column region_code      text references region,
    add column tier             text not null default 'BASE',
    add column use_class        text not null default 'GENERAL' check (use_class in (
        'GENERAL', 'CONFIDENTIAL_COMMUNICATION', 'FIXED_ROUTE_ENFORCEMENT', 'URBAN_SINGLE_SCENARIO')),
    add column confidential     boolean not null default false,
    add column quota_status     text not null default 'ON_QUOTA' check (quota_status in (
        'ON_QUOTA', 'OFF_QUOTA', 'UNASSESSED')),
    add column purchase_tax_fen bigint not null default 0 check (purchase_tax_fen >= 0),
    add column owner_name       text,
    add column engine_number    text,
    add column in_use_since     date,
    add column odometer_km      bigint check (odometer_km >= 0),
    add column tank_l           double precision check (tank_l > 0),
    add column nominal_l_per_100km double precision check (nominal_l_per_100km > 0),
    add column fuel             text check (fuel in ('GASOLINE_92', 'GASOLINE_95', 'GASOLINE_98', 'DIESEL_0', 'CNG', 'HYDROGEN')),
    add column emission_stage   integer check (emission_stage between 1 and 7);
comment on column vehicle.owner_name is 'the owner on the registration certificate; null where it was not looked up yet';
comment on column vehicle.use_class is 'the three classes that must be new energy in principle (国管资〔2024〕197号), or GENERAL';
update vehicle v set region_code = u.region_code from unit u where u.id = v.unit_id;
alter table vehicle alter column region_code set not null;
create index vehicle_registered on vehicle (registered_on, region_code) include (acquisition_kind, energy_type);

-- Annual plan 年度配备更新计划 and its items.
create table procurement_plan (
    id              uuid primary key,
    unit_id         uuid    not null,
    unit_path       text    not null,
    year            integer not null check (year between 2018 and 2100),
    status          text    not null check (status in ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED')),
    budget_fen      bigint  not null check (budget_fen >= 0),
    new_energy      integer not null check (new_energy >= 0),
    drafted_by      text    not null,
    drafted_at      timestamptz not null,
    decided_by      text,
    decided_at      timestamptz,
    document_number text,
    reason          text,
    check (status <> 'APPROVED' or document_number is not null),
    check (status <> 'REJECTED' or reason is not null),
    unique (id, unit_id, unit_path),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create unique index procurement_plan_of_year on procurement_plan (unit_id, year) where status <> 'REJECTED';
create index procurement_plan_path on procurement_plan (unit_path text_pattern_ops);

create table procurement_plan_item (
    id             uuid primary key,
    plan_id        uuid    not null,
    unit_id        uuid    not null,
    unit_path      text    not null,
    category       text    not null,
    tier           text    not null,
    kind           text    not null check (kind in ('NEW', 'RENEWAL')),
    new_energy     boolean not null,
    use_class      text    not null check (use_class in (
        'GENERAL', 'CONFIDENTIAL_COMMUNICATION', 'FIXED_ROUTE_ENFORCEMENT', 'URBAN_SINGLE_SCENARIO')),
    count          integer not null check (count between 1 and 1000),
    price_max_fen  bigint  not null check (price_max_fen > 0),
    foreign key (plan_id, unit_id, unit_path) references procurement_plan (id, unit_id, unit_path) on update cascade
);
create index procurement_plan_item_plan on procurement_plan_item (plan_id);

-- Indicator 指标: permission to add or renew exactly one vehicle.
create table indicator (
    id                 uuid primary key,
    number             text    not null unique,
    plan_item_id       uuid references procurement_plan_item,
    unit_id            uuid    not null,
    unit_path          text    not null,
    region_code        text    not null references region,
    year               integer not null,
    category           text    not null,
    tier               text    not null,
    kind               text    not null check (kind in ('NEW', 'RENEWAL')),
    new_energy         boolean not null,
    use_class          text    not null,
    price_max_fen      bigint  not null check (price_max_fen > 0),
    displacement_max_l double precision check (displacement_max_l > 0),
    old_vehicle_id     uuid references vehicle,
    status             text    not null check (status in ('ISSUED', 'RESERVED', 'CONSUMED', 'EXPIRED', 'RETURNED')),
    issued_by          text    not null,
    issued_at          timestamptz not null,
    valid_until        date    not null,
    reserved_by        text,
    reserved_at        timestamptz,
    acquisition_id     uuid unique,
    ended_at           timestamptz,
    reason             text,
    check ((kind = 'RENEWAL') = (old_vehicle_id is not null)),
    check ((status = 'CONSUMED') = (acquisition_id is not null)),
    check (status <> 'RESERVED' or reserved_by is not null),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
-- One old vehicle is renewed once.
create unique index indicator_old_vehicle on indicator (old_vehicle_id) where status in ('ISSUED', 'RESERVED', 'CONSUMED');
create index indicator_path on indicator (unit_path text_pattern_ops);
create index indicator_open on indicator (year, region_code) where status in ('ISSUED', 'RESERVED');

alter table acquisition
    add column indicator_id     uuid references indicator,
    add column use_class        text   not null default 'GENERAL',
    add column purchase_tax_fen bigint not null default 0 check (purchase_tax_fen >= 0),
    add column exemption_id     uuid;
alter table indicator add foreign key (acquisition_id) references acquisition deferrable initially deferred;

-- Exemption from the NEV share: with reason, document and approver, or it is none.
create table nev_exemption (
    id              uuid primary key,
    unit_id         uuid    not null,
    unit_path       text    not null,
    region_code     text    not null references region,
    year            integer not null,
    reason          text    not null check (reason in ('GEOGRAPHY', 'CLIMATE', 'NO_SUITABLE_MODEL', 'CHARGING_INFRASTRUCTURE')),
    explanation     text    not null,
    document_number text    not null,
    approved_by     text    not null,
    approved_at     timestamptz not null,
    acquisition_id  uuid unique references acquisition,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index nev_exemption_year on nev_exemption (year, region_code);
create index nev_exemption_path on nev_exemption (unit_path text_pattern_ops);
alter table acquisition add foreign key (exemption_id) references nev_exemption deferrable initially deferred;

-- Disposal 处置, from the application to the closing; the quota is free from the deregistration on.
create table disposal (
    id                uuid primary key,
    number            text   not null unique,
    vehicle_id        uuid   not null references vehicle,
    unit_id           uuid   not null,
    unit_path         text   not null,
    method            text   not null check (method in (
        'TRANSFER', 'AUCTION', 'TAKE_BACK', 'DONATION', 'SCRAPPING', 'LOSS')),
    receiver_unit_id  uuid references unit,
    receiver          text,
    reason            text   not null,
    status            text   not null check (status in (
        'APPLIED', 'APPRAISED', 'APPROVED', 'REJECTED', 'EXECUTED', 'INCOME_POSTED', 'DEREGISTERED', 'CLOSED', 'CANCELLED')),
    applied_by        text   not null,
    applied_at        timestamptz not null,
    appraised_fen     bigint check (appraised_fen >= 0),
    appraised_by      text,
    approved_by       text,
    approved_at       timestamptz,
    document_number   text,
    notice_from       date,
    notice_to         date,
    executed_on       date,
    income_fen        bigint check (income_fen >= 0),
    treasury_receipt  text,
    income_posted_on  date,
    deregistered_on   date,
    deregistration_number text,
    closed_at         timestamptz,
    decision_reason   text,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create unique index disposal_open on disposal (vehicle_id) where status not in ('REJECTED', 'CANCELLED');
create index disposal_path on disposal (unit_path text_pattern_ops);

-- Expense 费用 of a vehicle. Without an order it gives its reason.
create table expense (
    id             uuid primary key,
    vehicle_id     uuid   not null references vehicle,
    unit_id        uuid   not null,
    unit_path      text   not null,
    order_id       uuid references vehicle_order,
    no_order_reason text,
    kind           text   not null check (kind in (
        'FUEL', 'CHARGING', 'MAINTENANCE', 'INSURANCE', 'TOLL', 'PARKING', 'INSPECTION', 'RENTAL', 'SAFETY_BONUS', 'OTHER')),
    incurred_at    timestamptz not null,
    amount_fen     bigint not null check (amount_fen > 0),
    quantity       double precision check (quantity > 0),
    quantity_unit  text check (quantity_unit in ('L', 'kWh', 'kg')),
    product        text,
    supplier       text   not null,
    designated     boolean not null,
    invoice_number text,
    odometer_km    bigint check (odometer_km >= 0),
    latitude       double precision check (latitude between -90 and 90),
    longitude      double precision check (longitude between -180 and 180),
    source         text   not null check (source in ('AUTOMATIC', 'MANUAL', 'IMPORT')),
    recorded_by    text   not null,
    recorded_at    timestamptz not null,
    check (order_id is not null or no_order_reason is not null),
    check ((quantity is null) = (quantity_unit is null)),
    check ((latitude is null) = (longitude is null)),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
comment on column expense.designated is 'at a fixed supplier 定点加油、定点维修、定点保险';
create index expense_vehicle on expense (vehicle_id, incurred_at);
create index expense_path on expense (unit_path text_pattern_ops);
create index expense_invoice on expense (invoice_number) where invoice_number is not null;

-- Calendar of the State Council 国务院办公厅放假通知: days off, and workdays at weekends 调休. Other days follow the week.
create table calendar_day (
    day      date primary key,
    kind     text not null check (kind in ('HOLIDAY', 'WORKDAY')),
    name     text not null,
    document text not null
);

-- Findings 线索: leads, one per episode, from raised to closed or transferred.
create table finding (
    id          uuid primary key,
    detector    text   not null check (detector ~ '^V[0-9]{2}$'),
    episode     text   not null,
    vehicle_id  uuid references vehicle,
    unit_id     uuid   not null,
    unit_path   text   not null,
    severity    text   not null check (severity in ('INFO', 'YELLOW', 'RED')),
    status      text   not null check (status in ('RAISED', 'EXPLAINING', 'CLOSED', 'TRANSFERRED')),
    occurred_from timestamptz not null,
    occurred_to   timestamptz not null check (occurred_to >= occurred_from),
    message     text   not null,
    message_en  text   not null,
    clause      text   not null,
    evidence    text   not null check (jsonb_typeof(evidence::jsonb) = 'object'),
    raised_at   timestamptz not null,
    due_on      date   not null,
    explanation text,
    explained_by text,
    explained_at timestamptz,
    reviewed_by text,
    reviewed_at timestamptz,
    outcome     text check (outcome in ('JUSTIFIED', 'CONFIRMED', 'UNFOUNDED')),
    reason      text,
    unique (detector, episode),
    check (status not in ('CLOSED', 'TRANSFERRED') or (reviewed_by is not null and reason is not null)),
    check ((status = 'CLOSED') = (outcome is not null)),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
comment on column finding.episode is 'names the episode; a detector that sees the same one again adds nothing';
create index finding_path on finding (unit_path text_pattern_ops, status);
create index finding_vehicle on finding (vehicle_id);

do
$$
declare
    kept text;
begin
    foreach kept in array array ['procurement_plan', 'procurement_plan_item', 'indicator', 'nev_exemption', 'disposal',
        'expense', 'finding'] loop
        execute format('alter table %I enable row level security', kept);
        execute format('create policy %I on %I using (in_scope(unit_path))', kept || '_scope', kept);
        execute format('grant select, insert, update on %I to dispatch', kept);
    end loop;
end
$$;
grant delete on procurement_plan_item to dispatch;
grant select, insert, update, delete on calendar_day to dispatch;

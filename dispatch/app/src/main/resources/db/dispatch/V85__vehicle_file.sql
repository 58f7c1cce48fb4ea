-- One vehicle, one file 一车一档: marking, insurance, inspections, cards, photos, history. What belongs to a file moves with the
-- vehicle when it goes to another unit: the key to the vehicle carries the unit and follows it.
alter table vehicle
    add column nominal_kwh_per_100km double precision check (nominal_kwh_per_100km > 0),
    add column idle_since            timestamptz,
    add column replaced_by_id        uuid unique references vehicle,
    add constraint vehicle_of_unit unique (id, unit_id, unit_path);
comment on column vehicle.idle_since is 'when it became IDLE last; what waits long could serve another unit 调剂';
comment on column vehicle.replaced_by_id is
    'the renewal that replaces it 处置一辆、更新一辆: until it is deregistered both use one place of the quota';
update vehicle v
set idle_since = coalesce(last.returned_at, v.registered_on::timestamp at time zone 'Asia/Shanghai')
from vehicle same
         left join (select vehicle_id, max(returned_at) as returned_at from trip group by vehicle_id) last
                   on last.vehicle_id = same.id
where same.id = v.id and v.state = 'IDLE';
create index vehicle_idle on vehicle (category, idle_since) where idle_since is not null;

alter table terminal
    add column bound_on date,
    add constraint terminal_of_vehicle foreign key (vehicle_id, unit_id, unit_path)
        references vehicle (id, unit_id, unit_path) on update cascade;
comment on column terminal.bound_on is 'null where it was bound before this was kept';

-- Within how many working days after its registration a vehicle gets its terminal and its marking.
create table file_duty_rule (
    jurisdiction     text    not null check (jurisdiction ~ '^[0-9]{2}0000$'),
    duty             text    not null check (duty in ('TERMINAL', 'MARKING')),
    working_days     integer not null check (working_days between 1 and 250),
    clause           text    not null,
    article_verified boolean not null,
    effective_from   date    not null,
    effective_to     date check (effective_to > effective_from),
    primary key (jurisdiction, duty, effective_from),
    exclude using gist (jurisdiction with =, duty with =, daterange(effective_from, effective_to) with &&)
);
insert into file_duty_rule (jurisdiction, duty, working_days, clause, article_verified, effective_from)
values ('100000', 'TERMINAL', 10, '公务用车车载终端应装尽装（期限参照山东省征求意见稿：登记后 10 个工作日）', false, '2017-12-05'),
       ('100000', 'MARKING', 10, '公务用车统一标识（期限参照山东省征求意见稿：登记后 10 个工作日）', false, '2017-12-05');

create table vehicle_marking (
    vehicle_id    uuid primary key,
    unit_id       uuid not null,
    unit_path     text not null,
    marked_on     date,
    exempt_reason text,
    recorded_by   text not null,
    recorded_at   timestamptz not null,
    check (num_nonnulls(marked_on, exempt_reason) = 1),
    foreign key (vehicle_id, unit_id, unit_path) references vehicle (id, unit_id, unit_path) on update cascade
);

create table vehicle_insurance (
    id            uuid primary key,
    vehicle_id    uuid   not null,
    unit_id       uuid   not null,
    unit_path     text   not null,
    kind          text   not null check (kind in ('COMPULSORY', 'COMMERCIAL')),
    insurer       text   not null,
    policy_number text   not null,
    valid_from    date   not null,
    valid_to      date   not null check (valid_to > valid_from),
    premium_fen   bigint not null check (premium_fen >= 0),
    recorded_by   text   not null,
    recorded_at   timestamptz not null,
    foreign key (vehicle_id, unit_id, unit_path) references vehicle (id, unit_id, unit_path) on update cascade,
    constraint vehicle_insured_once
        exclude using gist (vehicle_id with =, kind with =, daterange(valid_from, valid_to) with &&)
);
comment on column vehicle_insurance.valid_to is 'the first day without cover';

create table vehicle_inspection (
    id             uuid primary key,
    vehicle_id     uuid not null,
    unit_id        uuid not null,
    unit_path      text not null,
    inspected_on   date not null,
    station        text not null,
    passed         boolean not null,
    valid_to       date check (valid_to > inspected_on),
    recorded_by    text not null,
    recorded_at    timestamptz not null,
    check (passed = (valid_to is not null)),
    constraint vehicle_inspected_once_a_day unique (vehicle_id, inspected_on),
    foreign key (vehicle_id, unit_id, unit_path) references vehicle (id, unit_id, unit_path) on update cascade
);

-- One vehicle, one card 一车一卡: of a kind a vehicle has one in use, and a card serves one vehicle.
create table vehicle_card (
    id          uuid primary key,
    vehicle_id  uuid not null,
    unit_id     uuid not null,
    unit_path   text not null,
    kind        text not null check (kind in ('FUEL', 'ETC', 'CHARGING')),
    number      text not null,
    issuer      text not null,
    issued_on   date not null,
    ended_on    date check (ended_on >= issued_on),
    recorded_by text not null,
    recorded_at timestamptz not null,
    foreign key (vehicle_id, unit_id, unit_path) references vehicle (id, unit_id, unit_path) on update cascade
);
create unique index vehicle_card_in_use on vehicle_card (vehicle_id, kind) where ended_on is null;
create unique index vehicle_card_number on vehicle_card (kind, number) where ended_on is null;
create index vehicle_card_vehicle on vehicle_card (vehicle_id);

create table vehicle_photo (
    id         uuid primary key,
    vehicle_id uuid    not null,
    unit_id    uuid    not null,
    unit_path  text    not null,
    subject    text    not null check (subject in ('FRONT', 'SIDE', 'REAR', 'INTERIOR', 'MARKING', 'CERTIFICATE')),
    media_type text    not null check (media_type in ('image/jpeg', 'image/png')),
    width_px   integer not null check (width_px > 0),
    height_px  integer not null check (height_px > 0),
    content    bytea   not null check (octet_length(content) between 1 and 2097152),
    added_by   text    not null,
    added_at   timestamptz not null,
    foreign key (vehicle_id, unit_id, unit_path) references vehicle (id, unit_id, unit_path) on update cascade
);
create index vehicle_photo_vehicle on vehicle_photo (vehicle_id, id);

-- Every change of status, with who, when and why; only ever added to.
create table vehicle_change (
    id         uuid primary key,
    vehicle_id uuid not null,
    unit_id    uuid not null,
    unit_path  text not null,
    aspect     text not null check (aspect in (
        'REGISTRATION', 'STATE', 'UNIT', 'PARTICULARS', 'CONFIDENTIALITY', 'REPLACEMENT', 'DISPOSAL')),
    from_value text,
    to_value   text not null,
    reason     text not null,
    changed_by text not null,
    changed_at timestamptz not null,
    foreign key (vehicle_id, unit_id, unit_path) references vehicle (id, unit_id, unit_path) on update cascade
);
create index vehicle_change_vehicle on vehicle_change (vehicle_id, id);
create index vehicle_insurance_valid_to on vehicle_insurance (valid_to);
create index vehicle_inspection_vehicle on vehicle_inspection (vehicle_id, inspected_on);

do
$$
declare
    kept text;
begin
    foreach kept in array array ['vehicle_marking', 'vehicle_insurance', 'vehicle_inspection', 'vehicle_card', 'vehicle_photo',
        'vehicle_change'] loop
        execute format('create index %I on %I (unit_path text_pattern_ops)', kept || '_path', kept);
        execute format('alter table %I enable row level security', kept);
        execute format('create policy %I on %I using (in_scope(unit_path))', kept || '_scope', kept);
        execute format('grant select, insert on %I to dispatch', kept);
    end loop;
end
$$;
grant update on vehicle_marking, vehicle_card to dispatch;
grant delete on vehicle_photo to dispatch;
grant select on file_duty_rule to dispatch;

-- A confidential vehicle is counted, never shown: what carries its plate elsewhere (an order as issued, a decision) shows none
-- while it is confidential, whoever reads. The rows stay, so counts do.
create function conceal_vehicle() returns trigger
    language plpgsql security definer
    set search_path = dispatch, pg_temp
as
$$
declare
    shown text := case when new.confidential then '涉密' else new.plate end;
begin
    update vehicle_order set plate = shown where vehicle_id = new.id;
    update use_request r set order_plate = shown from vehicle_order o where o.vehicle_id = new.id and r.order_id = o.id;
    update trip set plate = shown where vehicle_id = new.id;
    update plan_item set plate = shown where vehicle_id = new.id;
    update acquisition set plate = shown where vehicle_id = new.id;
    return new;
end
$$;
revoke all on function conceal_vehicle from public;
create trigger vehicle_concealed after update of confidential on vehicle
    for each row when (old.confidential is distinct from new.confidential) execute function conceal_vehicle();

-- VINs and plates are unique over all units. A form may ask whether one is taken, by whom is not told.
create function vehicles_taken(vins text[], plates text[]) returns table (kind text, value text)
    language sql stable security definer
    set search_path = dispatch, pg_temp
as
$$
select 'VIN', v.vin from vehicle v where v.vin = any (vins)
union all
select 'PLATE', v.plate from vehicle v where v.plate = any (plates) and v.disposed_on is null
$$;
revoke all on function vehicles_taken from public;
grant execute on function vehicles_taken to dispatch;

-- Batteries on file 续航、充电功率: how far an electric vehicle comes by its maker, and how fast it charges.
alter table vehicle
    add column electric_range_km integer check (electric_range_km between 20 and 1500),
    add column charging_power_kw double precision check (charging_power_kw between 1 and 600),
    add constraint vehicle_battery_of_plugged_in check (
        electric_range_km is null and charging_power_kw is null or energy_type in ('BEV', 'PHEV', 'EREV'));
comment on column vehicle.electric_range_km is
    'with a full battery by its maker; of a hybrid its electric part. A BEV without one counts as never short, a hybrid never is';
comment on column vehicle.charging_power_kw is 'the most it takes at a fast charger';

-- What a place reckons of batteries with; the most specific row counts. Figures of this installation, to be replaced by measured ones.
create table battery_rule (
    id                      bigint primary key default nextval('rule_row_id'),
    jurisdiction            text    not null check (jurisdiction ~ '^[0-9]{6}$'),
    usable_percent          integer not null check (usable_percent between 30 and 100),
    default_kwh_per_100km   double precision not null check (default_kwh_per_100km between 5 and 200),
    default_power_kw        double precision not null check (default_power_kw between 1 and 600),
    nearest_chargers        integer not null check (nearest_chargers between 1 and 20),
    source                  text    not null,
    clause                  text    not null,
    effective_from          date    not null,
    effective_to            date check (effective_to > effective_from),
    exclude using gist (jurisdiction with =, daterange(effective_from, effective_to) with &&)
);
comment on column battery_rule.usable_percent is 'share of the maker''s range that is planned with: weather, age, motorways';
comment on column battery_rule.default_kwh_per_100km is 'consumption by its maker of a vehicle whose file has none';
comment on column battery_rule.default_power_kw is 'what a vehicle takes whose file does not say';
comment on column battery_rule.nearest_chargers is 'so many of the chargers a vehicle may use, the nearest to where it is parked, are planned with';
comment on column battery_rule.source is 'where the figures come from';
insert into battery_rule (
    jurisdiction, usable_percent, default_kwh_per_100km, default_power_kw, nearest_chargers, source, clause, effective_from)
values ('100000', 80, 15, 40, 4, 'estimate', '平台调度规则（battery_rule）：续航与充电', '2017-12-05');
grant select on battery_rule to dispatch;

-- Where the vehicle of a planned order charges before it, as the charger was called then.
alter table plan_item
    add column charge_name      text,
    add column charge_latitude  double precision,
    add column charge_longitude double precision,
    add column charge_from      timestamptz,
    add column charge_to        timestamptz check (charge_to > charge_from),
    add check (num_nonnulls(charge_name, charge_latitude, charge_longitude, charge_from, charge_to) in (0, 5));

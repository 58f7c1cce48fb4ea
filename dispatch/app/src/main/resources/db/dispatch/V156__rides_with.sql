-- Riders of several requests in one vehicle 合乘: one order leads, which holds vehicle and driver from the first pick-up to the last
-- drop-off; the others ride with it. Each is the order of its own request and has its own number.
alter table vehicle_order
    add column rides_with uuid,
    add column shared     boolean not null default false,
    add column dropoff_at timestamptz,
    add constraint vehicle_order_crew unique (id, vehicle_id, driver_id),
    add constraint vehicle_order_same_crew foreign key (rides_with, vehicle_id, driver_id)
        references vehicle_order (id, vehicle_id, driver_id) on update cascade deferrable initially deferred,
    add constraint vehicle_order_not_itself check (rides_with <> id),
    drop constraint vehicle_order_vehicle_free,
    drop constraint vehicle_order_driver_free,
    add constraint vehicle_order_vehicle_free
        exclude using gist (vehicle_id with =, tstzrange(starts_at, ends_at) with &&)
        where (status <> 'CANCELLED' and rides_with is null) deferrable initially immediate,
    add constraint vehicle_order_driver_free
        exclude using gist (driver_id with =, tstzrange(starts_at, ends_at) with &&)
        where (status <> 'CANCELLED' and rides_with is null) deferrable initially immediate;
comment on column vehicle_order.rides_with is 'the order that leads: it has the vehicle, the driver and the trip; null for one that leads or is alone';
comment on column vehicle_order.shared is 'others ride, or rode, with it';
comment on column vehicle_order.dropoff_at is 'when the riders of an order that leads should be there; it holds the vehicle until the last are';
create index vehicle_order_riders on vehicle_order (rides_with) where rides_with is not null;

drop index vehicle_order_vehicle_on_road;
drop index vehicle_order_driver_on_road;
create unique index vehicle_order_vehicle_on_road on vehicle_order (vehicle_id)
    where status in ('DEPARTED', 'ARRIVED') and rides_with is null;
create unique index vehicle_order_driver_on_road on vehicle_order (driver_id)
    where status in ('DEPARTED', 'ARRIVED') and rides_with is null;
drop index vehicle_order_overdue;
create index vehicle_order_overdue on vehicle_order (coalesce(late_check_at, ends_at))
    where status in ('DEPARTED', 'ARRIVED') and rides_with is null;

-- What rides with another is never itself led, and nobody is left behind by an order that is over; looked at when the transaction ends.
create function order_is_led() returns trigger
    language plpgsql security definer set search_path = dispatch, pg_temp as
$$
declare
    one record;
begin
    select o.rides_with, o.status into one from vehicle_order o where o.id = new.id;
    if one.rides_with is not null and exists (
        select from vehicle_order other
        where other.id = one.rides_with and other.rides_with is not null or other.rides_with = new.id) then
        raise exception 'order % rides with one that rides itself', new.id
            using errcode = 'check_violation', constraint = 'vehicle_order_led_once';
    end if;
    if one.rides_with is null and one.status in ('RETURNED', 'CLOSED', 'CANCELLED', 'NO_SHOW') and exists (
        select from vehicle_order other
        where other.rides_with = new.id and other.status in ('ASSIGNED', 'ACCEPTED', 'DEPARTED', 'ARRIVED')) then
        raise exception 'order % is over and others ride with it', new.id
            using errcode = 'check_violation', constraint = 'vehicle_order_leads_on';
    end if;
    return null;
end
$$;
create constraint trigger vehicle_order_led_once after insert or update of rides_with on vehicle_order
    deferrable initially deferred for each row when (new.rides_with is not null) execute function order_is_led();
create constraint trigger vehicle_order_leads_on after update of status on vehicle_order
    deferrable initially deferred for each row
    when (new.shared and new.status in ('RETURNED', 'CLOSED', 'CANCELLED', 'NO_SHOW')) execute function order_is_led();

-- A use is priced once: by the order that leads, whose kilometres they are.
drop trigger vehicle_order_charged on vehicle_order;
create trigger vehicle_order_charged after update of status on vehicle_order
    for each row when (new.sharing in ('CROSS_DEPARTMENT', 'CROSS_REGION') and new.status <> old.status
        and new.status in ('CLOSED', 'CANCELLED', 'NO_SHOW') and new.rides_with is null)
    execute function charge_ended_order();

-- What a driver is engaged with, as before; who rides with an order is at the wheel no longer for it.
create or replace function driver_engagement(driver uuid, period_from timestamptz, period_to timestamptz)
    returns table (kind text, id uuid, starts_at timestamptz, ends_at timestamptz, pickup_latitude double precision,
                   pickup_longitude double precision, dropoff_latitude double precision, dropoff_longitude double precision)
    language plpgsql stable security definer
    set search_path = dispatch, pg_temp
as
$$
#variable_conflict use_column
begin
    return query
        select 'ROTA', driver, r.first, r.last, null::double precision, null::double precision, null::double precision,
               null::double precision
        from (select (select s.starts_at from driver_shift s where s.driver_id = driver and s.status = 'PLANNED'
                      order by s.starts_at limit 1) as first,
                     (select s.ends_at from driver_shift s where s.driver_id = driver and s.status = 'PLANNED'
                      order by s.ends_at desc limit 1) as last) r
        where r.first is not null
        union all
        select 'SHIFT', s.id, s.starts_at, s.ends_at, null, null, null, null
        from driver_shift s
        where s.driver_id = driver and s.status = 'PLANNED' and s.starts_at < period_to
          and s.starts_at > period_from - interval '24 hours' and s.ends_at > period_from
        union all
        select 'LEAVE', l.id, l.starts_at, l.ends_at, null, null, null, null
        from driver_leave l
        where l.driver_id = driver and l.status = 'APPROVED' and tstzrange(l.starts_at, l.ends_at) && tstzrange(period_from, period_to)
        union all
        select 'ORDER', o.id, o.starts_at, o.ends_at, o.pickup_latitude, o.pickup_longitude, o.dropoff_latitude, o.dropoff_longitude
        from vehicle_order o
        where o.driver_id = driver and o.status <> 'CANCELLED' and o.rides_with is null and o.starts_at < o.ends_at
          and tstzrange(o.starts_at, o.ends_at) && tstzrange(period_from, period_to);
end
$$;

create or replace view driver_order with (security_invoker = true) as
select o.id, o.number, o.status, o.driver_id, o.starts_at, o.ends_at
from vehicle_order o
where o.status <> 'CANCELLED' and o.rides_with is null and o.starts_at < o.ends_at;

-- An order that gave its vehicle to an emergency, and the one it rode with: they get their vehicle back together.
alter table preemption add column rode_with uuid references vehicle_order;
comment on column preemption.rode_with is 'the order it rode with when it was preempted; null for one that led or was alone';

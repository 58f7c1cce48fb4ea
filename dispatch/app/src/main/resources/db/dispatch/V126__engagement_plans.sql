-- What a driver is engaged with, as before; but its plans stay with the connection, for it is asked for every order.
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
        where o.driver_id = driver and o.status <> 'CANCELLED' and o.starts_at < o.ends_at
          and tstzrange(o.starts_at, o.ends_at) && tstzrange(period_from, period_to);
end
$$;

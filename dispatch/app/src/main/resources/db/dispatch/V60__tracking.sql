-- The latest position of each vehicle, for the map; a projection of the telematics stream.
create table latest_position (
    vehicle_id  uuid primary key references vehicle,
    reported_at timestamptz not null,
    latitude    double precision not null check (latitude between -90 and 90),
    longitude   double precision not null check (longitude between -180 and 180),
    speed_kmh   double precision not null,
    heading_deg integer not null,
    ignition_on boolean not null
);
grant select, insert, update on latest_position to dispatch;

-- Visible where the vehicle is: the inner query is itself under the vehicle's policy.
alter table latest_position enable row level security;
create policy latest_position_scope on latest_position
    using (exists (select from vehicle v where v.id = vehicle_id));

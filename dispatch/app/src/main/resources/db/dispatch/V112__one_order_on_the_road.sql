-- A vehicle and a driver are on the road for one order at a time, whatever later ones they are promised for.
create unique index vehicle_order_vehicle_on_road on vehicle_order (vehicle_id) where status in ('DEPARTED', 'ARRIVED');
create unique index vehicle_order_driver_on_road on vehicle_order (driver_id) where status in ('DEPARTED', 'ARRIVED');

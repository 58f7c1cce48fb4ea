-- Kilometres and quantities of one vehicle in a year: single-vehicle accounting 单车核算 and the electric share.
create index trip_vehicle on trip (vehicle_id, returned_at) where status = 'CLOSED';
create index expense_unit on expense (unit_id, id);

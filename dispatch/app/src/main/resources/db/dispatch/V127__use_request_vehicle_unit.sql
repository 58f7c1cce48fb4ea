-- Most requests have a vehicle only when they have been decided; until then this index need not be kept.
drop index use_request_vehicle_unit;
create index use_request_vehicle_unit on use_request (vehicle_unit_path text_pattern_ops) where vehicle_unit_path is not null;

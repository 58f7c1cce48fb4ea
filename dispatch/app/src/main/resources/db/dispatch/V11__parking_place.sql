-- Fixed parking 定点停放: where the vehicles of a unit are kept.
create table parking_place (
    unit_id   uuid primary key,
    unit_path text not null,
    name      text not null,
    latitude  double precision not null check (latitude between -90 and 90),
    longitude double precision not null check (longitude between -180 and 180),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
alter table parking_place enable row level security;
create policy parking_place_scope on parking_place using (in_scope(unit_path));
grant select, insert, update on parking_place to dispatch;

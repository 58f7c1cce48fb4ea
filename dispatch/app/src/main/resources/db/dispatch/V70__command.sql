-- Commands to terminals 终端指令 as they were given; how far they have come is known to telematics.
create table terminal_command (
    id          uuid primary key,
    vehicle_id  uuid not null references vehicle,
    unit_id     uuid not null,
    unit_path   text not null,
    issuer_id   uuid not null,
    issuer_name text not null,
    type        text not null,
    instruction text not null,
    issued_at   timestamptz not null,
    expires_at  timestamptz not null,
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    check (expires_at > issued_at)
);
create index terminal_command_vehicle on terminal_command (vehicle_id, id);

alter table terminal_command enable row level security;
create policy terminal_command_scope on terminal_command using (in_scope(unit_path));

grant select, insert on terminal_command to dispatch;

-- Alarms of active-safety equipment 主动安全报警 that came with positions, with attachments or without.
create table safety_alarm (
    vehicle_id  uuid        not null,
    reported_at timestamptz not null,
    source      smallint    not null,
    number      bigint      not null,
    phase       smallint    not null,
    type        smallint    not null,
    level       smallint    not null,
    received_at timestamptz not null,
    event_id    uuid        not null,
    primary key (vehicle_id, reported_at, source, number, phase)
);
comment on column safety_alarm.source is 'number of the item of 0x0200: 100 (0x64) ADAS, 101 DSM, 102 TPMS, 103 BSD, 112 (0x70) aggressive driving';
grant select, insert on safety_alarm to telemetry;

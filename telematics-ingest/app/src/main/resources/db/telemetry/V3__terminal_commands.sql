-- Commands to terminals (终端指令): what is to be delivered, and how far it has come. Survives the gateway.
create table terminal_command (
    -- the order in which they came, which is the order in which they are delivered
    seq             bigint      not null generated always as identity,
    command_id      uuid        primary key,
    vehicle_id      uuid        not null,
    type            text        not null,
    payload         jsonb       not null,
    -- whether it may be sent again when nobody knows whether it arrived
    repeatable      boolean     not null,
    -- id of the message that answers it; null when a general response (0x0001) is all there is
    answer_id       integer     check (answer_id between 0 and 65535),
    state           text        not null check (state in
                        ('QUEUED', 'SENT', 'ACKNOWLEDGED', 'ANSWERED', 'FAILED', 'EXPIRED')),
    result          smallint,
    detail          text,
    answer          jsonb,
    serial          integer     check (serial between 0 and 65535),
    attempts        integer     not null default 0,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    sent_at         timestamptz,
    acknowledged_at timestamptz,
    answered_at     timestamptz
);
comment on column terminal_command.serial is 'number of the first frame (流水号) it went out under, by which the terminal answers';
create index terminal_command_vehicle on terminal_command (vehicle_id, state, seq);
create index terminal_command_expiry on terminal_command (expires_at) where state = 'QUEUED';
create index terminal_command_open on terminal_command (vehicle_id) where state in ('QUEUED', 'SENT');

grant select, insert, update on terminal_command to telemetry;

-- Alarms of active-safety systems whose attachments the platform asked for with 0x9208. A terminal that brings
-- attachments shows the number: it is random and known to nobody else.
create table attachment_request (
    alarm_number text             primary key check (alarm_number ~ '^[0-9a-f]{32}$'),
    vehicle_id   uuid             not null,
    phone        text             not null,
    alarm_id     text             not null,
    source       smallint         not null,
    alarm_type   smallint         not null,
    raised_at    timestamptz,
    reported_at  timestamptz      not null,
    latitude     double precision not null check (latitude between -90 and 90),
    longitude    double precision not null check (longitude between -180 and 180),
    located      boolean          not null,
    announced    smallint         not null check (announced between 1 and 255),
    asked_at     timestamptz      not null,
    opened_at    timestamptz,
    unique (vehicle_id, alarm_id)
);
comment on column attachment_request.alarm_id is 'what of the alarm identification number (报警标识号) tells alarms of one vehicle apart';
comment on column attachment_request.reported_at is 'with vehicle_id the position that told of the alarm';
comment on column attachment_request.opened_at is 'when a terminal first came with the number; until then it may be asked again';

-- Photos, recordings, videos and alarm attachments. The bytes are in the object store under object_key; a row without
-- one was only announced (0x0800).
create table media (
    id                uuid        primary key,
    vehicle_id        uuid        not null,
    phone             text        not null,
    terminal_media_id bigint      check (terminal_media_id between 0 and 4294967295),
    alarm_number      text        references attachment_request,
    kind              text        not null check (kind in ('IMAGE', 'AUDIO', 'VIDEO', 'TEXT', 'OTHER')),
    claimed_type      text,
    trigger           smallint,
    channel           smallint,
    name              text,
    taken_at          timestamptz not null,
    reported_at       timestamptz,
    latitude          double precision check (latitude between -90 and 90),
    longitude         double precision check (longitude between -180 and 180),
    located           boolean,
    received_at       timestamptz not null,
    content_type      text,
    size_bytes        bigint      check (size_bytes >= 0),
    sha256            text        check (sha256 ~ '^[0-9a-f]{64}$'),
    object_key        text,
    check (num_nonnulls(terminal_media_id, alarm_number) = 1),
    check ((alarm_number is null) = (name is null)),
    check (num_nonnulls(object_key, sha256, size_bytes, content_type) in (0, 4)),
    check (num_nonnulls(reported_at, latitude, longitude, located) in (0, 4))
);
comment on column media.reported_at is 'with vehicle_id the position where it was taken';

-- A terminal that heard no answer sends again: the same content under the same number is one medium.
create unique index media_sent_once on media (vehicle_id, terminal_media_id, sha256)
    where terminal_media_id is not null and object_key is not null;
create unique index media_announced_once on media (vehicle_id, terminal_media_id)
    where terminal_media_id is not null and object_key is null;
create unique index media_attached_once on media (alarm_number, name, sha256) where alarm_number is not null;
create index media_taken on media (vehicle_id, taken_at desc, id desc);
create index media_received on media (vehicle_id, received_at);

grant select, insert, update on attachment_request to telemetry;
grant select, insert, update on media to telemetry;

-- Every state change is told three times: in the audit trail with what it was before and after, on the stream, and to open consoles.
alter table audit_entry
    add column origin       text,
    add column subject_kind text,
    add column subject_id   uuid,
    add column before       text,
    add column after        text;
comment on column audit_entry.origin is 'network address the caller came from; null for the platform itself';
create index audit_entry_subject on audit_entry (subject_id, id) where subject_id is not null;

-- Optimistic locking: what a caller read is what they change (ETag, If-Match).
alter table use_request add column version bigint not null default 0;
alter table vehicle_order add column version bigint not null default 0;
alter table trip add column version bigint not null default 0;

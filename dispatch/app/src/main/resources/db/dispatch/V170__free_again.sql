-- Guests whose vehicle an emergency took are looked for while their time is to come, and offered it again when it is over.
create index service_case_withdrawn on service_case (starts_at) where role = 'HOST' and status = 'CANCELLED';
create index preemption_request on preemption (request_id);
comment on column preemption.outcome is
    'RESTORED: the same vehicle again; QUEUED: waits before all others; SERVED: had another vehicle meanwhile; LAPSED: too late, or the request is gone';

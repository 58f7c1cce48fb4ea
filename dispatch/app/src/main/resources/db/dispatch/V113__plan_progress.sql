-- How far the solving of a plan is, and how good it is, proven.
alter table dispatch_plan
    add column progress_cost_fen bigint,
    add column progress_served   integer check (progress_served between 0 and progress_rides),
    add column progress_rides    integer,
    add column progress_ms       bigint check (progress_ms >= 0),
    add column bound_cost_fen    bigint,
    add column bound_gap_percent double precision,
    add column bound_relaxation  text,
    add column bound_vehicles    integer check (bound_vehicles >= 0),
    add check (num_nonnulls(progress_cost_fen, progress_served, progress_rides, progress_ms) in (0, 4)),
    add check (num_nonnulls(bound_cost_fen, bound_gap_percent, bound_relaxation, bound_vehicles) in (0, 4));

-- What a unit offers to others 共享. An offer is seen by its unit and by those who may use it; it never changes but to end.
create table pool_offer (
    id           uuid primary key,
    unit_id      uuid    not null,
    unit_path    text    not null,
    unit_name    text    not null,
    name         text    not null check (char_length(name) between 1 and 100),
    status       text    not null check (status in ('OPEN', 'WITHDRAWN')),
    units_below  boolean not null,
    free         boolean not null,
    tariff_id    uuid,
    terms        text    not null check (jsonb_typeof(terms::jsonb) = 'object'),
    valid_from   date    not null,
    valid_to     date    not null,
    cutoff_hours integer not null check (cutoff_hours between 0 and 720),
    created_by   text    not null,
    created_at   timestamptz not null,
    version      bigint  not null default 0,
    constraint pool_offer_period check (valid_to > valid_from),
    constraint pool_offer_priced_or_free check (free = (tariff_id is null)),
    constraint pool_offer_not_negative check (not has_negative(terms::jsonb)),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
comment on column pool_offer.units_below is 'a superior''s row: also the vehicles of all units below it';
comment on column pool_offer.cutoff_hours is 'until so long before the departure the owner''s own need comes first; then the loan is firm';
create index pool_offer_unit on pool_offer (unit_path text_pattern_ops);
create index pool_offer_tariff on pool_offer (tariff_id);

-- Who may use it: these units and those below them.
create table pool_offer_user (
    offer_id  uuid not null references pool_offer,
    unit_id   uuid not null,
    unit_path text not null,
    unit_name text not null,
    primary key (offer_id, unit_id),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);
create index pool_offer_user_unit on pool_offer_user (unit_path text_pattern_ops);

-- A function of the owner: offer and users see each other, their policies would not end.
create function offer_concerns(of_offer uuid) returns boolean
    language sql stable security definer
    set search_path = dispatch, pg_temp
as
$$
select exists (select from pool_offer_user u where u.offer_id = of_offer and concerns_scope(u.unit_path))
    or exists (select from pool_offer o where o.id = of_offer and in_scope(o.unit_path));
$$;

alter table pool_offer enable row level security;
create policy pool_offer_scope on pool_offer
    using (in_scope(unit_path) or offer_concerns(id)) with check (in_scope(unit_path));
alter table pool_offer_user enable row level security;
create policy pool_offer_user_scope on pool_offer_user using (offer_concerns(offer_id)) with check (true);

drop policy tariff_scope on tariff;
create policy tariff_scope on tariff
    using (concerns_scope(unit_path)
        or exists (select from agreement a where a.tariff_id = tariff.id)
        or exists (select from pool_offer o where o.tariff_id = tariff.id))
    with check (in_scope(unit_path));

-- On what basis an order has another unit's vehicle, and what it was expected to cost. Orders of before have none.
create table order_basis (
    order_id       uuid primary key references vehicle_order,
    offer_id       uuid references pool_offer,
    agreement_id   uuid references agreement,
    firm_from      timestamptz,
    tariff_id      uuid,
    tariff_version integer,
    estimated_m    bigint not null check (estimated_m >= 0),
    estimate_fen   bigint not null check (estimate_fen >= 0),
    foreign key (tariff_id, tariff_version) references tariff (id, tariff_version),
    check (num_nonnulls(offer_id, agreement_id) = 1),
    check (num_nonnulls(tariff_id, tariff_version) in (0, 2)),
    check (tariff_id is not null or estimate_fen = 0),
    check ((firm_from is null) = (offer_id is null))
);
comment on column order_basis.firm_from is 'from this moment the owner may not take the vehicle back';
create index order_basis_agreement on order_basis (agreement_id) where agreement_id is not null;
create index order_basis_offer on order_basis (offer_id) where offer_id is not null;
alter table order_basis enable row level security;
create policy order_basis_scope on order_basis
    using (exists (select from vehicle_order o where o.id = order_basis.order_id));

-- How much one party uses another's vehicles under an agreement. The caps are of all its units, so it counts whatever the
-- scope, and it gives away numbers only.
create function agreement_use(of_agreement uuid, home text, host text, use_from timestamptz, use_to timestamptz,
                              month_from timestamptz, month_to timestamptz, instead uuid)
    returns table (vehicles bigint, uses bigint, distance_m bigint, price_fen bigint)
    language sql stable security definer
    set search_path = dispatch, pg_temp
as
$$
select count(*) filter (where o.starts_at < use_to and o.ends_at > use_from),
       count(*) filter (where o.starts_at >= month_from and o.starts_at < month_to),
       coalesce(sum(coalesce((t.odometer_end_km - t.odometer_start_km) * 1000, b.estimated_m))
           filter (where o.starts_at >= month_from and o.starts_at < month_to), 0)::bigint,
       coalesce(sum(b.estimate_fen) filter (where o.starts_at >= month_from and o.starts_at < month_to), 0)::bigint
from order_basis b
         join vehicle_order o on o.id = b.order_id
         left join trip t on t.order_id = o.id
where b.agreement_id = of_agreement and o.status not in ('CANCELLED', 'NO_SHOW') and o.id <> instead
  and starts_with(o.request_unit_path, home) and starts_with(o.vehicle_unit_path, host)
$$;

grant select, insert on pool_offer, pool_offer_user to dispatch;
grant update (status, version) on pool_offer to dispatch;
grant select, insert, update, delete on order_basis to dispatch;

-- Sharing has a price and terms. Rows of authorities bind the units below them, so those read them too.

-- Whether a row of this unit binds or concerns whoever looks: it is in their scope, or they are below it.
create function concerns_scope(path text) returns boolean
    language sql stable parallel safe
    return in_scope(path) or starts_with(nullif(current_setting('motorpool.scope', true), ''), path);

create function has_negative(terms jsonb) returns boolean
    language sql immutable parallel safe
    return jsonb_path_exists(terms, '$.** ? (@.type() == "number" && @ < 0)');

-- Tariffs 收费标准, version by version. Published versions of one tariff never overlap, and nothing but their end changes.
create table tariff (
    id             uuid    not null,
    tariff_version integer not null check (tariff_version > 0),
    unit_id        uuid    not null,
    unit_path      text    not null,
    unit_name      text    not null,
    name           text    not null check (char_length(name) between 1 and 100),
    status         text    not null check (status in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    free           boolean not null,
    rates          text    not null check (jsonb_typeof(rates::jsonb) = 'array'),
    pass_through   text    not null check (jsonb_typeof(pass_through::jsonb) = 'array'),
    rounding       text    not null check (jsonb_typeof(rounding::jsonb) = 'object'),
    effective_from date    not null,
    effective_to   date,
    created_by     text    not null,
    created_at     timestamptz not null,
    version        bigint  not null default 0,
    primary key (id, tariff_version),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    constraint tariff_period check (effective_to > effective_from),
    constraint tariff_priced_or_free check (free = (jsonb_array_length(rates::jsonb) = 0)),
    constraint tariff_not_negative check (not has_negative(rates::jsonb)),
    constraint tariff_no_overlap
        exclude using gist (id with =, daterange(effective_from, effective_to) with &&) where (status = 'PUBLISHED')
);
comment on column tariff.rates is 'fen; as TariffApi.Rate';
comment on column tariff.effective_to is 'the day after the last';
create index tariff_unit on tariff (unit_path text_pattern_ops);

create function keep_published_tariff() returns trigger
    language plpgsql as $$
begin
    if old.status <> 'DRAFT' and
       (new.id, new.tariff_version, new.unit_id, new.name, new.free, new.rates, new.pass_through, new.rounding,
        new.effective_from) is distinct from
       (old.id, old.tariff_version, old.unit_id, old.name, old.free, old.rates, old.pass_through, old.rounding,
        old.effective_from) then
        raise exception 'tariff % version % is published and does not change', old.id, old.tariff_version;
    end if;
    return new;
end $$;
create trigger tariff_published before update on tariff for each row execute function keep_published_tariff();

-- Agreements 协议 between authorities.
create table agreement (
    id           uuid primary key,
    number       text not null constraint agreement_number_once unique check (char_length(number) between 1 and 60),
    title        text not null check (char_length(title) between 1 and 200),
    status       text not null check (status in ('DRAFT', 'OFFERED', 'IN_FORCE', 'ENDED', 'EXPIRED')),
    valid_from   date not null,
    valid_to     date not null,
    terms        text not null check (jsonb_typeof(terms::jsonb) = 'object'),
    tariff_id    uuid not null,
    end_reason   text,
    created_by   text not null,
    created_at   timestamptz not null,
    version      bigint not null default 0,
    constraint agreement_period check (valid_to > valid_from),
    constraint agreement_not_negative check (not has_negative(terms::jsonb)),
    check ((status = 'ENDED') = (end_reason is not null))
);
comment on column agreement.valid_to is 'the day after the last';
create index agreement_running on agreement (valid_to) where status = 'IN_FORCE';
create index agreement_tariff on agreement (tariff_id);

-- Nobody signs for two parties.
create table agreement_party (
    agreement_id uuid     not null references agreement,
    position     smallint not null check (position >= 0),
    unit_id      uuid     not null,
    unit_path    text     not null,
    unit_name    text     not null,
    region_code  text     not null references region,
    signed_by    text,
    signed_at    timestamptz,
    primary key (agreement_id, unit_id),
    unique (agreement_id, position),
    constraint agreement_signed_once unique (agreement_id, signed_by),
    foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
    check ((signed_by is null) = (signed_at is null))
);
create index agreement_party_unit on agreement_party (unit_path text_pattern_ops);

-- Whether whoever looks belongs to a party. A function of the owner: the parties see each other, their policies would not end.
create function party_of(of_agreement uuid) returns boolean
    language sql stable security definer
    set search_path = dispatch, pg_temp
as
$$
select exists (select from agreement_party p where p.agreement_id = of_agreement and concerns_scope(p.unit_path));
$$;

-- An agreement is in force when all have signed; what they signed does not change.
create function keep_signed_agreement() returns trigger
    language plpgsql as $$
begin
    if old.status <> 'DRAFT' and
       (new.number, new.title, new.valid_from, new.valid_to, new.terms, new.tariff_id) is distinct from
       (old.number, old.title, old.valid_from, old.valid_to, old.terms, old.tariff_id) then
        raise exception 'agreement % is offered and does not change', old.number;
    end if;
    if new.status = 'IN_FORCE' and old.status <> 'IN_FORCE' and
       exists (select from agreement_party p where p.agreement_id = new.id and p.signed_by is null) then
        raise exception 'agreement % is not signed by all', old.number;
    end if;
    return new;
end $$;
create trigger agreement_signed before update on agreement for each row execute function keep_signed_agreement();

alter table tariff enable row level security;
create policy tariff_scope on tariff
    using (concerns_scope(unit_path) or exists (select from agreement a where a.tariff_id = tariff.id))
    with check (in_scope(unit_path));
alter table agreement enable row level security;
create policy agreement_read on agreement for select using (party_of(id));
create policy agreement_write on agreement for insert with check (true);
create policy agreement_change on agreement for update using (party_of(id)) with check (party_of(id));
alter table agreement_party enable row level security;
create policy agreement_party_read on agreement_party for select using (party_of(agreement_id));
create policy agreement_party_write on agreement_party for insert with check (true);
create policy agreement_party_sign on agreement_party for update using (in_scope(unit_path)) with check (in_scope(unit_path));

grant select, insert on tariff, agreement, agreement_party to dispatch;
grant update (status, effective_to, version) on tariff to dispatch;
grant update (status, end_reason, version) on agreement to dispatch;
grant update (signed_by, signed_at) on agreement_party to dispatch;

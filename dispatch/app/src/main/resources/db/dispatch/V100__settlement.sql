-- Settlement 结算: what a use of another unit's vehicle costs (charge), and the statements 结算单 it is settled on. Both parties
-- see a charge and a statement, nobody else does.

-- How settlement goes where an agreement does not say it. Effective-dated rows of a jurisdiction.
create table settlement_rule (
    jurisdiction         text    not null check (jurisdiction ~ '^[0-9]{6}$'),
    mode                 text    not null check (mode in ('PER_USE', 'PER_MATTER', 'MONTHLY')),
    confirm_days         integer not null check (confirm_days between 1 and 90),
    cancel_free_minutes  integer not null check (cancel_free_minutes between 0 and 10080),
    cancel_fee_percent   integer not null check (cancel_fee_percent between 0 and 100),
    no_show_fee_percent  integer not null check (no_show_fee_percent between 0 and 100),
    clause               text    not null,
    article_verified     boolean not null,
    effective_from       date    not null,
    effective_to         date check (effective_to > effective_from),
    primary key (jurisdiction, effective_from),
    exclude using gist (jurisdiction with =, daterange(effective_from, effective_to) with &&)
);
comment on column settlement_rule.mode is 'of uses by a pool offer; an agreement has its own';
comment on column settlement_rule.confirm_days is 'calendar days after the issue; without an answer a statement counts as confirmed then';
comment on column settlement_rule.cancel_free_minutes is 'cancelled by the requester earlier than this before departure: free';
comment on column settlement_rule.cancel_fee_percent is 'of the price estimated at assignment';
insert into settlement_rule (jurisdiction, mode, confirm_days, cancel_free_minutes, cancel_fee_percent, no_show_fee_percent, clause,
                             article_verified, effective_from)
values ('100000', 'PER_USE', 10, 120, 20, 50, '公务用车有偿使用和结算办法（天数与比例为可配置的默认值）', false, '2017-12-05');

create table charge (
    id              uuid primary key,
    kind            text not null check (kind in ('USE', 'SUPPLEMENT', 'CANCELLATION', 'NO_SHOW')),
    order_id        uuid not null references vehicle_order,
    order_number    text not null,
    request_id      uuid not null references use_request,
    request_number  text not null,
    payer_unit_id   uuid not null,
    payer_unit_path text not null,
    payee_unit_id   uuid not null,
    payee_unit_path text not null,
    region_code     text not null references region,
    agreement_id    uuid,
    agreement_number text,
    tariff_id       uuid not null,
    tariff_version  integer not null,
    mode            text not null check (mode in ('PER_USE', 'PER_MATTER', 'MONTHLY')),
    confirm_days    integer not null check (confirm_days between 1 and 90),
    used_from       timestamptz not null,
    used_to         timestamptz not null check (used_to >= used_from),
    distance_m      bigint check (distance_m >= 0),
    total_fen       bigint not null check (total_fen >= 0),
    charged_at      timestamptz not null,
    foreign key (payer_unit_id, payer_unit_path) references unit (id, path) on update cascade,
    foreign key (payee_unit_id, payee_unit_path) references unit (id, path) on update cascade,
    check (payer_unit_id <> payee_unit_id)
);
comment on column charge.region_code is 'of the payee: where its statements get their number';
create unique index charge_of_order on charge (order_id) where kind <> 'SUPPLEMENT';
create index charge_order on charge (order_id);
create index charge_monthly on charge (used_to) where mode = 'MONTHLY' and total_fen > 0;
create index charge_between on charge (payer_unit_id, payee_unit_id, used_to);
create index charge_payer on charge (payer_unit_path text_pattern_ops);
create index charge_payee on charge (payee_unit_path text_pattern_ops);

create table charge_line (
    id         uuid primary key,
    charge_id  uuid not null references charge,
    position   integer not null check (position between 1 and 1000),
    component  text not null check (component ~ '^[A-Z_]{2,30}$'),
    quantity   numeric(16, 4) not null,
    unit       text not null,
    rate_fen   bigint,
    amount_fen bigint not null,
    evidence   text not null,
    expense_id uuid,
    unique (charge_id, position)
);
comment on column charge_line.rate_fen is 'fen of one unit; null where the amount is not a product';
comment on column charge_line.evidence is 'what proves the quantity: trip, odometer, track, expense';
create unique index charge_line_expense on charge_line (expense_id) where expense_id is not null;

create table statement (
    id               uuid primary key,
    number           text not null unique check (number ~ '^JS-[0-9]{6}-[0-9]{8}-[0-9]{4,}$'),
    kind             text not null check (kind in ('STATEMENT', 'CREDIT_NOTE')),
    status           text not null check (status in ('DRAFT', 'ISSUED', 'CONFIRMED', 'DISPUTED', 'SETTLED')),
    mode             text not null check (mode in ('PER_USE', 'PER_MATTER', 'MONTHLY')),
    payer_unit_id    uuid not null,
    payer_unit_path  text not null,
    payer_unit_name  text not null,
    payee_unit_id    uuid not null,
    payee_unit_path  text not null,
    payee_unit_name  text not null,
    region_code      text not null references region,
    agreement_id     uuid,
    agreement_number text,
    matter_id        uuid references use_request,
    month            date check (extract(day from month) = 1),
    credits_id       uuid references statement,
    confirm_days     integer not null check (confirm_days between 1 and 90),
    total_fen        bigint not null,
    drawn_up_at      timestamptz not null,
    issued_at        timestamptz,
    issued_by        text,
    confirm_by       timestamptz,
    confirmed_at     timestamptz,
    confirmed_by     text,
    settled_at       timestamptz,
    settled_by       text,
    voucher_number   text check (char_length(voucher_number) between 1 and 64),
    version          bigint not null default 0,
    foreign key (payer_unit_id, payer_unit_path) references unit (id, path) on update cascade,
    foreign key (payee_unit_id, payee_unit_path) references unit (id, path) on update cascade,
    check (payer_unit_id <> payee_unit_id),
    check ((mode = 'MONTHLY') = (month is not null)),
    check ((mode = 'PER_MATTER') = (matter_id is not null)),
    check ((kind = 'CREDIT_NOTE') = (credits_id is not null)),
    check (case kind when 'CREDIT_NOTE' then total_fen <= 0 else total_fen >= 0 end),
    check ((status = 'DRAFT') = (issued_at is null) and num_nonnulls(issued_at, issued_by, confirm_by) in (0, 3)),
    check (status not in ('CONFIRMED', 'SETTLED') or (confirmed_at is not null and confirmed_by is not null)),
    check ((status = 'SETTLED') = (voucher_number is not null)
           and num_nonnulls(settled_at, settled_by, voucher_number) in (0, 3))
);
comment on column statement.confirm_by is 'the dispute clock: without an answer the statement counts as confirmed from then on';
-- What is being drawn up between two parties is one draft for a month or a matter, however often the job runs.
create unique index statement_draft on statement (
    payee_unit_id, payer_unit_id, coalesce(agreement_id, payee_unit_id), mode, coalesce(matter_id, payee_unit_id),
    coalesce(month, date '2000-01-01')) where status = 'DRAFT' and kind = 'STATEMENT' and mode <> 'PER_USE';
create index statement_payer on statement (payer_unit_path text_pattern_ops);
create index statement_payee on statement (payee_unit_path text_pattern_ops);
create index statement_between on statement (payer_unit_id, payee_unit_id, issued_at);
create index statement_clock on statement (confirm_by) where status = 'ISSUED' and kind = 'STATEMENT';
create index statement_credits on statement (credits_id) where credits_id is not null;

-- A line of a charge is on exactly one statement; a line of a credit note 红字 offsets a line of the statement it credits.
create table statement_line (
    id             uuid primary key,
    statement_id   uuid not null references statement,
    charge_line_id uuid unique references charge_line,
    offsets_id     uuid references statement_line,
    amount_fen     bigint not null,
    reason         text check (char_length(reason) between 1 and 500),
    check (num_nonnulls(charge_line_id, offsets_id) = 1),
    check ((offsets_id is null) = (reason is null)),
    check (offsets_id is null or amount_fen < 0)
);
create index statement_line_of on statement_line (statement_id, id);
create index statement_line_offsets on statement_line (offsets_id) where offsets_id is not null;

create table statement_dispute (
    id             uuid primary key,
    statement_id   uuid not null references statement,
    line_id        uuid not null references statement_line,
    reason         text not null check (char_length(reason) between 1 and 500),
    evidence       text check (char_length(evidence) between 1 and 1000),
    status         text not null check (status in ('OPEN', 'UPHELD', 'REJECTED')),
    raised_by      text not null,
    raised_at      timestamptz not null,
    resolution     text check (char_length(resolution) between 1 and 500),
    credit_note_id uuid references statement,
    resolved_by    text,
    resolved_at    timestamptz,
    check ((status = 'OPEN') = (resolution is null) and num_nonnulls(resolution, resolved_by, resolved_at) in (0, 3)),
    check ((status = 'UPHELD') = (credit_note_id is not null))
);
create unique index statement_dispute_once on statement_dispute (line_id);
create index statement_dispute_of on statement_dispute (statement_id);

-- What has to be priced: orders of lent vehicles that ended, in the transaction that ended them, whoever ended them.
create table charge_due (
    order_id uuid primary key references vehicle_order,
    due_at   timestamptz not null default now(),
    attempts integer not null default 0,
    problem  text
);
create index charge_due_at on charge_due (due_at);

create function charge_ended_order() returns trigger
    language plpgsql as
$$
begin
    insert into charge_due (order_id) values (new.id) on conflict do nothing;
    return null;
end
$$;
create trigger vehicle_order_charged after update of status on vehicle_order
    for each row when (new.sharing in ('CROSS_DEPARTMENT', 'CROSS_REGION') and new.status <> old.status
        and new.status in ('CLOSED', 'CANCELLED', 'NO_SHOW'))
    execute function charge_ended_order();

-- A toll that is entered after the order was priced is charged afterwards.
create function charge_late_expense() returns trigger
    language plpgsql security definer set search_path = dispatch, pg_temp as
$$
begin
    insert into charge_due (order_id)
    select o.id from vehicle_order o
    where o.id = new.order_id and o.status = 'CLOSED' and o.sharing in ('CROSS_DEPARTMENT', 'CROSS_REGION')
    on conflict do nothing;
    return null;
end
$$;
create trigger expense_charged after insert on expense
    for each row when (new.order_id is not null) execute function charge_late_expense();

-- The total is the sum of the lines, of every charge and every statement, at the end of every transaction.
create function charge_adds_up() returns trigger
    language plpgsql security definer set search_path = dispatch, pg_temp as
$$
declare
    one uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
    if exists (select from charge c where c.id = one and c.total_fen <>
               (select coalesce(sum(l.amount_fen), 0) from charge_line l where l.charge_id = c.id)) then
        raise exception 'charge % is not the sum of its lines', one using errcode = 'check_violation', constraint = 'charge_adds_up';
    end if;
    return null;
end
$$;
create constraint trigger charge_adds_up after insert or update on charge
    deferrable initially deferred for each row execute function charge_adds_up('id');
create constraint trigger charge_line_adds_up after insert on charge_line
    deferrable initially deferred for each row execute function charge_adds_up('charge_id');

create function statement_adds_up() returns trigger
    language plpgsql security definer set search_path = dispatch, pg_temp as
$$
declare
    one uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
    if exists (select from statement s where s.id = one and s.total_fen <>
               (select coalesce(sum(l.amount_fen), 0) from statement_line l where l.statement_id = s.id)) then
        raise exception 'statement % is not the sum of its lines', one
            using errcode = 'check_violation', constraint = 'statement_adds_up';
    end if;
    return null;
end
$$;
create constraint trigger statement_adds_up after insert or update on statement
    deferrable initially deferred for each row execute function statement_adds_up('id');
create constraint trigger statement_line_adds_up after insert on statement_line
    deferrable initially deferred for each row execute function statement_adds_up('statement_id');

-- Nothing issued ever changes: only how far its settlement has come. (Paths follow a unit that moves.)
create function keep_statement() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'DELETE' then
        raise exception 'statement % is kept', old.number using errcode = 'check_violation', constraint = 'statement_kept';
    end if;
    if (new.number, new.kind, new.mode, new.payer_unit_id, new.payer_unit_name, new.payee_unit_id, new.payee_unit_name,
        new.agreement_id, new.matter_id, new.month, new.credits_id, new.confirm_days)
           is distinct from
       (old.number, old.kind, old.mode, old.payer_unit_id, old.payer_unit_name, old.payee_unit_id, old.payee_unit_name,
        old.agreement_id, old.matter_id, old.month, old.credits_id, old.confirm_days)
        or old.status <> 'DRAFT' and (new.total_fen, new.issued_at, new.issued_by, new.confirm_by)
           is distinct from (old.total_fen, old.issued_at, old.issued_by, old.confirm_by)
        or new.status <> old.status and (old.status, new.status) not in (
            ('DRAFT', 'ISSUED'), ('ISSUED', 'CONFIRMED'), ('ISSUED', 'DISPUTED'), ('DISPUTED', 'CONFIRMED'),
            ('CONFIRMED', 'SETTLED')) then
        raise exception 'statement % is issued and stays as it is', old.number
            using errcode = 'check_violation', constraint = 'statement_kept';
    end if;
    return new;
end
$$;
create trigger statement_kept before update or delete on statement for each row execute function keep_statement();

-- Lines come to a draft only, are never changed, and no line is credited below nothing.
create function keep_statement_line() returns trigger
    language plpgsql security definer set search_path = dispatch, pg_temp as
$$
declare
    lined record;
begin
    if tg_op <> 'INSERT' then
        raise exception 'line % of a statement is kept', old.id using errcode = 'check_violation', constraint = 'statement_line_kept';
    end if;
    select s.number, s.status, s.kind, s.credits_id into lined from statement s where s.id = new.statement_id for update;
    if lined.status <> 'DRAFT' or (lined.kind = 'CREDIT_NOTE') <> (new.offsets_id is not null) then
        raise exception 'statement % takes no such line', lined.number
            using errcode = 'check_violation', constraint = 'statement_line_kept';
    end if;
    if new.charge_line_id is not null and new.amount_fen is distinct from
       (select c.amount_fen from charge_line c where c.id = new.charge_line_id) then
        raise exception 'a line of statement % differs from what was charged', lined.number
            using errcode = 'check_violation', constraint = 'statement_line_charged';
    end if;
    if new.offsets_id is not null then
        perform 1 from statement_line l where l.id = new.offsets_id and l.statement_id = lined.credits_id for update;
        if not found or new.amount_fen + (select coalesce(sum(l.amount_fen), 0) from statement_line l
                                          where new.offsets_id in (l.id, l.offsets_id)) < 0 then
            raise exception 'credit note % takes back more than a line has', lined.number
                using errcode = 'check_violation', constraint = 'statement_line_credit';
        end if;
    end if;
    return new;
end
$$;
create trigger statement_line_kept before insert or update or delete on statement_line
    for each row execute function keep_statement_line();

-- Lines as people read them, with what was charged and the statement they are on.
create view statement_entry with (security_invoker = true) as
select l.id, l.statement_id, l.offsets_id, l.amount_fen, l.reason, c.id as charge_id, c.order_number, c.request_number,
       china_day(c.used_from) as used_on, p.component, p.quantity, p.unit, p.rate_fen, p.evidence, s.number as statement_number, s.kind,
       s.status, s.voucher_number, s.payer_unit_id, s.payee_unit_id, s.issued_at, china_day(s.issued_at) as issued_on
from statement_line l
         join statement s on s.id = l.statement_id
         left join statement_line o on o.id = l.offsets_id
         join charge_line p on p.id = coalesce(l.charge_line_id, o.charge_line_id)
         join charge c on c.id = p.charge_id;

alter table charge enable row level security;
create policy charge_scope on charge using (in_scope(payer_unit_path) or in_scope(payee_unit_path));
alter table charge_line enable row level security;
create policy charge_line_scope on charge_line using (exists (select from charge c where c.id = charge_id));
alter table statement enable row level security;
create policy statement_scope on statement using (in_scope(payer_unit_path) or in_scope(payee_unit_path));
alter table statement_line enable row level security;
create policy statement_line_scope on statement_line using (exists (select from statement s where s.id = statement_id));
alter table statement_dispute enable row level security;
create policy statement_dispute_scope on statement_dispute using (exists (select from statement s where s.id = statement_id));

grant select on settlement_rule, statement_entry to dispatch;
grant select, insert on charge, charge_line, statement, statement_line, statement_dispute to dispatch;
grant update (status, total_fen, issued_at, issued_by, confirm_by, confirmed_at, confirmed_by, settled_at, settled_by,
              voucher_number, version) on statement to dispatch;
grant update (status, resolution, credit_note_id, resolved_by, resolved_at) on statement_dispute to dispatch;
grant select, insert, update, delete on charge_due to dispatch;

-- Expenses of a guest's use that come, are corrected or cancelled after its bill are billed by a case of their own.
create table supplement_due (
    case_id  uuid primary key references service_case,
    due_at   timestamptz not null default now(),
    attempts integer     not null default 0,
    problem  text
);
comment on table supplement_due is 'uses of guests whose expenses changed, or that were billed, until it is known what is to be billed besides';
create index supplement_due_at on supplement_due (due_at);
grant select, insert, update, delete on supplement_due to dispatch;

create index service_case_guest on service_case (request_id) where role = 'HOST' and request_id is not null;

-- Whoever looks at the use meanwhile holds its row, so it is looked at again after this expense is there.
create function guests_expense_changed() returns trigger
    language plpgsql security definer set search_path = dispatch, pg_temp as
$$
begin
    insert into supplement_due (case_id)
    select distinct c.id
    from vehicle_order o join service_case c on c.request_id = o.request_id and c.role = 'HOST'
    where o.id = new.order_id or tg_op = 'UPDATE' and o.id = old.order_id
    order by c.id
    on conflict (case_id) do update set due_at = now();
    return null;
end
$$;
create trigger expense_of_guest after insert on expense_entry
    for each row when (new.order_id is not null) execute function guests_expense_changed();
create trigger expense_of_guest_changed after update of order_id, kind, amount_fen, cancelled on expense_entry
    for each row when (new.order_id is not null or old.order_id is not null) execute function guests_expense_changed();

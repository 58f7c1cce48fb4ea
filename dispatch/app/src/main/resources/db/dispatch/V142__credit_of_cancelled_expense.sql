-- An expense that was passed through and is cancelled afterwards is taken back from the line it was charged on.
create table credit_due (
    expense_id uuid primary key references expense_entry,
    due_at     timestamptz not null default now(),
    attempts   integer     not null default 0,
    problem    text
);
comment on table credit_due is 'cancelled expenses of lent vehicles, until it is known that nobody pays them';
create index credit_due_at on credit_due (due_at);
grant select, update, delete on credit_due to dispatch;

create function credit_cancelled_expense() returns trigger
    language plpgsql security definer set search_path = dispatch, pg_temp as
$$
begin
    insert into credit_due (expense_id)
    select new.id from vehicle_order o where o.id = new.order_id and o.sharing in ('CROSS_DEPARTMENT', 'CROSS_REGION')
    on conflict do nothing;
    return null;
end
$$;
create trigger expense_credited after update of cancelled on expense_entry
    for each row when (new.cancelled and not old.cancelled and new.order_id is not null) execute function credit_cancelled_expense();

-- A charge passes an expense through as it is when the charge is committed: a correction or cancellation at the same moment goes before it,
-- and it is reckoned again, or comes after it and is refused or credited.
create function charge_expense_as_it_is() returns trigger
    language plpgsql security definer set search_path = dispatch, pg_temp as
$$
begin
    perform from expense_entry e
    where e.id = new.expense_id and e.kind = new.component and e.amount_fen = new.amount_fen and not e.cancelled
    for share;
    if not found then
        raise exception 'expense_charged_as_it_is: % has changed meanwhile', new.expense_id
            using errcode = 'check_violation', constraint = 'expense_charged_as_it_is';
    end if;
    return new;
end
$$;
create trigger expense_charged_as_it_is before insert on charge_line
    for each row when (new.expense_id is not null) execute function charge_expense_as_it_is();

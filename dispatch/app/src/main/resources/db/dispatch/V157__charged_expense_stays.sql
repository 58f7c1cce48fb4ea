-- An expense that was charged is what the statement says: it is cancelled, which credits it, and recorded anew, never changed in what is paid.
create function keep_charged_expense() returns trigger
    language plpgsql security definer set search_path = dispatch, pg_temp as
$$
begin
    if exists (select from charge_line where expense_id = new.id) then
        raise exception 'expense_kept: % is on a charge', new.id using errcode = 'check_violation', constraint = 'expense_kept';
    end if;
    return new;
end
$$;
create trigger expense_kept before update of amount_fen, kind, order_id on expense_entry
    for each row when ((new.amount_fen, new.kind, new.order_id) is distinct from (old.amount_fen, old.kind, old.order_id))
    execute function keep_charged_expense();

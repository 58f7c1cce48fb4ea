-- What use across regions costs (A42), counted for who is paid: charges under an agreement, and bills of the host side.
create function report_charge(day_from date, day_to date)
    returns table (id uuid, unit_id uuid, unit_path text, vehicle_id uuid, confidential boolean, label text, day date,
                   home_province text, amount_fen bigint)
    language sql stable parallel safe
as
$$
select c.id, c.payee_unit_id, c.payee_unit_path, null::uuid, false, c.order_number, china_day(c.used_to),
       left(u.region_code, 2) || '0000', c.total_fen
from charge c
         left join unit u on u.id = c.payer_unit_id
where c.agreement_id is not null and c.used_to >= china_start(day_from) and c.used_to < china_start(day_to + 1)
union all
select s.id, s.unit_id, s.unit_path, null::uuid, false, s.number, china_day(s.ends_at), left(s.peer_code, 2) || '0000', s.bill_fen
from service_case s
where s.role = 'HOST' and s.status in ('BILLED', 'DISPUTED', 'CONFIRMED', 'SETTLED')
  and s.ends_at >= china_start(day_from) and s.ends_at < china_start(day_to + 1)
$$;
create index charge_agreed on charge (used_to) where agreement_id is not null;
create index service_case_billed on service_case (ends_at)
    where role = 'HOST' and status in ('BILLED', 'DISPUTED', 'CONFIRMED', 'SETTLED');

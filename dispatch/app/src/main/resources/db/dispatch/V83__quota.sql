-- Quota 编制 set, raised and lowered by the body that may; units that merge, split and end.
alter table quota
    add column filing_number text,
    add column recorded_by   text        not null default 'motorpool',
    add column recorded_at   timestamptz not null default now();
comment on column quota.filing_number is 'under which the fleet authority filed a decision of finance (办法第六条)';
grant update (effective_to, unit_path) on quota to dispatch;

-- Whether a unit heads its region: the fleet authority 公务用车主管部门 of its level. The unit above may be out of scope.
create function is_authority(of_unit uuid) returns boolean
    language sql stable security definer
    set search_path = dispatch, pg_temp
as
$$
select p.id is null or p.region_code <> u.region_code
from unit u
         left join unit p on p.id = u.parent_id
where u.id = of_unit
$$;
revoke all on function is_authority from public;
grant execute on function is_authority to dispatch;

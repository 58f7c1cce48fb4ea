-- What is billed of an expense is in the ledgers of its use and of all its supplements.
alter table service_case add use_id uuid;
comment on column service_case.use_id is 'shared id of the use whose expenses this case bills besides; null of a use';
update service_case set use_id = (jsonb_path_query_first(facts::jsonb, '$.told[*].useId') #>> '{}')::uuid
where jsonb_path_exists(facts::jsonb, '$.told[*].useId');
create index service_case_use on service_case (use_id) where use_id is not null;

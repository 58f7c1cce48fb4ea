-- One bill of all uses of a matter across regions 一事一结.
alter table service_case
    add column matter text check (char_length(matter) between 1 and 100),
    add column matter_ends_at timestamptz,
    add check ((matter is null) = (matter_ends_at is null));
comment on column service_case.matter is 'what several uses are for, as home calls it, where the agreement settles by matter';
comment on column service_case.monthly is 'billed, and to be settled by the bill of a month or a matter';
create index service_case_matter on service_case (own_code, peer_code, agreement_id, matter) where role = 'HOST' and matter is not null;

alter table service_bill
    alter column month drop not null,
    add column matter text,
    add check (num_nonnulls(month, matter) = 1);
comment on column service_bill.matter is 'of a bill by matter, of which there may be a further one when uses or expenses came later';

-- The id a terminal must register with. terminal_id is what it said when it registered last.
alter table terminal add column bound_terminal_id text check (bound_terminal_id <> '');
comment on column terminal.bound_terminal_id is 'manufacturer''s id by the binding; null in bindings from before it was told: not checked then';

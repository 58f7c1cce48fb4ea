-- What a terminal answered is kept as it is: jsonb refuses U+0000, which terminals do send.
alter table terminal_command alter column answer type json using answer::json;

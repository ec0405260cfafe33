-- When radcanon changed the stored version of an instance, as ISO text with its zone; empty where it
-- did not, or where that was before this column: a resent instance then gets a new date, once.
alter table instance add column signed_at varchar(40) default '' not null;

-- Studies that changed in a period, the oldest change first.
create index study_by_change on study (updated, id);

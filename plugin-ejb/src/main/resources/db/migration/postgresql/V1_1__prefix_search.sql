-- Wild cards behind a beginning (PS3.4 C.2.2.2.4) use an index only in byte order.
create index study_prefix_name on study (name_alphabetic varchar_pattern_ops);
create index study_prefix_name_ideographic on study (name_ideographic varchar_pattern_ops);
create index study_prefix_name_phonetic on study (name_phonetic varchar_pattern_ops);
create index study_prefix_patient_id on study (patient_id varchar_pattern_ops);
create index study_prefix_accession on study (accession_number varchar_pattern_ops);
create index study_prefix_referring on study (referring_alphabetic varchar_pattern_ops);
create index study_prefix_referring_ideographic on study (referring_ideographic varchar_pattern_ops);
create index study_prefix_referring_phonetic on study (referring_phonetic varchar_pattern_ops);

-- Which printer a job was given to, by its id at the bench: a doubt is about that one. Jobs of before went to the only one.
ALTER TABLE print_job ADD COLUMN printer TEXT NOT NULL DEFAULT 'label-printer';

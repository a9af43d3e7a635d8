-- A file of the shop's may hold the labels of several postings: which of its pages is this one's, from 1; NULL where the file
-- is this one label alone.

ALTER TABLE label ADD COLUMN page INTEGER CHECK (page >= 1);

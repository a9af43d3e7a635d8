-- Whether a prepared label still reads when a worn head makes every dot grow by one; labels of before were not asked.
ALTER TABLE label ADD COLUMN reads_when_worn INTEGER NOT NULL DEFAULT 1;

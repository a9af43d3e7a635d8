-- The shop draws a label in two sizes; another roll in the printer means asking for the other one.

ALTER TABLE label ADD COLUMN size TEXT NOT NULL DEFAULT 'big' CHECK (size IN ('big', 'small'));

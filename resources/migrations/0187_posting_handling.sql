-- What the shop lets the seller do with a posting now, and how it wants to be handled.
ALTER TABLE posting ADD COLUMN substatus TEXT NOT NULL DEFAULT '';
-- JSON; null where the shop has not said.
ALTER TABLE posting ADD COLUMN offers TEXT;
ALTER TABLE posting ADD COLUMN traits TEXT NOT NULL DEFAULT '[]';
-- The company that buys; "" for everybody else.
ALTER TABLE posting ADD COLUMN company TEXT NOT NULL DEFAULT '';

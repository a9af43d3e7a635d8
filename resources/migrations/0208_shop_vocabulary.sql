-- What the shop says of its categories, their characteristics and lists of values, with the time at which it said so.
CREATE TABLE shop_vocabulary (
  shop TEXT NOT NULL,
  what TEXT NOT NULL,
  language TEXT NOT NULL,
  value TEXT NOT NULL,
  read_at INTEGER NOT NULL,
  PRIMARY KEY (shop, what, language)
) STRICT;

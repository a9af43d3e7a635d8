-- A claim only means something where several benches write into one place; every bench has a file of its own.

DROP TABLE claim;

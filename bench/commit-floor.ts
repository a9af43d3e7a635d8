import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Spread, spreadOf } from './percentiles.ts';

const commits = 300;

/**
 * How long this disk takes for the least that a scan can cost: one row, committed with full durability, ms. A scan cannot be
 * answered faster than that, whatever the program does.
 */
export function commitFloor(dir: string): Spread {
  const db = new Database(join(dir, `floor-${Date.now()}.sqlite`));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE row (n INTEGER PRIMARY KEY, text TEXT) STRICT');
  const insert = db.prepare('INSERT INTO row (text) VALUES (?)');
  const times: number[] = [];
  for (let n = 0; n < commits; n += 1) {
    const startedMs = performance.now();
    insert.run('x'.repeat(500));
    times.push(performance.now() - startedMs);
  }
  db.close();
  return spreadOf(times);
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BenchDatabase } from './bench-database.ts';
import { writeFileDurably } from './durable-file.ts';
import { lastEvent } from './event-log.ts';

/**
 * The last event as a second, independent file saw it. SQLite reports nothing when its WAL is lost or cut, the file
 * merely stands where it stood earlier; the witness tells.
 */
export const Witness = z.object({
  databaseId: z.string(),
  seq: z.int().min(0),
  /** Hex; empty while there is no event. */
  hash: z.string(),
  writtenAt: z.int(),
});
export type Witness = z.infer<typeof Witness>;

/** Where a bench's witness lies. */
export function witnessFile(home: string): string {
  return join(home, 'bench.witness.json');
}

/** Writes down the last committed event. To be called every minute and on quit; about a millisecond. */
export function writeWitness(db: BenchDatabase, writtenAt: number): Witness {
  const last = lastEvent(db);
  const witness: Witness = {
    databaseId: db.databaseId,
    seq: last?.seq ?? 0,
    hash: last?.hash ?? '',
    writtenAt,
  };
  writeFileDurably(witnessFile(db.home), Buffer.from(`${JSON.stringify(witness)}\n`));
  return witness;
}

/** What the witness says; `unreadable` when the file is there and says nothing. */
export function readWitness(home: string): Witness | 'absent' | 'unreadable' {
  const file = witnessFile(home);
  if (!existsSync(file)) return 'absent';
  const parsed = Witness.safeParse(parseJson(readFileSync(file, 'utf8')));
  return parsed.success ? parsed.data : 'unreadable';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

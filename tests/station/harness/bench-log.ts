import { join } from 'node:path';
import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import { verifyChain } from '#station/database/event-chain.ts';
import { readPosting } from '#station/database/event-log.ts';
import { openReadOnly, type ReadOnlyDatabase } from '#station/database/open-read-only.ts';

const logged = z.object({ seq: z.int(), posting: z.string().nullable(), type: z.string(), data: z.string() });
const scanned = z.object({ code: z.string(), source: z.string(), kind: z.string(), verdict: z.string() });

/** A scan as the log keeps it, with the verdict that was shown for it. */
export type LoggedScan = z.infer<typeof scanned>;

/** Reads a bench's log beside the station, or after it, and closes it again. */
export function readLog<Value>(home: string, read: (log: BenchLog) => Value): Value {
  const opened = openReadOnly(join(home, 'bench.sqlite'));
  if (!opened.ok) throw new Error(opened.error.detail);
  try {
    return read(logOf(opened.value));
  } finally {
    opened.value.close();
  }
}

export type BenchLog = {
  readonly db: ReadOnlyDatabase;
  /** Every scan of the bench, in order. */
  readonly scans: () => readonly LoggedScan[];
  /** Types of a posting's events, in order. */
  readonly typesOf: (posting: string) => readonly string[];
  /** What one of a posting's events says, by type, in order. */
  readonly eventsOf: (posting: string, type: string) => readonly unknown[];
  /** How many events the hash chain holds; throws where it is broken. */
  readonly verifiedEvents: () => number;
};

function logOf(db: ReadOnlyDatabase): BenchLog {
  const ofPosting = (posting: string) =>
    readPosting(db, PostingNumber.parse(posting)).map((event) => logged.parse(event));
  return {
    db,
    scans: () =>
      db.sqlite
        .prepare("SELECT data FROM event WHERE type = 'scanned' ORDER BY seq")
        .pluck()
        .all()
        .map((data) => scanned.parse(JSON.parse(z.string().parse(data)))),
    typesOf: (posting) => ofPosting(posting).map(({ type }) => type),
    eventsOf: (posting, type) =>
      ofPosting(posting)
        .filter((event) => event.type === type)
        .map(({ data }): unknown => JSON.parse(data)),
    verifiedEvents: () => {
      const chain = verifyChain(db);
      if (!chain.ok) throw new Error(`event ${chain.error.seq}: ${chain.error.detail}`);
      return chain.value.events;
    },
  };
}

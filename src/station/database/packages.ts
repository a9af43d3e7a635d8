import type { PostingNumber, SessionId } from '#domain/ids.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { and, eq, isNotNull, sql } from './drizzle.ts';
import { prepareOnce } from './prepare-once.ts';
import { parcel } from './schema.ts';
import { requireTransaction } from './transaction.ts';

/** A package as folded from its session's events. Weights in g, times in epoch ms. */
export type PackageRow = Readonly<typeof parcel.$inferSelect>;

/** As many as anybody will look at; the rest comes up as these are worked off. */
const relabelMax = 200;

const statements = prepareOnce((db: ReadableDatabase) => ({
  ofSession: db.orm
    .select()
    .from(parcel)
    .where(eq(parcel.session, sql.placeholder('session')))
    .orderBy(parcel.n)
    .prepare(),
  ofPosting: db.orm
    .select()
    .from(parcel)
    .where(eq(parcel.posting, sql.placeholder('posting')))
    .orderBy(parcel.session, parcel.n)
    .prepare(),
  relabel: db.orm
    .select()
    .from(parcel)
    .where(and(sql`${parcel.interim} = 1`, isNotNull(parcel.packedAt), sql`${parcel.state} <> 'void'`))
    .orderBy(parcel.packedAt)
    .limit(relabelMax)
    .prepare(),
  lastWeight: db.sqlite
    .prepare<[], number | null>(
      'SELECT weight_g FROM package WHERE packed_at IS NOT NULL ORDER BY packed_at DESC LIMIT 1',
    )
    .pluck(),
  countRelabel: db.sqlite
    .prepare<[], number>(
      "SELECT count(*) FROM package WHERE interim = 1 AND packed_at IS NOT NULL AND state <> 'void'",
    )
    .pluck(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  save: db.sqlite.prepare(
    `INSERT INTO package (session, n, posting, carton, units, expected_g, weight_g, state, packer, packed_at, shop_posting, interim)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (session, n) DO UPDATE SET carton = excluded.carton, units = excluded.units,
       expected_g = excluded.expected_g, weight_g = excluded.weight_g, state = excluded.state,
       packer = excluded.packer, packed_at = excluded.packed_at, shop_posting = excluded.shop_posting,
       interim = excluded.interim`,
  ),
}));

/** Writes a package as it is after its session's newest event, in the transaction that appended it. */
export function savePackage(db: BenchDatabase, row: PackageRow): void {
  requireTransaction(db, 'saving a package');
  writes(db).save.run(
    ...[row.session, row.n, row.posting, row.carton, row.units, row.expectedG, row.weightG],
    ...[row.state, row.packer, row.packedAt, row.shopPosting, row.interim ? 1 : 0],
  );
}

/** A session's packages by their number. */
export function packagesOf(db: ReadableDatabase, session: SessionId): readonly PackageRow[] {
  return statements(db).ofSession.all({ session });
}

/** Every package that was ever begun for a posting, those taken apart again included. */
export function packagesOfPosting(db: ReadableDatabase, posting: PostingNumber): readonly PackageRow[] {
  return statements(db).ofPosting.all({ posting });
}

/** The weight recorded last at this bench, g: that parcel may still stand on the scale after a restart. */
export function lastRecordedWeightG(db: ReadableDatabase): number | null {
  return statements(db).lastWeight.get() ?? null;
}

/** How many packages wait for the shop's label. */
export function countRelabel(db: ReadableDatabase): number {
  return statements(db).countRelabel.get() ?? 0;
}

/** Packages that wait for the shop's label in place of an interim one, the oldest first. */
export function relabelList(db: ReadableDatabase): readonly PackageRow[] {
  return statements(db).relabel.all();
}

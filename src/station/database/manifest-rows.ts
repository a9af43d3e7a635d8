import type { PostingNumber, ShopId } from '#domain/ids.ts';
import type { ReadableDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';
import type { PackageState } from './schema.ts';

/** One package on a day's manifest. Weights in g, times in epoch ms. */
export type ManifestRow = {
  readonly posting: PostingNumber;
  readonly shop: ShopId;
  readonly package: number;
  /** The shop's own number of this package, once known. */
  readonly shopPosting: PostingNumber | null;
  readonly carton: string | null;
  readonly units: number;
  readonly expectedG: number | null;
  readonly weightG: number | null;
  readonly state: PackageState;
  readonly interim: 0 | 1;
  readonly packer: string;
  readonly packedAt: number;
  readonly cutoffAt: number | null;
  readonly deliveryMethodId: string;
  readonly deliveryMethod: string;
  readonly warehouse: string;
  readonly shopStatus: string;
};

/** From `from` on and before `to`, epoch ms: a day's bounds in the bench's own time zone. */
export type Period = { readonly from: number; readonly to: number };

const statements = prepareOnce((db: ReadableDatabase) => ({
  rows: db.sqlite.prepare<[number, number, number, number], ManifestRow>(
    `SELECT package.posting, posting.shop, package.n AS "package", package.shop_posting AS shopPosting, package.carton,
       package.units, package.expected_g AS expectedG, package.weight_g AS weightG, package.state,
       package.interim, package.packer, package.packed_at AS packedAt, posting.cutoff_at AS cutoffAt,
       posting.delivery_method_id AS deliveryMethodId, posting.delivery_method AS deliveryMethod,
       posting.warehouse, posting.shop_status AS shopStatus
     FROM package JOIN posting ON posting.number = package.posting
     WHERE package.packed_at >= ? AND package.packed_at < ? AND package.state <> 'void'
     ORDER BY package.packed_at, package.session, package.n LIMIT ? OFFSET ?`,
  ),
  count: db.sqlite
    .prepare<[number, number], number>(
      "SELECT count(*) FROM package WHERE packed_at >= ? AND packed_at < ? AND state <> 'void'",
    )
    .pluck(),
}));

/**
 * The packages packed in a period, in the order of packing, read one by one: a worker may write ten thousand of them
 * into a file without holding them all. End the iteration or leave it with `break`; meanwhile the connection is busy.
 */
export function streamManifest(db: ReadableDatabase, { from, to }: Period): IterableIterator<ManifestRow> {
  return statements(db).rows.iterate(from, to, -1, 0);
}

/** A page of the same list for the screen. */
export function manifestPage(
  db: ReadableDatabase,
  { from, to }: Period,
  page: { readonly limit: number; readonly offset: number },
): readonly ManifestRow[] {
  return statements(db).rows.all(from, to, page.limit, page.offset);
}

/** How many packages were packed in a period. */
export function countPacked(db: ReadableDatabase, { from, to }: Period): number {
  return statements(db).count.get(from, to) ?? 0;
}

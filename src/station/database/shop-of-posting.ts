import type { PostingNumber, ShopId } from '#domain/ids.ts';
import type { ReadableDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';

const statements = prepareOnce((db: ReadableDatabase) => ({
  of: db.sqlite
    .prepare<{ number: string }, ShopId>(
      `SELECT shop FROM posting WHERE number = :number
       UNION ALL SELECT posting.shop FROM package JOIN posting ON posting.number = package.posting
         WHERE package.shop_posting = :number LIMIT 1`,
    )
    .pluck(),
}));

/** Whose a posting is, or a package that has a number of its own; null where this bench knows neither. */
export function shopOfPosting(db: ReadableDatabase, number: PostingNumber): ShopId | null {
  return statements(db).of.get({ number }) ?? null;
}

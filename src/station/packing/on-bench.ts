import type { Sku } from '#domain/ids.ts';
import type { Session } from '#domain/packing/session.ts';
import type { Posting } from '#domain/posting/posting.ts';
import type { Product } from '#domain/posting/product.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { getProducts } from '../database/products.ts';
import { unfinishedSessions } from '../database/sessions.ts';
import { type KnownSession, loadSession } from './session-record.ts';

/** The posting on the bench with what is needed to judge scans of it; loaded once when it is opened. */
export type OnBench = KnownSession & {
  readonly posting: Posting | null;
  readonly products: ReadonlyMap<Sku, Product>;
};

/** After a crash the bench goes on with what was open, else with a cancellation that nobody has seen; what is held waits. */
export function unfinishedOnBench(db: BenchDatabase): KnownSession | null {
  const unfinished = unfinishedSessions(db);
  const row =
    unfinished.find(({ state }) => state === 'open') ?? unfinished.find(({ state }) => state === 'cancelled');
  const session = row === undefined ? null : loadSession(db, row.id);
  return row === undefined || session === null ? null : { id: row.id, session };
}

/** The products of a posting that is being packed, as far as they are known here. */
export function productsOf(db: BenchDatabase, session: Session): ReadonlyMap<Sku, Product> {
  return getProducts(db, [...new Set(session.lines.map((line) => line.sku))]);
}

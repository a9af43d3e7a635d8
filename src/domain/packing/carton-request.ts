import type { Carton } from '../carton/carton.ts';
import type { PackItem } from '../cartonization/cartonize.ts';
import type { Sku } from '../ids.ts';
import type { Product } from '../posting/product.ts';
import { toPackItems } from './pack-items.ts';
import { contentsOf, remaining, type Session } from './session.ts';
import type { Contents, SessionEventOf } from './session-event.ts';

/** What the carton engine is asked for a posting: everything that is not packed yet, in one go. */
export type CartonRequest = {
  readonly contents: Contents;
  readonly items: readonly PackItem[] | null;
  readonly cartons: readonly Carton[];
};

/** The goods that still need a carton; null when no plan is owed. */
export function cartonRequest(
  session: Session,
  products: ReadonlyMap<Sku, Product>,
  cartons: readonly Carton[],
): CartonRequest | null {
  if (session.isPlanned || session.status.kind !== 'open') return null;
  const open = session.packages.filter((parcel) => !parcel.isPacked && !parcel.isSplit);
  const contents = addUp([...open.map(contentsOf), remaining(session)]);
  return contents.length === 0 ? null : { contents, items: toPackItems(contents, products), cartons };
}

/** Where no plan can be made (a size is unknown, or nothing fits) everything goes into one package of unknown carton. */
export function unplannable(contents: Contents): SessionEventOf<'planned'> {
  return { type: 'planned', packages: [{ carton: null, contents, fillerG: 0 }] };
}

function addUp(parts: readonly Contents[]): Contents {
  const sums = new Map<Sku, number>();
  for (const { sku, quantity } of parts.flat()) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  return [...sums].map(([sku, quantity]) => ({ sku, quantity }));
}

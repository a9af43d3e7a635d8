import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { guarded } from '../guarded.ts';
import type { LabelsAhead } from '../labelling/labels-ahead.ts';
import type { Bench } from '../packing/bench.ts';
import { createBarcodeSearch } from './barcode-search.ts';
import { createLimitsAhead } from './limits-ahead.ts';
import type { LiveShops } from './live-shops.ts';
import { createMarkingChecks } from './marking-checks.ts';

export type ShopChoresOptions = {
  readonly db: BenchDatabase;
  readonly bench: Bench;
  readonly shops: Pick<LiveShops, 'connected' | 'byId'>;
  readonly labelsAhead: (shop: ShopId) => Pick<LabelsAhead, 'work'>;
  /** Epoch ms. */
  readonly now: () => number;
};

/**
 * What is done for each shop while the packer works: what is owed is sent, marking codes are checked, labels and limits fetched
 * ahead. Every shop has its own pauses and refusals, so that one that is down holds up none of the others.
 */
export function createShopChores({ db, bench, shops, labelsAhead, now }: ShopChoresOptions): () => void {
  const known = new Map<ShopId, readonly (() => void)[]>();

  function choresOf(id: ShopId): readonly (() => void)[] {
    const before = known.get(id);
    if (before !== undefined) return before;
    const shop = () => shops.byId(id);
    const chores = [
      () => shop()?.sender.kick(),
      createMarkingChecks({ id, bench, shop, now }),
      createBarcodeSearch({ bench, shop }),
      createLimitsAhead({ id, db, bench, shop, now }),
      () => labelsAhead(id).work(),
    ].map((chore) => guarded('chore of a shop', chore));
    known.set(id, chores);
    return chores;
  }

  return () => {
    for (const { id } of shops.connected()) for (const chore of choresOf(id)) chore();
  };
}

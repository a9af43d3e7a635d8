import type { ShopId } from '#domain/ids.ts';
import { packageAwaitingLabel } from '#domain/packing/session.ts';
import type { Bench } from '../packing/bench.ts';
import type { WantedLabel } from './take-labels.ts';

/** Labels that the posting on the bench, if it is this shop's, needs after the one that the desk sees to now: of its further packages, once it is shipped. */
export function nextOnBench({ onBench }: Pick<Bench, 'onBench'>, shop: ShopId): readonly WantedLabel[] {
  if (onBench === null || onBench.session.shop !== shop) return [];
  const inHand = packageAwaitingLabel(onBench.session)?.n ?? null;
  return onBench.session.packages.flatMap(({ n, shopPosting, labelBarcodes, label, isInterim }) =>
    n === inHand || shopPosting === null || isInterim || label.state !== 'none'
      ? []
      : [{ number: shopPosting, labelBarcodes }],
  );
}

import type { ShopId } from '#domain/ids.ts';
import { mayTakeOut, type RefusedCode, takeOutRefused } from '#domain/packing/refused-markings.ts';
import type { Session } from '#domain/packing/session.ts';
import type { Bench } from '../packing/bench.ts';
import { ownFacts } from '../packing/units-to-tell.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { UnitFacts } from './seller-account.ts';

export type MarkingChecksOptions = {
  /** The shop that is asked, about its own postings alone. */
  readonly id: ShopId;
  readonly bench: Pick<Bench, 'onBench' | 'happen'>;
  readonly shop: () => Pick<ConnectedShop, 'account' | 'link'> | null;
  /** Epoch ms. */
  readonly now: () => number;
};

/** After a question that had no answer, ms. */
const askAgainMs = 30_000;
const keptMost = 10_000;

/**
 * Asks the shop about codes and weights of units while the packer goes on scanning, so that a refused one is known while its unit is in
 * hand. Nothing waits for it: without an answer the codes are checked when they are handed over. A code that passed is
 * not asked about twice; a refused one is whenever it is scanned again.
 */
export function createMarkingChecks({ id, bench, shop, now }: MarkingChecksOptions): () => void {
  /** What each passed unit carries and weighs, as JSON. */
  const passed = new Set<string>();
  let refused: readonly RefusedCode[] = [];
  let isAsking = false;
  let notBefore = Number.NEGATIVE_INFINITY;

  async function ask(session: Session, units: readonly UnitFacts[]): Promise<void> {
    const at = shop();
    if (at === null) return;
    const answer = await at.link.call(() => at.account.checkMarkings(session.posting, units));
    if (!answer.ok) {
      notBefore = now() + askAgainMs;
      return;
    }
    refused = answer.value;
    if (passed.size > keptMost) passed.clear();
    for (const unit of units) if (!isRefused(unit, answer.value)) passed.add(JSON.stringify(unit));
  }

  /** What was refused comes out as soon as the packer has nothing else to answer. */
  function takeOut({ id, session }: { readonly id: NonNullable<Bench['onBench']>['id']; session: Session }) {
    // Once it is handed over, the handing over finds out itself: what is owed must not change under it.
    const event = session.isShipRequested ? null : takeOutRefused(session, refused);
    if (event !== null && session.pending !== null) return;
    refused = [];
    if (event !== null) bench.happen(id, [event], 'shop');
  }

  return () => {
    const { onBench } = bench;
    if (onBench === null || onBench.session.shop !== id || !mayTakeOut(onBench.session)) return;
    if (refused.length > 0) return takeOut(onBench);
    const isClockBack = notBefore - now() > askAgainMs;
    if (isAsking || (now() < notBefore && !isClockBack)) return;
    const units = onBench.session.packages
      .flatMap((parcel) => parcel.units)
      .map((unit): UnitFacts => ({ sku: unit.sku, ...ownFacts(unit) }))
      .filter((unit) => Object.keys(unit).length > 1 && !passed.has(JSON.stringify(unit)));
    if (units.length === 0 || onBench.session.isShipRequested) return;
    isAsking = true;
    void ask(onBench.session, units).finally(() => {
      isAsking = false;
    });
  };
}

function isRefused(unit: UnitFacts, refusals: readonly RefusedCode[]): boolean {
  return refusals.some(({ markingCode, weighed }) =>
    weighed === undefined
      ? [unit.markingCode, unit.imei, unit.jewelryUin].includes(markingCode)
      : weighed.sku === unit.sku && weighed.weightG === unit.weightG,
  );
}

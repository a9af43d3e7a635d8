import { phaseOf } from '#domain/packing/session.ts';
import type { Bench } from '../packing/bench.ts';
import { reportFailure } from '../report-failure.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { ShopLink } from './shop-link.ts';
import type { ShopReader } from './shop-reader.ts';

export type BarcodeSearchOptions = {
  readonly bench: Pick<Bench, 'lastVerdict' | 'verdictSeq' | 'onBench' | 'open'>;
  readonly shop: () =>
    | (Pick<ConnectedShop, 'account'> & {
        readonly link: Pick<ShopLink, 'call' | 'state'>;
        readonly reader: Pick<ShopReader, 'readPosting'>;
      })
    | null;
};

/** A label's barcode; anything else is not worth a question. */
const labelCode = /^[\w%-]{6,60}$/;
const keptMost = 500;

/**
 * Asks the shop in the background about a barcode that nobody here knows, as it may be a label's. The posting that it finds
 * comes in and is opened as if it had been scanned, unless anything else was scanned meanwhile. Each code is asked about once.
 */
export function createBarcodeSearch({ bench, shop }: BarcodeSearchOptions): () => void {
  const asked = new Set<string>();
  let isAsking = false;

  async function search(code: string, at: NonNullable<ReturnType<typeof shop>>): Promise<void> {
    const seq = bench.verdictSeq;
    const answer = await at.link.call(() => at.account.findByBarcode(code));
    // Without an answer the packer's next scan of it asks again.
    if (!answer.ok && answer.error.code !== 'refused') asked.delete(code);
    if (!answer.ok) return;
    const isRead = await at.reader.readPosting(answer.value);
    if (isRead && bench.verdictSeq === seq) bench.open(answer.value);
  }

  return () => {
    const at = shop();
    const verdict = bench.lastVerdict;
    if (at === null || isAsking || verdict?.code !== 'unknown-code' || !isFree(bench)) return;
    const code = String(verdict.details.code ?? '');
    if (!labelCode.test(code) || asked.has(code) || at.link.state().state !== 'online') return;
    if (asked.size >= keptMost) asked.clear();
    asked.add(code);
    isAsking = true;
    search(code, at)
      .catch((cause) => reportFailure('barcode search', cause))
      .finally(() => {
        isAsking = false;
      });
  };
}

/** Nothing is open: what is in hand is not left for another posting. */
function isFree({ onBench }: Pick<Bench, 'onBench'>): boolean {
  return onBench === null || ['closed', 'held', 'stopped'].includes(phaseOf(onBench.session));
}

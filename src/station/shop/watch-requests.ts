import type { ShopId } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { keepBuyerRequests, type WaitingRequest } from '../database/buyer-requests.ts';
import type { BuyerRequestKind } from '../database/schema.ts';
import { transaction } from '../database/transaction.ts';
import { reportFailure } from '../report-failure.ts';
import type { AfterSaleRows, CancellationRequest } from './after-sale-port.ts';
import type { ReturnRequest } from './return-request-port.ts';
import type { SellerAccount, ShopAnswer } from './seller-account.ts';
import type { ShopLink } from './shop-link.ts';

export type RequestWatchOptions = {
  readonly shop: ShopId;
  readonly db: BenchDatabase;
  readonly account: Pick<SellerAccount, 'afterSale' | 'returnRequests'>;
  readonly link: ShopLink;
  readonly pollMs: number;
  /** Epoch ms. */
  readonly now: () => number;
};

/** Brings in what buyers ask for and a person must answer, in the background. */
export type RequestWatch = {
  /** Reads at once instead of at the next poll; nothing happens while it reads. */
  readNow(): void;
  close(): Promise<void>;
};

type Source = {
  readonly kind: BuyerRequestKind;
  readonly list: (signal: AbortSignal) => ShopAnswer<AfterSaleRows<WaitingRequest>>;
};

/** Begins to read with every poll. A list that the key may not read is left alone until the shop is connected anew. */
export function watchRequests(options: RequestWatchOptions): RequestWatch {
  const { shop, db, account, link, now } = options;
  const abort = new AbortController();
  const denied = new Set<BuyerRequestKind>();
  let timer: NodeJS.Timeout | null = null;
  let reading: Promise<void> = Promise.resolve();

  const sources: readonly Source[] = [
    {
      kind: 'cancellation',
      list: async (signal) => {
        const answer = await account.afterSale.listCancellationRequests(signal, 'background');
        if (!answer.ok) return answer;
        return ok({ ...answer.value, rows: answer.value.rows.map(waitingCancellation) });
      },
    },
    {
      kind: 'return',
      list: async (signal) => {
        const answer = await account.returnRequests.list('waiting', signal, 'background');
        if (!answer.ok) return answer;
        return ok({ ...answer.value, rows: answer.value.rows.map(waitingReturn) });
      },
    },
  ];

  async function readAll(): Promise<void> {
    for (const { kind, list } of sources) {
      if (abort.signal.aborted) return;
      if (denied.has(kind)) continue;
      const answer = await link.call(() => list(abort.signal));
      if (abort.signal.aborted) return;
      if (!answer.ok) {
        if (answer.error.code === 'refused') denied.add(kind);
        continue;
      }
      const { rows, unread, isAll } = answer.value;
      // A row that cannot be read may be any of those that are kept.
      const isWhole = isAll && unread === 0;
      transaction(db, () => keepBuyerRequests(db, shop, kind, { rows, isWhole, at: now() }));
    }
  }

  function start(): void {
    if (abort.signal.aborted) return;
    timer = null;
    reading = readAll()
      // A full disk, most likely: the next poll reads it all again.
      .catch((cause) => reportFailure('buyers’ requests', cause))
      .finally(() => {
        if (!abort.signal.aborted) timer = setTimeout(start, options.pollMs);
      });
  }

  start();
  return {
    readNow() {
      if (timer === null) return;
      clearTimeout(timer);
      start();
    },
    async close() {
      abort.abort();
      if (timer !== null) clearTimeout(timer);
      await reading;
    },
  };
}

function waitingCancellation({
  id,
  posting,
  reason,
  message,
  askedAt,
  agreesAt,
}: CancellationRequest): WaitingRequest {
  return {
    ...{ id, posting, subject: posting, askedAt, decidesAt: agreesAt },
    words: [reason, message].filter((text) => text !== '').join(': '),
  };
}

function waitingReturn({ id, number, posting, name, state, askedAt }: ReturnRequest): WaitingRequest {
  return {
    ...{ id, posting, subject: number || id, askedAt, decidesAt: null },
    words: [posting, name, state].filter((text) => text !== '').join(' · '),
  };
}

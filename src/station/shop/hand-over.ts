import { join } from 'node:path';
import type { ProcedureOutput } from '#contract/procedures.ts';
import type { PostingNumber } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { manifestPage } from '../database/manifest-rows.ts';
import { storeBytes } from '../database/stored-bytes.ts';
import { localDayOf } from '../packing/local-day.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { ShopFailure } from './seller-account.ts';

export type HandOverRequest = {
  readonly db: BenchDatabase;
  readonly home: string;
  readonly shop: ConnectedShop;
  /** "YYYY-MM-DD". */
  readonly day: string;
  readonly deliveryMethodId: string;
};

const packagesMax = 10_000;

/**
 * Hands the day's packages of one delivery method over: opens the shop's handover (or goes on with the open one), fills
 * it with what this bench packed and closed, approves it, and fetches its document where the shop has drawn it already.
 * Fails with the shop's words; what was done before stays done and is gone on with the next time.
 */
export async function handOver(
  request: HandOverRequest,
): Promise<Result<ProcedureOutput<'handover.create'>, string>> {
  const { shop, day, deliveryMethodId } = request;
  const numbers = closedPackages(request);
  if (numbers.length === 0) return err('NO_PACKAGES');
  const { account, link } = shop;
  const created = await link.call(() => account.createHandover(deliveryMethodId, day));
  if (!created.ok) return err(wordsOf(created.error));
  const { id } = created.value;
  const filled = await link.call(() => account.setHandoverPostings(id, numbers));
  if (!filled.ok) return err(wordsOf(filled.error));
  const approved = await link.call(() => account.approveHandover(id));
  if (!approved.ok) return err(wordsOf(approved.error));
  const state = await link.call(() => account.getHandover(id));
  return ok({
    id,
    status: state.ok ? state.value.shopStatus : created.value.shopStatus,
    postings: numbers.length - filled.value.refused.length,
    refused: [...filled.value.refused],
    document: await fetchDocument(request, id),
  });
}

function closedPackages({ db, day, deliveryMethodId }: HandOverRequest): PostingNumber[] {
  const rows = manifestPage(db, localDayOf(day), { limit: packagesMax, offset: 0 });
  const mine = rows.filter(
    (row) => row.deliveryMethodId === deliveryMethodId && row.state === 'closed' && row.interim === 0,
  );
  return [...new Set(mine.map((row) => row.shopPosting ?? row.posting))];
}

async function fetchDocument({ db, home, shop }: HandOverRequest, id: string): Promise<string | null> {
  const answer = await shop.link.call(() => shop.account.getHandoverDocument(id));
  if (!answer.ok || answer.value.state !== 'ready') return null;
  return join(home, storeBytes(db.home, 'exports/handover', 'pdf', answer.value.pdf).file);
}

function wordsOf(failure: ShopFailure): string {
  return 'shopCode' in failure
    ? `${failure.shopCode}: ${failure.detail}`
    : `${failure.code}: ${failure.detail}`;
}

import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { loseAskedBatches, openBatches } from '../database/import-batches.ts';
import { countLines, endImport, type ImportRow, runningImports } from '../database/product-imports.ts';
import { reportFailure } from '../report-failure.ts';
import type { SellerAccount } from '../shop/seller-account.ts';
import type { ShopLink } from '../shop/shop-link.ts';
import { createModerationWatch } from './moderation-watch.ts';
import { sendBatch } from './send-batch.ts';
import { settleBatch } from './settle-batch.ts';

/** What the steps of an import work with. */
export type ImportTools = {
  readonly db: BenchDatabase;
  readonly account: Pick<SellerAccount, 'productImport'>;
  readonly link: Pick<ShopLink, 'call'>;
  /** Epoch ms. */
  readonly now: () => number;
  readonly signal: AbortSignal;
};

/** Sends what a person started, hears what becomes of it, and goes on after a restart where it was. */
export type ImportRunner = {
  /** There may be something to do now. */
  readonly kick: () => void;
  /** Does everything that is due now; for tests. */
  readonly workNow: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const everyMs = 500;
/** Moderation takes hours, days at most; then a person looks in the cabinet. */
const watchedForMs = 3 * 86_400_000;

/** Begins to work at once where something was left. */
export function createImportRunner(
  options: Omit<ImportTools, 'signal'> & { readonly shop: ShopId },
): ImportRunner {
  const { shop, db, now } = options;
  const abort = new AbortController();
  const tools: ImportTools = { ...options, signal: abort.signal };
  const moderation = createModerationWatch(tools);
  /** The most lines of a request, by import: halved while the shop refuses whole requests. */
  const most = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;
  let working: Promise<void> | null = null;

  for (const { id } of runningImports(db, shop)) loseAskedBatches(db, id, now());

  async function work(): Promise<void> {
    for (const file of runningImports(db, shop)) {
      for (const batch of openBatches(db, file.id)) {
        if (abort.signal.aborted) return;
        if (batch.nextAt <= now()) await settleBatch(tools, batch);
      }
      if (abort.signal.aborted) return;
      await sendBatch(tools, file, most);
      await moderation.look(file);
      if (isOver(file)) endImport(db, file.id, now());
    }
  }

  function isOver({ id, startedAt }: ImportRow): boolean {
    if (openBatches(db, id).length > 0) return false;
    const counts = countLines(db, id);
    if ((counts.get('ready') ?? 0) > 0) return false;
    return (counts.get('moderating') ?? 0) === 0 || now() - (startedAt ?? 0) > watchedForMs;
  }

  function workNow(): Promise<void> {
    working ??= work()
      .catch((cause) => reportFailure('product-import', cause))
      .finally(() => {
        working = null;
      });
    return working;
  }

  function kick(): void {
    if (timer !== null || abort.signal.aborted || runningImports(db, shop).length === 0) return;
    timer = setTimeout(() => {
      void workNow().then(() => {
        timer = null;
        kick();
      });
    }, everyMs);
  }

  kick();
  return {
    kick,
    workNow,
    async close() {
      abort.abort();
      if (timer !== null) clearTimeout(timer);
      await working;
    },
  };
}

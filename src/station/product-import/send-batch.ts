import {
  addBatch,
  changeBatch,
  holdLine,
  linesOfBatch,
  moveLines,
  tellLine,
} from '../database/import-batches.ts';
import { type ImportLine, type ImportRow, linesOf, waitWithImport } from '../database/product-imports.ts';
import { transaction } from '../database/transaction.ts';
import type { ShopFailure } from '../shop/seller-account.ts';
import type { ImportTools } from './import-runner.ts';
import { storedCard } from './stored-line.ts';

/** The shop takes no more in one request. */
const batchMost = 100;
/** After an answer that asks for no particular time, ms. */
const againMs = 5_000;
/** A key that lacks a right is mended by a person, ms. */
const rightsMs = 60_000;
/** From a lost answer to the first look, ms. */
const firstLookMs = 1_000;

/**
 * Sends the next lines of an import, where it does not wait. Articles that are cards at the shop by now are held back first: they
 * would be overwritten. The request is on record before it goes out.
 */
export async function sendBatch(
  tools: ImportTools,
  file: ImportRow,
  most: Map<string, number>,
): Promise<void> {
  const { db, account, link, now, signal } = tools;
  if (file.waitUntil !== null && file.waitUntil > now()) return;
  const limit = most.get(file.id) ?? batchMost;
  const lines = linesOf(db, file.id, ['ready'], { limit, offset: 0 });
  if (lines.length === 0) return;
  const articles = lines.map(({ article }) => article);
  const there = await link.call(() => account.productImport.findCards(articles, signal));
  if (!there.ok) return wait(there.error);
  const known = new Set(there.value.map(({ article }) => article));
  // Meanwhile a person may have stopped it.
  const still = new Set(linesOf(db, file.id, ['ready'], { limit, offset: 0 }).map(({ row }) => row));
  const fresh = lines.filter(({ article, row }) => !known.has(article) && still.has(row));
  transaction(db, () => {
    for (const line of lines) if (known.has(line.article)) holdLine(db, line, [existsFinding(line)]);
  });
  if (fresh.length === 0 || signal.aborted) return;

  const id = addBatch(db, fresh, now());
  // Read again: they belong to the request now.
  const sent = linesOfBatch(db, id);
  const cards = sent.map(({ card }) => storedCard(card ?? ''));
  const answer = await link.call(() => account.productImport.importCards(file, cards, signal));
  if (answer.ok) {
    transaction(db, () => {
      changeBatch(
        db,
        { id },
        { state: 'taken', task: answer.value.task, looks: 0, nextAt: now() + firstLookMs },
      );
      moveLines(db, sent, 'taken');
      waitWithImport(db, file.id, null, null);
    });
    most.set(file.id, Math.min(limit * 2, batchMost));
    return;
  }
  const { error } = answer;
  const over = { state: 'over', task: null, looks: 0, nextAt: now() } as const;
  if (error.code === 'unknown' || error.code === 'malformed') {
    changeBatch(db, { id }, { state: 'lost', task: null, looks: 0, nextAt: now() + firstLookMs });
    return;
  }
  if (error.code !== 'refused') {
    transaction(db, () => {
      changeBatch(db, { id }, over);
      moveLines(db, sent, 'ready');
    });
    return wait(error);
  }
  // Nothing of a refused request is done. One line may be to blame for all: halves find it.
  transaction(db, () => {
    changeBatch(db, { id }, over);
    const [only, ...others] = sent;
    if (only === undefined || others.length > 0) return moveLines(db, sent, 'ready');
    const complaint = { code: error.shopCode, words: error.detail, about: '', isError: true };
    tellLine(db, only, { state: 'refused', productId: null, complaints: [complaint] });
  });
  if (sent.length > 1) most.set(file.id, Math.ceil(sent.length / 2));

  function wait(failure: ShopFailure): void {
    const asked = failure.code === 'retry' ? failure.afterMs : null;
    const pauseMs = asked ?? (failure.code === 'unauthorized' ? rightsMs : againMs);
    waitWithImport(db, file.id, now() + pauseMs, failure.detail);
  }
}

function existsFinding({ row, article }: ImportLine) {
  return { row, column: 'article', code: 'article-exists', facts: { article } };
}

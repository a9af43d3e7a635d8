import {
  changeBatch,
  type ImportBatch,
  linesOfBatch,
  moveLines,
  tellLine,
} from '../database/import-batches.ts';
import { raiseTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import type { ImportTools } from './import-runner.ts';

/** After a request whose answer was lost its cards are looked for this often, at growing pauses: some four minutes in all. */
const looksMost = 8;
const longestPauseMs = 60_000;
/** A task of the shop's that has not ended after a day does not end. */
const taskMostMs = 86_400_000;

/** Finds out what became of a request: by the shop's task, or by looking for its cards where the answer was lost. */
export async function settleBatch(tools: ImportTools, batch: ImportBatch): Promise<void> {
  await (batch.task === null ? lookForCards(tools, batch) : readTask(tools, batch, batch.task));
}

/**
 * Cards that are there were made by the lost request, as their articles were free before it. What is not there after the
 * last look was not made, and is sent again.
 */
async function lookForCards(
  { db, account, link, now, signal }: ImportTools,
  batch: ImportBatch,
): Promise<void> {
  const lines = linesOfBatch(db, batch.id).filter(({ state }) => state === 'sending');
  const articles = lines.map(({ article }) => article);
  const found = await link.call(() => account.productImport.findCards(articles, signal));
  // Not knowing is no look.
  if (!found.ok) return changeBatch(db, batch, { ...batch, nextAt: now() + pauseAfter(batch.looks) });
  transaction(db, () => {
    const there = new Map(found.value.map((card) => [card.article, card]));
    const rest = lines.filter(({ article }) => !there.has(article));
    for (const line of lines) {
      const card = there.get(line.article);
      if (card === undefined) continue;
      const { productId, complaints } = card;
      tellLine(db, line, { state: 'moderating', productId, complaints });
    }
    const looks = batch.looks + 1;
    const isLast = rest.length > 0 && looks >= looksMost;
    if (isLast) moveLines(db, rest, 'ready');
    const isOver = isLast || rest.length === 0;
    changeBatch(db, batch, {
      ...batch,
      state: isOver ? 'over' : 'lost',
      looks,
      nextAt: now() + pauseAfter(looks),
    });
  });
}

async function readTask(
  { db, account, link, now, signal }: ImportTools,
  batch: ImportBatch,
  task: string,
): Promise<void> {
  const lines = linesOfBatch(db, batch.id).filter(({ state }) => state === 'taken');
  const answer = await link.call(() => account.productImport.getImport(task, signal));
  const looks = batch.looks + 1;
  const isTooOld = now() - batch.askedAt > taskMostMs;
  if (!answer.ok && !isTooOld)
    return changeBatch(db, batch, { ...batch, looks, nextAt: now() + pauseAfter(looks) });
  transaction(db, () => {
    const told = new Map((answer.ok ? answer.value : []).map((card) => [card.article, card]));
    const pending = lines.filter(({ article }) => (told.get(article)?.state ?? 'pending') === 'pending');
    for (const line of lines) {
      const card = told.get(line.article);
      if (card === undefined || card.state === 'pending') continue;
      const { productId, complaints } = card;
      const state = card.state === 'failed' ? 'refused' : 'moderating';
      tellLine(db, line, { state, productId, complaints });
    }
    if (isTooOld && pending.length > 0) {
      moveLines(db, pending, 'unknown');
      raiseTask(db, { kind: 'import-unknown', subject: task, detail: { lines: pending.length }, at: now() });
    }
    const isOver = isTooOld || pending.length === 0;
    changeBatch(db, batch, {
      ...batch,
      state: isOver ? 'over' : 'taken',
      looks,
      nextAt: now() + pauseAfter(looks),
    });
  });
}

/** 1 s, 2 s, 4 s … up to a minute. */
function pauseAfter(looks: number): number {
  return Math.min(1_000 * 2 ** Math.min(looks, 10), longestPauseMs);
}

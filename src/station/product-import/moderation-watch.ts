import { tellLine } from '../database/import-batches.ts';
import { type ImportLine, type ImportRow, linesOf } from '../database/product-imports.ts';
import { transaction } from '../database/transaction.ts';
import type { ShopCard, ShopComplaint } from '../shop/product-import-port.ts';
import type { ImportTools } from './import-runner.ts';
import { rowsMost } from './sheet-limits.ts';
import { storedComplaints } from './stored-line.ts';

const atOnce = 500;
const firstPauseMs = 2_000;
const longestPauseMs = 600_000;

/** Asks at growing pauses whether the shop has looked at the cards that it made, and what it says of them. */
export function createModerationWatch({ db, account, link, now, signal }: ImportTools) {
  const nextLook = new Map<string, { at: number; pauseMs: number }>();

  async function lostPictures(
    cards: readonly ShopCard[],
  ): Promise<ReadonlyMap<string, readonly ShopComplaint[]>> {
    const ids = cards.map(({ productId }) => productId);
    const answer = await link.call(() => account.productImport.findLostPictures(ids, signal));
    const lost = new Map<string, ShopComplaint[]>();
    // It only helps: a key that may not ask goes without.
    for (const { productId, url, words } of answer.ok ? answer.value : []) {
      const said = { code: 'PICTURE', words: `${words} ${url}`.trim(), about: 'pictures', isError: false };
      lost.set(productId, [...(lost.get(productId) ?? []), said]);
    }
    return lost;
  }

  return {
    /** Looks once, where it is time. What is still being looked at stays so. */
    async look({ id }: ImportRow): Promise<void> {
      const due = nextLook.get(id) ?? { at: 0, pauseMs: firstPauseMs };
      // A clock that was set back must not hold it up.
      if (now() < due.at && due.at - now() <= longestPauseMs) return;
      const lines = linesOf(db, id, ['moderating'], { limit: rowsMost, offset: 0 });
      if (lines.length === 0) return;
      nextLook.set(id, { at: now() + due.pauseMs, pauseMs: Math.min(due.pauseMs * 2, longestPauseMs) });
      let judged = 0;
      for (let at = 0; at < lines.length; at += atOnce) judged += await lookAt(lines.slice(at, at + atOnce));
      // Whatever is left comes soon, as the shop is at it.
      if (judged > 0) nextLook.set(id, { at: now() + firstPauseMs, pauseMs: firstPauseMs });
    },
  };

  /** How many of these lines were judged. */
  async function lookAt(lines: readonly ImportLine[]): Promise<number> {
    if (signal.aborted) return 0;
    const articles = lines.map(({ article }) => article);
    const answer = await link.call(() => account.productImport.findCards(articles, signal));
    const judged = (answer.ok ? answer.value : []).filter(({ moderation }) => moderation !== 'waiting');
    if (judged.length === 0) return 0;
    const pictures = await lostPictures(judged);
    const byArticle = new Map(judged.map((card) => [card.article, card]));
    transaction(db, () => {
      for (const line of lines) {
        const card = byArticle.get(line.article);
        if (card === undefined || card.moderation === 'waiting') continue;
        const { moderation, productId } = card;
        const before = storedComplaints(line.complaints).filter(({ isError }) => !isError);
        const complaints = [...before, ...card.complaints, ...(pictures.get(productId) ?? [])];
        tellLine(db, line, { state: moderation, productId, complaints });
      }
    });
    return judged.length;
  }
}

import type { CardId, ListedCard } from '#domain/catalogue/listed-card.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { endProductChange, markProductChangeSent, noteProductChange } from '../database/product-changes.ts';
import { unknownProducts } from '../database/products.ts';
import { transaction } from '../database/transaction.ts';
import type { ItemTrouble } from './catalogue-port.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { ShopAnswer, ShopFailure } from './seller-account.ts';

export type ProductChangeTools = {
  readonly db: BenchDatabase;
  readonly shop: ConnectedShop;
  readonly now: () => number;
};

export type WantedChange = {
  readonly card: Pick<ListedCard, 'id' | 'offer'>;
  readonly kind: 'barcode' | 'make-barcode' | 'price';
  readonly wanted: unknown;
  readonly seen: unknown;
  /** The lead who wants it. */
  readonly actor: string;
};

/**
 * Has the shop change something of one product: noted before it is asked, sent once. After an answer that never came the
 * product is read, and it counts where it is as wanted; else the lead is told and may ask again, which does no harm.
 */
export async function changeProduct(
  change: WantedChange,
  steps: {
    readonly send: () => ShopAnswer<readonly ItemTrouble[]>;
    /** Whether the product is as wanted, read at the shop; null where that cannot be read. */
    readonly isDone: () => Promise<boolean | null>;
  },
  { db, shop, now }: ProductChangeTools,
): Promise<Result<void, ShopFailure>> {
  const { card, kind, wanted, seen, actor } = change;
  const seq = transaction(db, () => {
    const noted = noteProductChange(db, {
      ...{ shop: shop.id, card: card.id, offer: card.offer, kind, warehouse: '' },
      ...{ wanted, seen, actor, askedAt: now() },
    });
    markProductChangeSent(db, noted, now());
    return noted;
  });
  const end = (outcome: 'done' | 'refused' | 'unknown', words: string | null) =>
    endProductChange(db, seq, { outcome, words, at: now() });
  const answer = await shop.link.call(steps.send);
  if (answer.ok) {
    const trouble = answer.value[0] ?? null;
    if (trouble === null) {
      end('done', null);
      return ok(undefined);
    }
    end('refused', `${trouble.code}: ${trouble.words}`);
    return err({ code: 'refused', shopCode: trouble.code, detail: trouble.words });
  }
  const { error } = answer;
  if (error.code !== 'unknown') {
    end('refused', error.detail);
    return answer;
  }
  const isDone = await steps.isDone();
  if (isDone === true) {
    end('done', null);
    return ok(undefined);
  }
  // The shop may be at work on it still: the word for it is that nobody knows, and the next reading shows it.
  end('unknown', error.detail);
  return isDone === null ? answer : err({ code: 'retry', afterMs: null, detail: error.detail });
}

/** Reads a product anew, for the list and for the packing; null where the shop did not answer. */
export async function readChanged(
  { db, shop }: Pick<ProductChangeTools, 'db' | 'shop'>,
  id: CardId,
): Promise<ListedCard | null> {
  const answer = await shop.catalogue.readCards([id]);
  const card = answer.ok ? (answer.value[0] ?? null) : null;
  const sku = card?.sku ?? null;
  // What the bench does not pack it need not know.
  if (sku !== null && unknownProducts(db, [sku]).length === 0) await shop.reader.readProducts([sku]);
  return card;
}

import { z } from 'zod';
import { MAIN_WAREHOUSE, WAREHOUSES } from '../account/warehouses.ts';
import type { Product } from './product.ts';

/** What a seller, or a test, has changed of a card; the rest follows from the seed. Times in epoch ms. */
export const cardStateSchema = z.object({
  sku: z.int(),
  name: z.string(),
  archived: z.boolean(),
  barcodes: z.array(z.string()),
  /** When a barcode was asked to be made; it shows a moment later. */
  generatedAt: z.number().nullable(),
  /** The card declares no size and weight. */
  sizeless: z.boolean(),
  /** `price_sent` where stock may be set. */
  status: z.string(),
  errors: z.array(z.object({ code: z.string(), message: z.string() })),
  price: z.string(),
  oldPrice: z.string(),
  minPrice: z.string(),
  priceChangedAt: z.array(z.number()),
  stocks: z.array(z.object({ warehouse: z.int(), free: z.int(), changedAt: z.number().nullable() })),
});
export type CardState = z.infer<typeof cardStateSchema>;

const GENERATED_AFTER_MS = 300;

/** The state of a product's card, as the seed makes it where nobody has changed it yet. */
export function cardOf(cards: Map<number, CardState>, product: Product): CardState {
  const known = cards.get(product.sku);
  if (known !== undefined) return known;
  const card: CardState = {
    ...{ sku: product.sku, name: product.name, archived: false, barcodes: [...product.barcodes] },
    ...{ generatedAt: null, sizeless: false, status: 'price_sent', errors: [] },
    ...{ price: `${product.priceRub}.00`, oldPrice: '', minPrice: '', priceChangedAt: [] },
    stocks: WAREHOUSES.map(({ warehouseId }) => ({
      ...{ warehouse: warehouseId, free: warehouseId === MAIN_WAREHOUSE.warehouseId ? 100 : 0 },
      changedAt: null,
    })),
  };
  cards.set(product.sku, card);
  return card;
}

/** A barcode that was asked for and has had its time appears on the card. `now` in epoch ms. */
export function settleCard(card: CardState, now: number): void {
  if (card.generatedAt === null || now - card.generatedAt < GENERATED_AFTER_MS) return;
  card.generatedAt = null;
  const made = `OZN${card.sku}`;
  if (!card.barcodes.includes(made)) card.barcodes.push(made);
}

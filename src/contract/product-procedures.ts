import { z } from 'zod';
import { cardProblems } from '#domain/catalogue/card-problems.ts';
import { CardId, ListedCard } from '#domain/catalogue/listed-card.ts';
import type { ProcedureTable } from './procedure-table.ts';

const done = z.object({ done: z.literal(true) });

/** A card with what is wrong with it, as it was read last (epoch ms). */
export const CardView = ListedCard.extend({ problems: z.array(z.enum(cardProblems)), readAt: z.int() });
export type CardView = z.infer<typeof CardView>;

/** How far the reading of the products is. */
export const CatalogueReadingView = z.object({
  isUnderWay: z.boolean(),
  /** Read so far, and how many there are; null where the shop has not said. */
  cards: z.int(),
  total: z.int().nullable(),
  /** Entries that could not be read. */
  unread: z.int(),
  /** When all of them were read last, epoch ms. */
  wholeAt: z.int().nullable(),
  /** Why it broke off; null where it did not. */
  failure: z.string().nullable(),
});
export type CatalogueReadingView = z.infer<typeof CatalogueReadingView>;

/** The seller's products at the shop. */
export const productProcedures = {
  /** One page of what is known of them, by name. A code that is a product's own barcode finds that product alone. */
  'products.list': {
    role: 'packer',
    input: z.object({
      wanted: z.string().max(200),
      isArchived: z.boolean(),
      problem: z.enum(['', 'any', ...cardProblems]),
      status: z.string().max(200),
      limit: z.int().min(1).max(100),
      offset: z.int().min(0),
    }),
    output: z.object({
      rows: z.array(CardView),
      total: z.int(),
      statuses: z.array(z.string()),
      reading: CatalogueReadingView,
    }),
  },
  /** Has them read in the background, where the last reading is old; with `isWanted` however fresh it is. */
  'products.read': { role: 'packer', input: z.object({ isWanted: z.boolean() }), output: done },
  /** One product, read anew at the shop; `failure` says why what is shown is of an earlier reading. */
  'products.card': {
    role: 'packer',
    input: z.object({ id: CardId }),
    output: z.object({ card: CardView, failure: z.string().nullable() }),
  },
  /** A product's picture as a data URL; null when there is none. */
  'products.picture': {
    role: 'packer',
    input: z.object({ id: CardId }),
    output: z.object({ dataUrl: z.string().nullable() }),
  },
  /** The screen takes the scanners' scans for ten seconds more, or gives them back. */
  'products.takeScans': { role: 'packer', input: z.object({ isOpen: z.boolean() }), output: done },
} as const satisfies ProcedureTable;

import { z } from 'zod';

/** What an import found wrong with a card, in the shop's shape. */
export const itemErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  field: z.string().default(''),
  attribute_id: z.int().default(0),
  attribute_name: z.string().default(''),
  level: z.string().default('error'),
});
export type ItemError = z.infer<typeof itemErrorSchema>;

const attributeValuesSchema = z.object({
  id: z.int(),
  complex_id: z.int(),
  values: z.array(z.object({ dictionary_value_id: z.int(), value: z.string() })),
});

/** A card as it was sent. */
export const sentItemSchema = z.object({
  offer_id: z.string(),
  name: z.string(),
  description_category_id: z.int(),
  type_id: z.int(),
  price: z.string(),
  old_price: z.string(),
  currency_code: z.string(),
  vat: z.string(),
  barcode: z.string(),
  depth: z.int(),
  width: z.int(),
  height: z.int(),
  dimension_unit: z.string(),
  weight: z.int(),
  weight_unit: z.string(),
  images: z.array(z.string()),
  attributes: z.array(attributeValuesSchema),
});
export type SentItem = z.infer<typeof sentItemSchema>;

/** One request to create cards. */
export const importTaskSchema = z.object({
  id: z.int(),
  at: z.number(),
  items: z.array(
    z.object({
      sent: sentItemSchema,
      status: z.enum(['pending', 'imported', 'failed']),
      productId: z.int(),
      errors: z.array(itemErrorSchema),
    }),
  ),
});
export type ImportTask = z.infer<typeof importTaskSchema>;

/** A card that came of an import. */
export const cardSchema = z.object({
  sku: z.int(),
  productId: z.int(),
  sent: sentItemSchema,
  moderation: z.enum(['moderating', 'approved', 'declined']),
  /** Why it was declined; "" else. */
  words: z.string(),
  /** How many imports wrote it. */
  writes: z.int(),
  createdAt: z.number(),
});
export type Card = z.infer<typeof cardSchema>;

/** What a test wants of an article: its import fails, or it is declined when it is looked at. */
export const articlePlanSchema = z.union([
  z.object({ offer: z.string(), fails: itemErrorSchema }),
  z.object({ offer: z.string(), declines: z.string() }),
]);
export type ArticlePlan = z.infer<typeof articlePlanSchema>;

/** How many cards may be made; -1 is without limit. Counts are those of the running day and minute. */
export const quotaSchema = z.object({
  dailyLimit: z.int(),
  totalLimit: z.int(),
  perMinute: z.int(),
  day: z.string(),
  createdToday: z.int(),
  updatedToday: z.int(),
  minute: z.number(),
  inMinute: z.int(),
});
export type Quota = z.infer<typeof quotaSchema>;

/** What a new shop may do. */
export const NEW_QUOTA: Quota = {
  ...{ dailyLimit: 1000, totalLimit: -1, perMinute: 2000 },
  ...{ day: '', createdToday: 0, updatedToday: 0, minute: 0, inMinute: 0 },
};

/** Everything about the making of cards. Changed in place. */
export const importStateSchema = z.object({
  tasks: z.array(importTaskSchema),
  cards: z.array(cardSchema),
  plans: z.array(articlePlanSchema),
  quota: quotaSchema,
  nextTask: z.int(),
  nextCard: z.int(),
});
export type ImportState = z.infer<typeof importStateSchema>;

/** The state of a shop where no card was made yet. */
export function newImportState(): ImportState {
  return { tasks: [], cards: [], plans: [], quota: { ...NEW_QUOTA }, nextTask: 172_549_793, nextCard: 0 };
}

import { z } from 'zod';
import type { ProcedureTable } from './procedure-table.ts';

/** An exact decimal as text, and its currency as the shop writes it. */
export const MoneyView = z.object({ amount: z.string(), currency: z.string() });
export type MoneyView = z.infer<typeof MoneyView>;

/** `name` is the shop's word for what it is for; "" for `sale` and `commission`, which have a sentence here. */
const named = { type: z.string(), name: z.string() };

/** An entry of a day; only `total` is the shop's own sum. */
export const DayAccrualView = z.object({
  id: z.string(),
  unit: z.string(),
  category: z.enum(['posting', 'item', 'container', 'other']),
  total: MoneyView,
  parts: z.array(z.object({ sku: z.string(), ...named, money: MoneyView })),
});
export type DayAccrualView = z.infer<typeof DayAccrualView>;

export const PostingAccrualView = z.object({
  posting: z.string(),
  day: z.string(),
  ...named,
  sku: z.string(),
  quantity: z.number(),
  money: MoneyView,
});
export type PostingAccrualView = z.infer<typeof PostingAccrualView>;

const rowsOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    /** One for each currency. */
    sums: z.array(MoneyView),
    unread: z.number(),
    isAll: z.boolean(),
  });

const Day = z.iso.date().refine((day) => day >= '2022-01-01', 'before 2022');
const Postings = z.array(z.string().trim().min(1).max(64)).min(1).max(200);

/** What the shop credits and charges; asked of the shop at every question, and for leads alone. */
export const accrualProcedures = {
  'accrual.day': { role: 'lead', input: z.object({ day: Day }), output: rowsOf(DayAccrualView) },
  'accrual.postings': {
    role: 'lead',
    input: z.object({ postings: Postings }),
    output: rowsOf(PostingAccrualView),
  },
  /** Writes what one of the two shows into the bench's exports folder and says where. */
  'accrual.export': {
    role: 'lead',
    input: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('day'), day: Day }),
      z.object({ kind: z.literal('postings'), postings: Postings }),
    ]),
    output: z.object({ file: z.string(), rows: z.int() }),
  },
} as const satisfies ProcedureTable;

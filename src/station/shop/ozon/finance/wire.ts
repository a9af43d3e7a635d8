import { z } from 'zod';
import { parseAmount } from '#domain/money/amount.ts';
import { list, optionalId, part, text, textOrNumber } from '../wire/fields.ts';

/** Money: an exact decimal as text; one that is none makes its row unreadable, as a figure must not be guessed. */
export const WireMoney = z.object({
  amount: z.string().transform((value, context) => {
    const amount = parseAmount(value);
    if (amount !== null) return amount;
    context.addIssue('is no amount');
    return z.NEVER;
  }),
  currency: z.string().trim().min(1).max(8),
});
const optionalMoney = WireMoney.nullish().transform((money) => money ?? null);

const typeId = textOrNumber;
const Fee = z.object({ type_id: typeId, accrued: WireMoney });
const quantity = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^-?\d{1,9}$/)
      .transform(Number),
  ])
  .nullish()
  .transform((value) => value ?? 0);

/** The answer of `/v1/finance/accrual/types`. */
export const AccrualTypesAnswer = z.object({
  accrual_types: list(z.object({ id: typeId, name: text })),
});

/** A row of `/v1/finance/accrual/by-day`. */
export const WireDayAccrual = z.object({
  accrual_id: optionalId,
  unit_number: text,
  accrued_category: text,
  total_amount: WireMoney,
  container_fees: part(z.object({ fees: list(Fee) })),
  item_fees: part(z.object({ fees: list(z.object({ sku: optionalId, fees: list(Fee) })) })),
  non_item_fee: z
    .preprocess((value) => (isEmpty(value) ? null : value), Fee.nullable())
    .nullish()
    .transform((fee) => fee ?? null),
  posting: part(
    z.object({
      products: list(
        z.object({
          sku: optionalId,
          commission: part(z.object({ sale_amount: optionalMoney, commission: optionalMoney })),
          delivery: part(z.object({ services: list(Fee) })),
        }),
      ),
    }),
  ),
});
export type WireDayAccrual = z.output<typeof WireDayAccrual>;

/** The answer of `/v1/finance/accrual/by-day`; rows are parsed one by one. */
export const DayAccrualsAnswer = z.object({ accruals: list(z.unknown()), last_id: text });

/** A row of `/v1/finance/accrual/postings`. */
export const WirePostingAccruals = z.object({
  posting_number: z.string().trim().min(1).max(64),
  accruals: list(
    z.object({ accrual_date: text, type_id: typeId, accrued: WireMoney, sku: optionalId, quantity }),
  ),
});
export type WirePostingAccruals = z.output<typeof WirePostingAccruals>;

/** The answer of `/v1/finance/accrual/postings`; rows are parsed one by one. */
export const PostingAccrualsAnswer = z.object({ posting_accruals: list(z.unknown()) });

/** An entry that is not for the whole seller may still have this object, with nothing in it. */
function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return !('accrued' in value) || value.accrued === null || value.accrued === undefined;
}

import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json, notFound, refused } from '../http/api-reply.ts';
import { int64, repeated, text } from '../http/proto-fields.ts';
import { type Posting, unitCount } from './posting.ts';
import { cancelPosting } from './posting-status.ts';

interface Reason {
  readonly id: number;
  readonly title: string;
  readonly type_id: 'seller' | 'buyer';
  readonly is_available_for_cancellation: boolean;
}

const REASONS: readonly Reason[] = [
  {
    id: 352,
    title: 'Товар закончился на складе продавца',
    type_id: 'seller',
    is_available_for_cancellation: true,
  },
  {
    id: 400,
    title: 'Остался только бракованный товар',
    type_id: 'seller',
    is_available_for_cancellation: true,
  },
  { id: 401, title: 'Продавец отклонил арбитраж', type_id: 'seller', is_available_for_cancellation: false },
  { id: 402, title: 'Другое (вина продавца)', type_id: 'seller', is_available_for_cancellation: true },
  { id: 665, title: 'Покупатель не забрал заказ', type_id: 'buyer', is_available_for_cancellation: false },
  {
    id: 666,
    title: 'Возврат из службы доставки: нет доставки в указанный регион',
    type_id: 'seller',
    is_available_for_cancellation: false,
  },
  {
    id: 667,
    title: 'Заказ утерян службой доставки',
    type_id: 'seller',
    is_available_for_cancellation: false,
  },
];

const cancelSchema = z.object({
  posting_number: z.string().min(1),
  cancel_reason_id: int64,
  cancel_reason_message: text,
});
const productCancelSchema = cancelSchema.extend({
  items: z.array(z.object({ sku: int64, quantity: int64 })).min(1),
});

/** Cancelling a posting or a part of it, and the reasons that are offered. */
export const cancelMethods: ApiMethods = {
  '/v2/posting/fbs/cancel-reason/list': method(z.object({}), () => json({ result: REASONS })),
  '/v1/posting/fbs/cancel-reason': method(
    z.object({ related_posting_numbers: repeated(z.string()) }),
    (input) => {
      const reasons = REASONS.filter(offered).map(({ id, title, type_id }) => ({ id, title, type_id }));
      return json({
        result: input.related_posting_numbers.map((posting_number) => ({ posting_number, reasons })),
      });
    },
  ),
  '/v2/posting/fbs/cancel': method(cancelSchema, (input, { world, now }) => {
    const posting = world.postings.get(input.posting_number);
    if (posting === undefined) return notFound('POSTING_NOT_FOUND');
    const reason = reasonOf(input);
    if (reason === null) return refused('HAS_INCORRECT_CANCEL_REASON');
    if (posting.status === 'cancelled') return refused('POSTING_ALREADY_CANCELLED');
    const why = {
      reasonId: reason.id,
      reason: input.cancel_reason_message || reason.title,
      type: 'seller',
    } as const;
    return cancelPosting(posting, why, now) ? json({ result: true }) : refused('HAS_INCORRECT_STATUS');
  }),
  '/v2/posting/fbs/product/cancel': method(productCancelSchema, (input, { world, now }) => {
    const posting = world.postings.get(input.posting_number);
    if (posting === undefined) return notFound('POSTING_NOT_FOUND');
    const reason = reasonOf(input);
    if (reason === null) return refused('HAS_INCORRECT_CANCEL_REASON');
    if (posting.status !== 'awaiting_packaging' || posting.shipping) return refused('HAS_INCORRECT_STATUS');
    if (!removable(posting, input.items)) return refused('HAS_INCORRECT_PRODUCT_QUANTITY');
    removeItems(posting, input.items);
    posting.changedAt = now;
    if (posting.lines.length === 0) {
      cancelPosting(posting, { reasonId: reason.id, reason: reason.title, type: 'seller' }, now);
    }
    return json({ result: posting.number });
  }),
};

function offered(reason: Reason): boolean {
  return reason.is_available_for_cancellation;
}

function reasonOf(input: z.output<typeof cancelSchema>): Reason | null {
  const reason = REASONS.find(({ id }) => id === input.cancel_reason_id);
  if (reason === undefined || !offered(reason)) return null;
  return reason.id === 402 && input.cancel_reason_message === '' ? null : reason;
}

type Items = readonly { readonly sku: number; readonly quantity: number }[];

function removable(posting: Posting, items: Items): boolean {
  return items.every(({ sku, quantity }) => {
    const line = posting.lines.find((candidate) => candidate.sku === sku);
    return line !== undefined && quantity >= 1 && quantity <= line.quantity;
  });
}

/** Takes the units off; the exemplars of what is gone go too. */
function removeItems(posting: Posting, items: Items): void {
  for (const { sku, quantity } of items) {
    const line = posting.lines.find((candidate) => candidate.sku === sku);
    if (line !== undefined) line.quantity -= quantity;
  }
  posting.lines = posting.lines.filter((line) => line.quantity > 0);
  if (unitCount(posting) !== posting.exemplars.length) {
    posting.exemplars = [];
    posting.exemplarState = 'none';
  }
}

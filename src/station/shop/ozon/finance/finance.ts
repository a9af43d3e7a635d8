import type { z } from 'zod';
import { err, ok } from '#domain/result.ts';
import {
  ACCRUAL_POSTINGS_MAX,
  type AccrualPart,
  type AccrualPort,
  type DayAccrual,
  type PostingAccrual,
} from '../../accrual-port.ts';
import type { AccountParts } from '../account-parts.ts';
import type { CallOptions } from '../client.ts';
import { METHOD } from '../methods.ts';
import { withoutRight } from '../without-right.ts';
import {
  AccrualTypesAnswer,
  DayAccrualsAnswer,
  PostingAccrualsAnswer,
  WireDayAccrual,
  WirePostingAccruals,
} from './wire.ts';

/** A shop that goes on naming another page is not followed for ever. */
const PAGES = 100;

/** `/v1/finance/accrual/*`. */
export function financeMethods({ client }: AccountParts): AccrualPort {
  const reading = (signal: AbortSignal | undefined): CallOptions => ({
    ...{ effect: 'repeatable', urgency: 'screen', signal },
  });
  return {
    async listTypes(signal) {
      const answer = withoutRight(
        await client.call(METHOD.accrualTypes, {}, AccrualTypesAnswer, reading(signal)),
      );
      return answer.ok ? ok(answer.value.accrual_types) : answer;
    },

    async listDay(day, signal) {
      const rows: DayAccrual[] = [];
      let unread = 0;
      let last = '';
      for (let page = 0; page < PAGES; page += 1) {
        const body: object = { date: day, last_id: last };
        const answer = withoutRight(
          await client.call(METHOD.accrualsByDay, body, DayAccrualsAnswer, reading(signal)),
        );
        if (!answer.ok) return answer;
        const read = eachRead(answer.value.accruals, WireDayAccrual);
        rows.push(...read.map(dayAccrual));
        unread += answer.value.accruals.length - read.length;
        const next: string = answer.value.last_id;
        if (next === '' || next === last || answer.value.accruals.length === 0)
          return ok({ rows, unread, isAll: true });
        last = next;
      }
      return ok({ rows, unread, isAll: false });
    },

    async listPostings(numbers, signal) {
      if (numbers.length > ACCRUAL_POSTINGS_MAX)
        return err({ code: 'malformed', detail: `${numbers.length} postings at once` });
      const body = { posting_numbers: numbers };
      const answer = withoutRight(
        await client.call(METHOD.accrualsOfPostings, body, PostingAccrualsAnswer, reading(signal)),
      );
      if (!answer.ok) return answer;
      const { posting_accruals: all } = answer.value;
      const read = eachRead(all, WirePostingAccruals);
      return ok({ rows: read.flatMap(postingAccruals), unread: all.length - read.length, isAll: true });
    },
  };
}

const CATEGORIES: Readonly<Record<string, DayAccrual['category']>> = {
  POSTING: 'posting',
  ITEM: 'item',
  CONTAINER_FEES: 'container',
};

function dayAccrual(row: WireDayAccrual): DayAccrual {
  const parts: AccrualPart[] = [];
  const add = (sku: string | null, type: string, money: AccrualPart['money'] | null) => {
    if (money !== null) parts.push({ sku: sku ?? '', type, money });
  };
  for (const { sku, commission, delivery } of row.posting.products) {
    add(sku, 'sale', commission.sale_amount);
    add(sku, 'commission', commission.commission);
    for (const { type_id, accrued } of delivery.services) add(sku, type_id, accrued);
  }
  for (const { sku, fees } of row.item_fees.fees)
    for (const { type_id, accrued } of fees) add(sku, type_id, accrued);
  for (const { type_id, accrued } of row.container_fees.fees) add(null, type_id, accrued);
  if (row.non_item_fee !== null) add(null, row.non_item_fee.type_id, row.non_item_fee.accrued);
  return {
    ...{ id: row.accrual_id ?? '', unit: row.unit_number, parts, total: row.total_amount },
    category: CATEGORIES[row.accrued_category] ?? 'other',
  };
}

function postingAccruals({ posting_number, accruals }: WirePostingAccruals): readonly PostingAccrual[] {
  return accruals.map(({ accrual_date, type_id, sku, quantity, accrued }) => ({
    ...{ posting: posting_number, day: accrual_date.slice(0, 10), type: type_id },
    ...{ sku: sku ?? '', quantity, money: accrued },
  }));
}

function eachRead<Row>(items: readonly unknown[], schema: z.ZodType<Row>): readonly Row[] {
  return items.flatMap((item) => {
    const read = schema.safeParse(item);
    return read.success ? [read.data] : [];
  });
}

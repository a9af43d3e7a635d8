import { err, ok } from '#domain/result.ts';
import type {
  AfterSalePort,
  AfterSaleRows,
  CancellationRequest,
  ReturnedGoods,
} from '../../after-sale-port.ts';
import type { ShopAnswer } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import type { CallOptions } from '../client.ts';
import type { Urgency } from '../limiter.ts';
import { wireId } from '../mapping/wire-id.ts';
import { METHOD } from '../methods.ts';
import { anything } from '../wire/fields.ts';
import { withoutRight } from '../without-right.ts';
import { eachRead, together } from './rows.ts';
import { CancellationsAnswer, ReturnsAnswer, WireCancellation, WireReturn } from './wire.ts';

/** The most that both lists give at once. */
const AT_ONCE = 500;
/** A shop that goes on naming another page is not followed for ever. */
const PAGES = 4;

/** `/v2/conditional-cancellation/*` and `/v1/returns/list`. */
export function afterSaleMethods({ client, now }: AccountParts): AfterSalePort {
  const reading = (signal: AbortSignal | undefined, urgency: Urgency = 'screen'): CallOptions => ({
    ...{ effect: 'repeatable', urgency, signal },
  });

  return {
    async listCancellationRequests(signal, urgency = 'screen') {
      const found = await readCancellations({ state: 'ON_APPROVAL' }, signal, urgency);
      if (found.ok) return ok({ ...found.value, rows: found.value.rows.map(requestOf) });
      return urgency === 'background' ? withoutRight<never>(found) : found;
    },

    async decideCancellation({ id, posting }, { isAgreed, comment }, signal) {
      const method = isAgreed ? METHOD.cancellationApprove : METHOD.cancellationReject;
      const body = { cancellation_id: wireId(id), comment };
      const options = { effect: 'once', urgency: 'screen', signal } as const;
      const answer = await client.call(method, body, anything, options);
      if (answer.ok) return ok(undefined);
      const { error } = answer;
      if (error.code !== 'unknown' && error.code !== 'refused') return answer;
      const found = await readCancellations({ state: 'ALL', posting_number: [posting] }, signal);
      const row = found.ok
        ? found.value.rows.find(({ cancellation_id }) => cancellation_id === id)
        : undefined;
      const state = row?.state.state;
      if (state === (isAgreed ? 'APPROVED' : 'REJECTED')) return ok(undefined);
      if (error.code === 'refused') return answer;
      if (state === 'ON_APPROVAL') return err({ code: 'retry', afterMs: null, detail: error.detail });
      // Decided meanwhile, and otherwise: by the shop in time, or by another person.
      if (state === 'APPROVED' || state === 'REJECTED')
        return err({ code: 'refused', shopCode: state, detail: error.detail });
      return answer;
    },

    async listReturns(changedSince, signal) {
      const all: AfterSaleRows<ReturnedGoods>[] = [];
      const time_from = new Date(changedSince).toISOString();
      let last: string | null = null;
      for (let page = 0; page < PAGES; page += 1) {
        // The list wants both ends; a day ahead is after everything, whatever the two clocks say.
        const time_to = new Date(now() + 86_400_000).toISOString();
        const body: object = {
          filter: { visual_status_change_moment: { time_from, time_to } },
          limit: AT_ONCE,
          ...(last === null ? {} : { last_id: wireId(last) }),
        };
        const answer = await client.call(METHOD.returns, body, ReturnsAnswer, reading(signal));
        if (!answer.ok) return answer;
        const rows = eachRead(answer.value.returns, WireReturn);
        const next: string | undefined = rows.rows.at(-1)?.id;
        const hasNext = answer.value.has_next && next !== undefined && next !== last;
        all.push({ ...rows, rows: rows.rows.map(returnOf), isAll: !answer.value.has_next });
        if (!hasNext) break;
        last = next;
      }
      return ok(together(all));
    },
  };

  async function readCancellations(
    filters: object,
    signal: AbortSignal | undefined,
    urgency: Urgency = 'screen',
  ): ShopAnswer<AfterSaleRows<WireCancellation>> {
    const all: AfterSaleRows<WireCancellation>[] = [];
    let last: string | null = null;
    for (let page = 0; page < PAGES; page += 1) {
      const body: object = { filters, limit: AT_ONCE, ...(last === null ? {} : { last_id: wireId(last) }) };
      const answer = await client.call(
        METHOD.cancellations,
        body,
        CancellationsAnswer,
        reading(signal, urgency),
      );
      if (!answer.ok) return answer;
      const { result, last_id } = answer.value;
      const isFull = result.length >= AT_ONCE;
      all.push({ ...eachRead(result, WireCancellation), isAll: !isFull });
      if (!isFull || last_id === null || last_id === last) break;
      last = last_id;
    }
    return ok(together(all));
  }
}

function requestOf(row: WireCancellation): CancellationRequest {
  return {
    id: row.cancellation_id,
    posting: row.posting_number,
    reason: row.cancellation_reason.name,
    message: row.cancellation_reason_message,
    askedAt: row.cancelled_at,
    agreesAt: row.auto_approve_date,
  };
}

function returnOf({ id, posting_number, return_reason_name, product, ...row }: WireReturn): ReturnedGoods {
  return {
    ...{ id, posting: posting_number, reason: return_reason_name },
    ...{ name: product.name, offer: product.offer_id, quantity: product.quantity },
    state: row.visual.status.display_name,
    ...{ place: placeText(row.place), target: placeText(row.target_place) },
    barcode: row.logistic.barcode,
    changedAt: row.visual.change_moment,
    kind: KINDS.get(row.type) ?? 'unknown',
    ...{ price: sumText(product.price), storage: sumText(row.storage.sum) },
    isOpened: row.additional_info.is_opened,
    compensation: row.compensation_status.status.display_name,
    givenBackAt: row.logistic.return_date,
    ...{ readyAt: row.storage.arrived_moment, disposalAt: row.storage.utilization_forecast_date },
  };
}

const KINDS: ReadonlyMap<string, ReturnedGoods['kind']> = new Map([
  ['Cancellation', 'cancellation'],
  ['FullReturn', 'full-refusal'],
  ['PartialReturn', 'part-refusal'],
  ['ClientReturn', 'client'],
]);

function placeText({ name, address }: WireReturn['place']): string {
  return [name, address].filter((word) => word !== '').join(', ');
}

function sumText({ price, currency_code }: WireReturn['storage']['sum']): string {
  return price === null ? '' : `${price} ${currency_code}`.trim();
}

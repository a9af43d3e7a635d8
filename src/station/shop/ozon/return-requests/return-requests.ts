import { err, ok } from '#domain/result.ts';
import type { AfterSaleRows } from '../../after-sale-port.ts';
import type {
  ReturnAction,
  ReturnRequest,
  ReturnRequestDetail,
  ReturnRequestPort,
} from '../../return-request-port.ts';
import type { ShopAnswer } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import { eachRead, together } from '../after-sale/rows.ts';
import type { Urgency } from '../limiter.ts';
import { wireId } from '../mapping/wire-id.ts';
import { METHOD } from '../methods.ts';
import { anything } from '../wire/fields.ts';
import { withoutRight } from '../without-right.ts';
import {
  OneReturnRequestAnswer,
  ReturnRequestsAnswer,
  WireReturnRequest,
  type WireReturnRequestDetail,
} from './wire.ts';

const AT_ONCE = 500;
/** A shop that goes on naming another page is not followed for ever. */
const PAGES = 4;
const LOOKS_BACK_MS = 90 * 86_400_000;
/** New ones want an answer; those that are back at the seller want to be checked. */
const WAITING = ['New', 'Checkout'];

/** Ozon's ids of actions that want more than to be named. */
const NEEDS: ReadonlyMap<string, ReturnAction['needs']> = new Map([
  ['-1', 'reason'],
  ['-10', 'reason'],
  ['1020', 'amount'],
]);

/** `/v2/returns/rfbs/list`, `/v2/returns/rfbs/get`, `/v1/returns/rfbs/action/set`. */
export function returnRequestMethods({ client, now }: AccountParts): ReturnRequestPort {
  return {
    async list(which, signal, urgency = 'screen') {
      const at = now();
      const created_at = { from: new Date(at - LOOKS_BACK_MS).toISOString(), to: isoAfter(at) };
      const filter = which === 'waiting' ? { group_state: WAITING } : { group_state: ['All'], created_at };
      const found = await read(filter, signal, urgency);
      return urgency === 'background' ? withoutRight(found) : found;
    },
    async get(id, signal) {
      const found = await readOne(id, signal);
      return found.ok ? ok(detailOf(id, found.value)) : found;
    },
    async act(id, { action, reasonId, comment, amount }, signal) {
      const before = await readOne(id, signal);
      if (!before.ok) return before;
      if (!offers(before.value, action))
        return err({ code: 'refused', shopCode: 'NOT_OFFERED', detail: before.value.state.state_name });
      const needs = NEEDS.get(action);
      const body = {
        ...{ return_id: wireId(id), id: Number(action) },
        ...(needs === 'reason' ? { comment, rejection_reason_id: Number(reasonId) } : {}),
        ...(needs === 'amount' ? { compensation_amount: amount ?? 0 } : {}),
      };
      const options = { effect: 'once', urgency: 'screen', signal } as const;
      const answer = await client.call(METHOD.returnRequestAction, body, anything, options);
      if (answer.ok) return ok(undefined);
      if (answer.error.code !== 'unknown') return answer;
      const after = await readOne(id, signal);
      if (!after.ok) return answer;
      const { detail } = answer.error;
      const stands = after.value.state.state === before.value.state.state;
      if (stands && offers(after.value, action)) return err({ code: 'retry', afterMs: null, detail });
      if (stands) return answer;
      const words = after.value.rejection_comment;
      // Turned down meanwhile by somebody else, who wrote something else.
      if (words !== before.value.rejection_comment && words !== comment.trim())
        return err({ code: 'refused', shopCode: 'DECIDED_OTHERWISE', detail: after.value.state.state_name });
      return ok(undefined);
    },
  };

  async function readOne(id: string, signal: AbortSignal | undefined): ShopAnswer<WireReturnRequestDetail> {
    const options = { effect: 'repeatable', urgency: 'screen', signal } as const;
    const body = { return_id: wireId(id) };
    const answer = await client.call(METHOD.returnRequest, body, OneReturnRequestAnswer, options);
    if (!answer.ok) return answer;
    return ok(answer.value.returns);
  }

  async function read(
    filter: object,
    signal: AbortSignal | undefined,
    urgency: Urgency,
  ): ShopAnswer<AfterSaleRows<ReturnRequest>> {
    const all: AfterSaleRows<WireReturnRequest>[] = [];
    let last: string | null = null;
    for (let page = 0; page < PAGES; page += 1) {
      const body: object = { filter, limit: AT_ONCE, ...(last === null ? {} : { last_id: wireId(last) }) };
      const options = { effect: 'repeatable', urgency, signal } as const;
      const answer = await client.call(METHOD.returnRequests, body, ReturnRequestsAnswer, options);
      if (!answer.ok) return answer;
      const rows = eachRead(answer.value.returns, WireReturnRequest);
      const isFull = answer.value.returns.length >= AT_ONCE;
      all.push({ ...rows, isAll: !isFull });
      const next: string | undefined = rows.rows.at(-1)?.return_id;
      if (!isFull || next === undefined || next === last) break;
      last = next;
    }
    const { rows, ...rest } = together(all);
    return ok({ ...rest, rows: rows.map(requestOf) });
  }
}

function offers({ available_actions }: WireReturnRequestDetail, action: string): boolean {
  return available_actions.some(({ id }) => id === action);
}

/** A day ahead is after everything, whatever the two clocks say. */
function isoAfter(at: number): string {
  return new Date(at + 86_400_000).toISOString();
}

function requestOf({ return_id, return_number, product, state, ...row }: WireReturnRequest): ReturnRequest {
  return {
    ...{ id: return_id, number: return_number, posting: row.posting_number, askedAt: row.created_at },
    ...{ name: product.name, offer: product.offer_id, state: state.state_name || state.state },
    price: product.price === null ? '' : `${product.price} ${product.currency_code}`.trim(),
  };
}

function detailOf(id: string, wire: WireReturnRequestDetail): ReturnRequestDetail {
  const ways = [wire.client_return_method_type.name, wire.return_method_description];
  return {
    ...requestOf({ ...wire, return_id: id }),
    ...{ reason: wire.return_reason.name, isDefect: wire.return_reason.is_defect, message: wire.comment },
    ...{ pictures: wire.client_photo.length, tracking: wire.ru_post_tracking_number },
    way: ways.filter((text) => text !== '').join('. '),
    rejection: wire.rejection_comment,
    actions: wire.available_actions.map(({ id, name }) => ({ id, name, needs: NEEDS.get(id) ?? 'nothing' })),
    rejectionReasons: wire.rejection_reason,
  };
}

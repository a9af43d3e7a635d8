import { PostingNumber } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import type { Handover, SellerAccount, ShopAnswer } from '../seller-account.ts';
import type { AccountParts } from './account-parts.ts';
import type { CallOptions } from './client.ts';
import { handoverBarcode, handoverDocument } from './handover-document.ts';
import { statusOfCarriage } from './mapping/handover.ts';
import { wireId } from './mapping/wire-id.ts';
import { METHOD } from './methods.ts';
import {
  ActPostingsAnswer,
  AssemblyPostingsAnswer,
  CarriageAnswer,
  CarriageCancelledAnswer,
  CarriageCreatedAnswer,
  DeliveryListAnswer,
  SetPostingsAnswer,
} from './wire/carriage.ts';
import { anything } from './wire/fields.ts';

const PAGES = 200;

type HandoverMethods = Pick<
  SellerAccount,
  | 'createHandover'
  | 'setHandoverPostings'
  | 'approveHandover'
  | 'cancelHandover'
  | 'getHandover'
  | 'getHandoverBarcode'
  | 'getHandoverDocument'
>;

/** Handover to the courier: Ozon's carriages and their documents. */
export function handoverMethods(parts: AccountParts): HandoverMethods {
  const { client } = parts;
  const repeatable = (signal: AbortSignal | undefined): CallOptions => ({
    effect: 'repeatable',
    urgency: 'screen',
    signal,
  });
  const once = (signal: AbortSignal | undefined): CallOptions => ({
    effect: 'once',
    urgency: 'screen',
    signal,
  });

  /** A carriage that is open already for this method and day: an earlier answer may have been lost. */
  async function findOpen(
    deliveryMethodId: string,
    day: string,
    signal?: AbortSignal,
  ): ShopAnswer<string | null> {
    const body = {
      filter: { delivery_method_id: wireId(deliveryMethodId), departure_date: day },
      limit: 100,
      cursor: '',
    };
    const answer = await client.call(METHOD.deliveryList, body, DeliveryListAnswer, repeatable(signal));
    // Without the right to look, or where the method is gone, creating is still possible.
    if (!answer.ok) return ['refused', 'malformed'].includes(answer.error.code) ? ok(null) : answer;
    const carriages = answer.value.methods
      .filter((method) => method.delivery_method_id === deliveryMethodId)
      .flatMap((method) => method.carriages);
    return ok(carriages.find((carriage) => carriage.status === 'new')?.id ?? null);
  }

  async function getHandover(id: string, signal?: AbortSignal): ShopAnswer<Handover> {
    const answer = await client.call(
      METHOD.carriage,
      { carriage_id: wireId(id) },
      CarriageAnswer,
      repeatable(signal),
    );
    if (!answer.ok) return answer;
    if (answer.value.carriage_id !== id)
      return err({ code: 'malformed', detail: `asked for carriage ${id}` });
    const numbers = await readNumbers(id, signal);
    if (!numbers.ok) return numbers;
    const postings = PostingNumber.array().safeParse(numbers.value);
    if (!postings.success) return err({ code: 'malformed', detail: 'a posting number of the carriage' });
    const shopStatus = answer.value.status;
    return ok({ id, status: statusOfCarriage(shopStatus), shopStatus, postings: postings.data });
  }

  /** The postings of a carriage: by its act, or by its pick list while it has none. */
  async function readNumbers(id: string, signal?: AbortSignal): ShopAnswer<readonly string[]> {
    const act = await client.call(
      METHOD.actPostings,
      { id: wireId(id) },
      ActPostingsAnswer,
      repeatable(signal),
    );
    if (act.ok) return ok((act.value.result ?? []).map((posting) => posting.posting_number));
    if (act.error.code !== 'refused') return act;
    const numbers: string[] = [];
    let cursor = '';
    for (let page = 0; page < PAGES; page += 1) {
      const body = { filter: { carriage_id: wireId(id) }, limit: 100, cursor };
      const answer = await client.call(
        METHOD.carriagePostings,
        body,
        AssemblyPostingsAnswer,
        repeatable(signal),
      );
      if (!answer.ok) return answer;
      numbers.push(...answer.value.postings.map((posting) => posting.posting_number));
      if (answer.value.cursor === '' || answer.value.cursor === cursor || answer.value.postings.length === 0)
        break;
      cursor = answer.value.cursor;
    }
    return ok([...new Set(numbers)]);
  }

  return {
    getHandover,
    async createHandover(deliveryMethodId, day, signal) {
      const open = await findOpen(deliveryMethodId, day, signal);
      if (!open.ok) return open;
      if (open.value !== null) return getHandover(open.value, signal);
      const body = { delivery_method_id: wireId(deliveryMethodId), departure_date: `${day}T00:00:00.000Z` };
      const created = await client.call(METHOD.carriageCreate, body, CarriageCreatedAnswer, once(signal));
      if (!created.ok) return created;
      const handover = await getHandover(created.value.carriage_id, signal);
      if (handover.ok) return handover;
      // It exists; only its postings could not be read yet.
      return ok({ id: created.value.carriage_id, status: 'open', shopStatus: 'new', postings: [] });
    },
    async setHandoverPostings(id, numbers, signal) {
      const body = { carriage_id: wireId(id), posting_numbers: numbers };
      const answer = await client.call(
        METHOD.carriageSetPostings,
        body,
        SetPostingsAnswer,
        repeatable(signal),
      );
      if (!answer.ok) return answer;
      const words = new Map(answer.value.result.map((one) => [one.posting_number, one]));
      const refused = numbers.flatMap((number) => {
        const verdict = words.get(number);
        if (verdict?.result === true) return [];
        return [{ number, detail: verdict === undefined ? 'not in the answer' : verdict.error }];
      });
      return ok({ refused });
    },
    async approveHandover(id, signal) {
      const answer = await client.call(
        METHOD.carriageApprove,
        { carriage_id: wireId(id) },
        anything,
        once(signal),
      );
      if (answer.ok) return ok(undefined);
      if (answer.error.code !== 'refused' && answer.error.code !== 'unknown') return answer;
      // A second approval is refused; whether the first one counted is in the carriage.
      const now = await client.call(
        METHOD.carriage,
        { carriage_id: wireId(id) },
        CarriageAnswer,
        repeatable(signal),
      );
      const status = now.ok ? statusOfCarriage(now.value.status) : 'unknown';
      return ['approving', 'approved', 'accepting', 'accepted'].includes(status) ? ok(undefined) : answer;
    },
    async cancelHandover(id, signal) {
      const body = { carriage_id: wireId(id) };
      const answer = await client.call(METHOD.carriageCancel, body, CarriageCancelledAnswer, once(signal));
      if (answer.ok && answer.value.error === '') return ok(undefined);
      if (!answer.ok && answer.error.code !== 'refused' && answer.error.code !== 'unknown') return answer;
      // Called off before, or an answer that was lost: the carriage itself says so.
      const now = await client.call(METHOD.carriage, body, CarriageAnswer, repeatable(signal));
      if (now.ok && statusOfCarriage(now.value.status) === 'cancelled') return ok(undefined);
      if (!answer.ok) return answer;
      return err({ code: 'refused', shopCode: answer.value.error, detail: answer.value.carriage_status });
    },
    getHandoverBarcode: (id, signal) => handoverBarcode(client, id, repeatable(signal)),
    getHandoverDocument: (id, signal) => handoverDocument(client, id, repeatable(signal)),
  };
}

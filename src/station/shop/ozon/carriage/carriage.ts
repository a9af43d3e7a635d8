import { err, ok } from '#domain/result.ts';
import type { CarriagePort, HandoverPaper, MethodDay } from '../../carriage-port.ts';
import type { LabelState, ShopAnswer } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import type { CallOptions } from '../client.ts';
import { handoverDocument, NOT_READY, outOfEnvelope } from '../handover-document.ts';
import { acceptanceByStatus } from '../mapping/acceptance.ts';
import { statusOfCarriage } from '../mapping/handover.ts';
import { wireId } from '../mapping/wire-id.ts';
import { METHOD } from '../methods.ts';
import { checkedPdf } from '../pdf.ts';
import { ActPostingsAnswer } from '../wire/carriage.ts';
import { BarcodeTextAnswer, MethodDaysAnswer, type WireMethodDay } from './wire.ts';

/** The most that the list gives at once. */
const AT_ONCE = 1000;
/** A shop that goes on naming another page is not followed for ever. */
const PAGES = 10;

/** `/v2/carriage/delivery/list` and what Ozon has of one carriage: its act's postings, its code and its papers. */
export function carriageMethods({ client }: AccountParts): CarriagePort {
  const reading = (signal: AbortSignal | undefined): CallOptions => ({
    ...{ effect: 'repeatable', urgency: 'screen', signal },
  });

  return {
    async listDay(day, signal) {
      const methods: MethodDay[] = [];
      let cursor = '';
      for (let page = 0; page < PAGES; page += 1) {
        const body = { filter: { departure_date: day }, limit: AT_ONCE, cursor };
        const answer = await client.call(METHOD.deliveryList, body, MethodDaysAnswer, reading(signal));
        if (!answer.ok) return answer;
        methods.push(...answer.value.methods.map(methodDayOf));
        const next = answer.value.cursor;
        if (!answer.value.has_next || next === '' || next === cursor) break;
        cursor = next;
      }
      return ok(methods);
    },

    async listPostings(id, signal) {
      const body = { id: wireId(id) };
      const answer = await client.call(METHOD.actPostings, body, ActPostingsAnswer, reading(signal));
      if (!answer.ok) return answer;
      return ok(
        (answer.value.result ?? []).map(({ posting_number, status, seller_error }) => ({
          ...{ number: posting_number, shopStatus: status, trouble: seller_error },
          state: acceptanceByStatus(status),
        })),
      );
    },

    async getBarcodeText(id, signal) {
      const body = { id: wireId(id) };
      const answer = await client.call(METHOD.actBarcodeText, body, BarcodeTextAnswer, reading(signal));
      if (!answer.ok) return NOT_READY.test(answer.error.detail) ? ok(null) : answer;
      return ok(answer.value.result === '' ? null : answer.value.result);
    },

    getPaper: (id, paper, signal) =>
      paper === 'list' ? handoverDocument(client, id, reading(signal)) : pdfOf(id, paper, reading(signal)),
  };

  async function pdfOf(
    id: string,
    paper: Exclude<HandoverPaper, 'list'>,
    options: CallOptions,
  ): ShopAnswer<LabelState> {
    const answer =
      paper === 'cargo-labels'
        ? await client.callForBytes(METHOD.actCargoLabels, { id: wireId(id) }, options)
        : await client.callForBytes(METHOD.actDiscrepancies, { carriage_id: wireId(id) }, options);
    if (!answer.ok) return NOT_READY.test(answer.error.detail) ? ok({ state: 'not-ready' }) : answer;
    if (answer.value.length === 0) return err({ code: 'malformed', detail: 'the file is empty' });
    return checkedPdf(outOfEnvelope(answer.value));
  }
}

function methodDayOf(method: WireMethodDay): MethodDay {
  const { carriages, mandatory_postings_count: wanted, mandatory_packaged_count: packed } = method;
  const hours = [method.timeslot_from, method.timeslot_to].filter((word) => word !== '').join('–');
  return {
    ...{ id: method.delivery_method_id, name: method.delivery_method_name },
    ...{ warehouse: method.warehouse_name, cutoffAt: method.cutoff_at, place: method.dropoff_address, hours },
    isPickup: /pick/i.test(method.first_mile_type),
    hasTrustedAcceptance: method.has_entrusted_acceptance,
    ready: carriages.reduce((sum, one) => (one.id === null ? sum + one.postings_count : sum), 0),
    toPack: Math.max(0, wanted - packed),
    problems: method.errors.map(({ code, description }) => description || code).filter((word) => word !== ''),
    handovers: carriages.flatMap(({ id, status, postings_count, carriage_volume }) =>
      id === null
        ? []
        : [
            {
              ...{ id, status: statusOfCarriage(status), shopStatus: status },
              ...{ postings: postings_count, volumeL: carriage_volume },
            },
          ],
    ),
  };
}

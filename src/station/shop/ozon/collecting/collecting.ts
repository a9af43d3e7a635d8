import type { z } from 'zod';
import { err, ok } from '#domain/result.ts';
import type { AfterSaleRows } from '../../after-sale-port.ts';
import type { CollectingPort, Giveout, ReturnPoint } from '../../collecting-port.ts';
import type { ShopAnswer } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import { eachRead, together } from '../after-sale/rows.ts';
import { outOfEnvelope } from '../handover-document.ts';
import { wireId } from '../mapping/wire-id.ts';
import { METHOD } from '../methods.ts';
import { checkedPdf } from '../pdf.ts';
import {
  CodeAnswer,
  EnabledAnswer,
  GiveoutAnswer,
  GiveoutsAnswer,
  PointsAnswer,
  WireGiveout,
  WirePoint,
} from './wire.ts';

const AT_ONCE = 500;
/** A shop that goes on naming another page is not followed for ever. */
const PAGES = 4;
const PNG_MAGIC = [0x89, 0x50, 0x4e, 0x47] as const;
const STATUSES: ReadonlyMap<string, Giveout['status']> = new Map([
  ['GIVEOUT_STATUS_CREATED', 'created'],
  ['GIVEOUT_STATUS_APPROVED', 'approved'],
  ['GIVEOUT_STATUS_COMPLETED', 'completed'],
  ['GIVEOUT_STATUS_CANCELLED', 'cancelled'],
]);

/** `/v1/return/giveout/*` and `/v1/returns/company/fbs/info`. */
export function collectingMethods({ client }: AccountParts): CollectingPort {
  const read = <Schema extends z.ZodType>(
    method: string,
    body: object,
    schema: Schema,
    signal: AbortSignal | undefined,
  ) => client.call(method, body, schema, { effect: 'repeatable', urgency: 'screen', signal });
  const readCode = async (signal: AbortSignal | undefined): ShopAnswer<string> => {
    const answer = await read(METHOD.giveoutCode, {}, CodeAnswer, signal);
    return answer.ok ? ok(answer.value.barcode) : answer;
  };

  return {
    async isEnabled(signal) {
      const answer = await read(METHOD.giveoutEnabled, {}, EnabledAnswer, signal);
      return answer.ok ? ok(answer.value.enabled) : answer;
    },
    getCode: readCode,
    async getCodePicture(signal) {
      const options = { effect: 'repeatable', urgency: 'screen', signal } as const;
      const file = await client.callForBytes(METHOD.giveoutPicture, {}, options);
      if (!file.ok) return file;
      const png = outOfEnvelope(file.value);
      return PNG_MAGIC.every((byte, at) => png[at] === byte)
        ? ok(png)
        : err({ code: 'malformed', detail: 'the code is no PNG' });
    },
    async getCodeSheet(signal) {
      const options = { effect: 'repeatable', urgency: 'screen', signal } as const;
      const file = await client.callForBytes(METHOD.giveoutSheet, {}, options);
      if (!file.ok) return file;
      const sheet = checkedPdf(outOfEnvelope(file.value));
      if (!sheet.ok) return sheet;
      return sheet.value.state === 'ready'
        ? ok(sheet.value.pdf)
        : err({ code: 'retry', afterMs: null, detail: 'the sheet is not drawn yet' });
    },
    async renewCode(before, signal) {
      const options = { effect: 'once', urgency: 'screen', signal } as const;
      // The picture that it answers with is fetched again by itself.
      const answer = await client.callForBytes(METHOD.giveoutRenew, {}, options);
      if (answer.ok) return ok(undefined);
      if (answer.error.code !== 'unknown') return answer;
      const code = await readCode(signal);
      if (!code.ok) return answer;
      return code.value === before
        ? err({ code: 'retry', afterMs: null, detail: answer.error.detail })
        : ok(undefined);
    },
    async listGiveouts(signal) {
      const all: AfterSaleRows<Giveout>[] = [];
      let last: string | null = null;
      for (let page = 0; page < PAGES; page += 1) {
        const body: object = { limit: AT_ONCE, last_id: last === null ? 0 : wireId(last) };
        const answer = await read(METHOD.giveouts, body, GiveoutsAnswer, signal);
        if (!answer.ok) return answer;
        const rows = eachRead(answer.value.giveouts, WireGiveout);
        const isFull = answer.value.giveouts.length >= AT_ONCE;
        all.push({ ...rows, rows: rows.rows.map(giveoutOf), isAll: !isFull });
        const next: string | undefined = rows.rows.at(-1)?.giveout_id;
        if (!isFull || next === undefined || next === last) break;
        last = next;
      }
      return ok(together(all));
    },
    async listItems(giveout, signal) {
      const answer = await read(METHOD.giveout, { giveout_id: wireId(giveout) }, GiveoutAnswer, signal);
      if (!answer.ok) return answer;
      return ok(answer.value.articles.map(({ name, approved }) => ({ name, isGiven: approved })));
    },
    async listPoints(signal) {
      const all: AfterSaleRows<ReturnPoint>[] = [];
      let last: string | null = null;
      for (let page = 0; page < PAGES; page += 1) {
        const pagination: object = { limit: AT_ONCE, ...(last === null ? {} : { last_id: wireId(last) }) };
        const answer = await read(METHOD.returnPoints, { pagination }, PointsAnswer, signal);
        if (!answer.ok) return answer;
        const rows = eachRead(answer.value.drop_off_points, WirePoint);
        const { has_next } = answer.value;
        all.push({ ...rows, rows: rows.rows.map(pointOf), isAll: !has_next });
        const next: string | undefined = rows.rows.at(-1)?.id;
        if (!has_next || next === undefined || next === last) break;
        last = next;
      }
      return ok(together(all));
    },
  };
}

function giveoutOf(wire: WireGiveout): Giveout {
  const words = [wire.warehouse_name, wire.warehouse_address];
  return {
    id: wire.giveout_id,
    status: STATUSES.get(wire.giveout_status) ?? 'unknown',
    shopStatus: wire.giveout_status,
    place: words.filter((word) => word !== '').join(', '),
    createdAt: wire.created_at,
    ...{ given: wire.approved_articles_count, total: wire.total_articles_count },
  };
}

function pointOf({ id, name, address, ...wire }: WirePoint): ReturnPoint {
  return {
    ...{ id, name, address, returns: wire.returns_count, boxes: wire.box_count },
    ...{ needsPass: wire.pass_info.is_required, passes: wire.pass_info.count },
  };
}

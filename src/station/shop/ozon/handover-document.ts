import { err, ok } from '#domain/result.ts';
import type { HandoverBarcode, LabelState, ShopAnswer } from '../seller-account.ts';
import type { CallOptions, OzonClient } from './client.ts';
import { wireId } from './mapping/wire-id.ts';
import { METHOD } from './methods.ts';
import { parseJson } from './parse-json.ts';
import { checkedPdf } from './pdf.ts';
import { ActStatusAnswer, FileEnvelope } from './wire/carriage.ts';

const READY = new Set(['ready', 'formed', 'confirmed', 'success']);
const FAILED = new Set(['error', 'cancelled']);
/** How Ozon says that a paper is still being drawn. */
export const NOT_READY = /aren['’]?t ready|not ready|not_ready/i;

/** The act or shipping list of a carriage: `/v2/posting/fbs/act/check-status`, then `/v2/posting/fbs/act/get-pdf`. */
export async function handoverDocument(
  client: OzonClient,
  id: string,
  options: CallOptions,
): ShopAnswer<LabelState> {
  const body = { id: wireId(id) };
  const answer = await client.call(METHOD.actStatus, body, ActStatusAnswer, options);
  if (!answer.ok) return NOT_READY.test(answer.error.detail) ? ok({ state: 'not-ready' }) : answer;
  const status = answer.value.status.toLowerCase();
  if (FAILED.has(status)) {
    return err({
      code: 'refused',
      shopCode: `DOCUMENT_${status.toUpperCase()}`,
      detail: answer.value.status,
    });
  }
  if (!READY.has(status)) return ok({ state: 'not-ready' });
  const file = await client.callForBytes(METHOD.actPdf, body, options);
  if (!file.ok) return NOT_READY.test(file.error.detail) ? ok({ state: 'not-ready' }) : file;
  return checkedPdf(outOfEnvelope(file.value));
}

const PNG_MAGIC = [0x89, 0x50, 0x4e, 0x47] as const;

/** The code of a carriage that the acceptance point scans: `/v2/posting/fbs/act/get-barcode`, a PNG. */
export async function handoverBarcode(
  client: OzonClient,
  id: string,
  options: CallOptions,
): ShopAnswer<HandoverBarcode> {
  const file = await client.callForBytes(METHOD.actBarcode, { id: wireId(id) }, options);
  if (!file.ok) return NOT_READY.test(file.error.detail) ? ok({ state: 'not-ready' }) : file;
  const png = outOfEnvelope(file.value);
  return PNG_MAGIC.every((byte, at) => png[at] === byte)
    ? ok({ state: 'ready', png })
    : err({ code: 'malformed', detail: 'the barcode is no PNG' });
}

/** The bytes themselves, or those inside `{ "file_content": base64 }`. */
export function outOfEnvelope(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== '{'.charCodeAt(0)) return bytes;
  const parsed = parseJson(Buffer.from(bytes).toString('utf8'));
  const envelope = parsed.ok ? FileEnvelope.safeParse(parsed.value) : null;
  return envelope?.success === true ? new Uint8Array(Buffer.from(envelope.data, 'base64')) : bytes;
}

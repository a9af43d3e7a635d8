import { err, ok } from '#domain/result.ts';
import type { LabelState, ShopAnswer } from '../seller-account.ts';

const HEAD_BYTES = 1024;

/**
 * A PDF that begins and ends as one: `%PDF-` within the first 1,024 bytes and `%%EOF` within the last (ISO 32000-1,
 * annex H). Bytes that begin as one but break off were cut on the way and are worth another try.
 */
export function checkedPdf(bytes: Uint8Array): Awaited<ShopAnswer<LabelState>> {
  const head = latin(bytes.subarray(0, HEAD_BYTES));
  if (!head.includes('%PDF-')) return err({ code: 'malformed', detail: 'the file is no PDF' });
  const tail = latin(bytes.subarray(Math.max(bytes.length - HEAD_BYTES, 0)));
  if (!tail.includes('%%EOF')) return err({ code: 'retry', afterMs: null, detail: 'the PDF is cut off' });
  return ok({ state: 'ready', pdf: bytes });
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

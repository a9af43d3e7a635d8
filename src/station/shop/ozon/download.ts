import { err, ok } from '#domain/result.ts';
import type { ShopAnswer } from '../seller-account.ts';
import { type Body, exchange } from './exchange.ts';
import { retryAfterMs } from './retry-after.ts';

/** A file somewhere else than at the API. */
export type Download = {
  readonly url: string;
  /** Which addresses may be asked, redirects included. */
  readonly allows: (url: URL) => boolean;
  readonly accept: string;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
};

const REDIRECTS = 3;
/** Shop code of a file that is no longer there. */
export const GONE = 'GONE';

/**
 * Fetches a file by its address, without the account's key. Refused with {@link GONE} where a link has expired
 * (403, 404, 410) and with `FOREIGN_ADDRESS` where the address is not allowed. `now` gives epoch ms.
 */
export async function download(
  send: typeof fetch,
  now: () => number,
  file: Download,
): ShopAnswer<Uint8Array> {
  let address = file.url;
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url === null || url.username !== '' || url.password !== '' || !file.allows(url)) {
      return err({ code: 'refused', shopCode: 'FOREIGN_ADDRESS', detail: `not fetched: ${hostOf(url)}` });
    }
    const answer = await exchange(send, {
      url: url.href,
      init: { method: 'GET', headers: { Accept: file.accept }, credentials: 'omit' },
      maxBytes: file.maxBytes,
      timeoutMs: file.timeoutMs,
      signal: file.signal,
    });
    if (answer.kind !== 'answered') return err({ code: 'retry', afterMs: null, detail: answer.detail });
    const target = answer.headers.get('location');
    if (answer.status >= 300 && answer.status < 400 && target !== null && URL.canParse(target, url)) {
      address = new URL(target, url).href;
      continue;
    }
    return fileIn(answer.status, answer.body, retryAfterMs(answer.headers.get('retry-after'), now()));
  }
  return err({ code: 'malformed', detail: 'too many redirects' });
}

function fileIn(status: number, body: Body, afterMs: number | null): Awaited<ShopAnswer<Uint8Array>> {
  const detail = `file: HTTP ${status}`;
  if (status === 403 || status === 404 || status === 410)
    return err({ code: 'refused', shopCode: GONE, detail });
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    return err({ code: 'retry', afterMs, detail });
  }
  if (status !== 200) return err({ code: 'malformed', detail });
  if (body.kind === 'cut') return err({ code: 'retry', afterMs: null, detail: `file cut: ${body.detail}` });
  if (body.kind === 'too-large') return err({ code: 'malformed', detail: 'file: too large' });
  return ok(body.bytes);
}

function hostOf(url: URL | null): string {
  return url === null ? 'no address' : `${url.protocol}//${url.host}`;
}

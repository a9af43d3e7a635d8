import type { LabelState, ShopAnswer } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import { download } from '../download.ts';
import { checkedPdf } from '../pdf.ts';

const MAX_BYTES = 20 * 1024 * 1024;

/** Fetches the PDF of a label task by its address, without the account's key; the failures of `download` and `checkedPdf`. */
export async function labelFile(
  parts: AccountParts,
  url: string,
  signal: AbortSignal | undefined,
): ShopAnswer<LabelState> {
  const file = await download(parts.fetch, parts.now, {
    url,
    allows: (address) => isShopsFile(address, parts.apiUrl),
    accept: 'application/pdf',
    maxBytes: MAX_BYTES,
    timeoutMs: parts.timeoutMs,
    signal,
  });
  return file.ok ? checkedPdf(file.value) : file;
}

/** Ozon's own file hosts over TLS, or the very host that the account calls (a stand-in serves its files itself). */
export function isShopsFile(url: URL, apiUrl: string): boolean {
  if (url.origin === new URL(apiUrl).origin) return true;
  const isOzon = /(^|\.)(ozon|ozone)\.ru$/i.test(url.hostname);
  return isOzon && url.protocol === 'https:' && url.port === '';
}

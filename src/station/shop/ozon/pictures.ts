import { err, ok } from '#domain/result.ts';
import type { SellerAccount } from '../seller-account.ts';
import type { AccountParts } from './account-parts.ts';
import { download } from './download.ts';

const MAX_BYTES = 5 * 1024 * 1024;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

/** Product pictures, from whatever host the shop names, without the account's key. */
export function pictureMethods({ fetch, now, timeoutMs }: AccountParts): Pick<SellerAccount, 'getPicture'> {
  return {
    async getPicture(url, signal) {
      const file = await download(fetch, now, {
        url,
        allows: ({ protocol }) => protocol === 'https:' || protocol === 'http:',
        accept: 'image/png, image/jpeg',
        maxBytes: MAX_BYTES,
        timeoutMs,
        signal,
      });
      if (!file.ok) return file;
      const isPicture = [PNG, JPEG].some((magic) => magic.every((byte, at) => file.value[at] === byte));
      return isPicture ? ok(file.value) : err({ code: 'malformed', detail: 'neither PNG nor JPEG' });
    },
  };
}

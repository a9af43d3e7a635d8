import type { Bitmap } from './bitmap.ts';
import type { LabelTarget } from './printer-language.ts';
import { toZpl } from './zpl.ts';

/**
 * A bitmap in the printer's own language, ready to be sent as it is. Only dots go in, so nothing that was written on the
 * label can become a command. `copies` is 1 to 10; a RangeError otherwise.
 */
export function encodeLabel(bitmap: Bitmap, target: LabelTarget, copies: number): Uint8Array {
  switch (target.language) {
    case 'zpl':
      return toZpl(bitmap, { copies });
  }
}

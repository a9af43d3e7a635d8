import type { Bitmap } from '#domain/labels/bitmap.ts';
import { toCpcl } from '#domain/labels/cpcl.ts';
import { toEpl } from '#domain/labels/epl.ts';
import { toEscPos } from '#domain/labels/escpos.ts';
import type { LabelTarget } from '#domain/labels/printer-language.ts';
import { toTspl } from '#domain/labels/tspl.ts';
import { toZpl } from '#domain/labels/zpl.ts';
import { bitmapPdf } from './bitmap-pdf.ts';
import { bitmapPng } from './bitmap-png.ts';

/**
 * A bitmap in the printer's own language, ready to be sent as it is; the same bitmap gives the same bytes. Only dots go
 * in, so nothing that was written on the label can become a command. `copies` is 1 to 10, for `png` 1, as a picture
 * cannot say more; a RangeError otherwise. It lives here and not in the domain because two of them need zlib.
 */
export function encodeLabel(bitmap: Bitmap, target: LabelTarget, copies: number): Uint8Array {
  const { dpi, widthMm, heightMm, paper } = target;
  switch (target.language) {
    case 'zpl':
      return toZpl(bitmap, { copies, paper });
    case 'tspl':
      return toTspl(bitmap, { widthMm, heightMm, copies, paper });
    case 'epl':
      return toEpl(bitmap, { dpi, copies, paper });
    case 'cpcl':
      return toCpcl(bitmap, { dpi, copies, paper });
    case 'escpos':
      return toEscPos(bitmap, { copies, paper });
    case 'png':
      if (copies !== 1) throw new RangeError(`${copies} copies in one picture`);
      return bitmapPng(bitmap, dpi);
    case 'pdf':
      return bitmapPdf(bitmap, { dpi, copies });
  }
}

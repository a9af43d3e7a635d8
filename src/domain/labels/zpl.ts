import type { Bitmap } from './bitmap.ts';
import { bytesPerRow } from './bitmap.ts';
import { checkCopies } from './copies.ts';
import type { LabelPaper } from './printer-language.ts';

/** Media tracking (ZPL II Programming Guide, `^MN`); left as it is set in the printer where the bench is not told. */
const MEDIA: Readonly<Record<LabelPaper, string>> = { gap: '^MNY', mark: '^MNM', endless: '^MNN' };

const HEX = '0123456789ABCDEF';

/**
 * One label in ZPL II: the bitmap as a `^GFA` graphic at the label's origin, with size, origin and count said
 * explicitly so that no setting of an earlier job leaks in. Only digits and the compression alphabet of `^GF` depend
 * on the bitmap: there is no text in it that could become a command. `copies` is 1 to 10 (`^PQ`); a RangeError otherwise.
 */
export function toZpl(
  bitmap: Bitmap,
  options: { readonly copies: number; readonly paper?: LabelPaper | undefined },
): Uint8Array {
  const { copies, paper } = options;
  const media = paper === undefined ? '' : MEDIA[paper];
  checkCopies(copies);
  const stride = bytesPerRow(bitmap.widthDots);
  const total = stride * bitmap.heightDots;
  const head = `^XA^PW${bitmap.widthDots}^LL${bitmap.heightDots}^LH0,0^LS0^PON${media}`;
  const graphic = `^FO0,0^GFA,${total},${total},${stride},${compressedHex(bitmap, stride)}^FS`;
  return new TextEncoder().encode(`${head}\n${graphic}\n^PQ${copies},0,0,N^XZ\n`);
}

/**
 * The rows in ZPL's run-length hexadecimal: `:` repeats the row above, `,` ends a row with white and `!` with black,
 * `G` to `Y` and `g` to `z` count repetitions (ZPL II Programming Guide, alternative data compression scheme).
 */
function compressedHex(bitmap: Bitmap, stride: number): string {
  const lines: string[] = [];
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    const isRepeat = y > 0 && isSameRow(bitmap.rows, y * stride, stride);
    lines.push(isRepeat ? ':' : compressRow(rowHex(bitmap.rows, y * stride, stride)));
  }
  return lines.join('');
}

/** Whether the row that starts at `from` equals the one before it. */
function isSameRow(rows: Uint8Array, from: number, length: number): boolean {
  for (let at = from; at < from + length; at += 1) {
    if (rows[at] !== rows[at - length]) return false;
  }
  return true;
}

function rowHex(rows: Uint8Array, from: number, length: number): string {
  let hex = '';
  for (let at = from; at < from + length; at += 1) {
    const byte = rows[at] ?? 0;
    hex += HEX.charAt(byte >> 4) + HEX.charAt(byte & 15);
  }
  return hex;
}

function compressRow(hex: string): string {
  let out = '';
  let at = 0;
  while (at < hex.length) {
    const digit = hex.charAt(at);
    let end = at + 1;
    while (end < hex.length && hex.charAt(end) === digit) end += 1;
    if (end === hex.length && (digit === '0' || digit === 'F')) return out + (digit === '0' ? ',' : '!');
    out += repeated(digit, end - at);
    at = end;
  }
  return out;
}

function repeated(digit: string, count: number): string {
  let left = count;
  let out = '';
  while (left > 400) {
    out += `z${digit}`;
    left -= 400;
  }
  if (left < 3) return out + digit.repeat(left);
  const twenties = Math.floor(left / 20);
  const ones = left % 20;
  if (twenties > 0) out += String.fromCharCode(0x67 + twenties - 1);
  if (ones > 0) out += String.fromCharCode(0x47 + ones - 1);
  return out + digit;
}

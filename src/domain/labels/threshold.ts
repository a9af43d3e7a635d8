import type { Bitmap } from './bitmap.ts';
import { bytesPerRow, createBitmap } from './bitmap.ts';

/**
 * Grey below this is black (0 to 255). No dithering: scattered dots inside a barcode cost more reads than the grey
 * of a logo is worth.
 */
export const BLACK_BELOW = 144;

/** A bitmap from one grey byte per dot (0 black, 255 white), row after row without padding. */
export function thresholdGray(gray: Uint8Array, widthDots: number, heightDots: number): Bitmap {
  const bitmap = createBitmap(widthDots, heightDots);
  const stride = bytesPerRow(widthDots);
  let at = 0;
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if ((gray[at] ?? 255) < BLACK_BELOW) {
        const byte = y * stride + (x >> 3);
        bitmap.rows[byte] = (bitmap.rows[byte] ?? 0) | (0x80 >> (x & 7));
      }
      at += 1;
    }
  }
  return bitmap;
}

/**
 * A bitmap from opaque RGBA pixels, four bytes per dot, by their green: close enough to luminance for black text on
 * white. The same as {@link thresholdGray} of a grey picture, in one pass.
 */
export function thresholdPixels(pixels: Uint8Array, widthDots: number, heightDots: number): Bitmap {
  const bitmap = createBitmap(widthDots, heightDots);
  const stride = bytesPerRow(widthDots);
  let at = 1;
  for (let y = 0; y < heightDots; y += 1) {
    for (let byte = y * stride; byte < (y + 1) * stride; byte += 1) {
      const left = Math.min(8, widthDots - (byte - y * stride) * 8);
      let bits = 0;
      for (let bit = 0; bit < left; bit += 1) {
        if ((pixels[at] ?? 255) < BLACK_BELOW) bits |= 0x80 >> bit;
        at += 4;
      }
      bitmap.rows[byte] = bits;
    }
  }
  return bitmap;
}

/** How far the dots' grid is moved over a tripled picture, in thirds of a dot, -1 to 1. */
export type GridShift = { readonly x: number; readonly y: number };

/**
 * Where to lay the dots' grid over a tripled picture so that most left and upper edges of black fall between dots.
 * Bars that are a whole number of dots wide then come out exact wherever the page put them; for others it changes
 * nothing that matters. The picture moves by a third of a dot at most.
 */
export function bestGridShift(gray: Uint8Array, widthDots: number, heightDots: number): GridShift {
  const wide = widthDots * 3;
  const high = heightDots * 3;
  return { x: fullest(countLeftEdges(gray, wide, high)), y: fullest(countUpperEdges(gray, wide, high)) };
}

/** Every 25th line sees each bar several times, and is no multiple of a dot. */
const SAMPLED_LINE = 25;

type EdgeCounts = readonly [number, number, number];

/** How many edges from white to black, read from left to right, lie on each third of a dot. */
function countLeftEdges(gray: Uint8Array, wide: number, high: number): EdgeCounts {
  const counts: [number, number, number] = [0, 0, 0];
  for (let y = 0; y < high; y += SAMPLED_LINE) {
    let wasBlack = true;
    let third = 0;
    const end = (y + 1) * wide;
    for (let at = y * wide; at < end; at += 1) {
      const isBlack = (gray[at] ?? 255) < BLACK_BELOW;
      if (isBlack && !wasBlack) counts[third] = (counts[third] ?? 0) + 1;
      wasBlack = isBlack;
      third = third === 2 ? 0 : third + 1;
    }
  }
  return counts;
}

/** The same from top to bottom; it walks along the rows, because memory does. */
function countUpperEdges(gray: Uint8Array, wide: number, high: number): EdgeCounts {
  const counts: [number, number, number] = [0, 0, 0];
  for (let y = 1; y < high; y += 1) {
    const end = (y + 1) * wide;
    let edges = 0;
    for (let at = y * wide; at < end; at += SAMPLED_LINE) {
      if ((gray[at] ?? 255) < BLACK_BELOW && (gray[at - wide] ?? 255) >= BLACK_BELOW) edges += 1;
    }
    counts[y % 3] = (counts[y % 3] ?? 0) + edges;
  }
  return counts;
}

function fullest([none, one, two]: EdgeCounts): number {
  if (none >= one && none >= two) return 0;
  return one >= two ? 1 : -1;
}

/**
 * A bitmap from grey drawn three times as wide and high: the nine greys of a dot are averaged, then thresholded.
 * PDF engines widen a bar to every pixel that it touches; at a third of a dot that error mostly disappears.
 * `shift` moves the grid, see {@link bestGridShift}; what lies above or below the picture is white. Most rows of a label repeat
 * the one above, within bars and on blank paper: those are copied, which takes a fraction of the time.
 */
export function thresholdTripled(
  gray: Uint8Array,
  widthDots: number,
  heightDots: number,
  shift: GridShift = { x: 0, y: 0 },
): Bitmap {
  const bitmap = createBitmap(widthDots, heightDots);
  const stride = bytesPerRow(widthDots);
  const wide = widthDots * 3;
  const words = wordsOf(gray, wide * 3);
  for (let y = 0; y < heightDots; y += 1) {
    const at = (y * 3 + shift.y) * wide + shift.x;
    if (words !== null && repeatsRowAbove(words, at, wide * 3)) {
      bitmap.rows.copyWithin(y * stride, (y - 1) * stride, y * stride);
    } else thresholdTripledRow(gray, at, bitmap, y);
  }
  return bitmap;
}

/** Four greys at a time, so that lines are soon compared; null where the lines do not lie so. */
function wordsOf(gray: Uint8Array, bytesOfRow: number): Uint32Array | null {
  const isAligned = gray.byteOffset % 4 === 0 && bytesOfRow % 4 === 0;
  return isAligned ? new Uint32Array(gray.buffer, gray.byteOffset, gray.length >> 2) : null;
}

/** Are the `bytes` from `at` on the same as those before them? */
function repeatsRowAbove(words: Uint32Array, at: number, bytes: number): boolean {
  const step = bytes >> 2;
  const start = at >> 2;
  const end = (at + bytes + 3) >> 2;
  if (start < step || end > words.length) return false;
  for (let i = start; i < end; i += 1) if (words[i] !== words[i - step]) return false;
  return true;
}

/** One row of dots from the three lines of the picture that begin at `at`. */
function thresholdTripledRow(gray: Uint8Array, at: number, { rows, widthDots }: Bitmap, y: number): void {
  const wide = widthDots * 3;
  const stride = bytesPerRow(widthDots);
  const blackBelowSum = BLACK_BELOW * 9;
  let a = at;
  let b = a + wide;
  let c = b + wide;
  let bits = 0;
  for (let x = 0; x < widthDots; x += 1) {
    const sum = sumOfThree(gray, a) + sumOfThree(gray, b) + sumOfThree(gray, c);
    bits = (bits << 1) | (sum < blackBelowSum ? 1 : 0);
    if ((x & 7) === 7) {
      rows[y * stride + (x >> 3)] = bits;
      bits = 0;
    }
    a += 3;
    b += 3;
    c += 3;
  }
  const left = widthDots & 7;
  if (left > 0) rows[y * stride + stride - 1] = bits << (8 - left);
}

function sumOfThree(gray: Uint8Array, at: number): number {
  return (gray[at] ?? 255) + (gray[at + 1] ?? 255) + (gray[at + 2] ?? 255);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesPerRow, createBitmap, fillRect } from './bitmap.ts';
import { toZpl } from './zpl.ts';

/** Undoes the run-length hexadecimal as the ZPL manual describes it, knowing nothing of the encoder. */
function expand(data: string, stride: number): Uint8Array {
  const rows: string[] = [];
  let row = '';
  let count = 0;
  const flush = (): void => {
    rows.push(row);
    row = '';
  };
  for (const sign of data) {
    if (sign >= 'G' && sign <= 'Y') count += sign.charCodeAt(0) - 70;
    else if (sign >= 'g' && sign <= 'z') count += (sign.charCodeAt(0) - 102) * 20;
    else if (sign === ':') rows.push(rows.at(-1) ?? '');
    else if (sign === ',' || sign === '!') {
      row = row.padEnd(stride * 2, sign === ',' ? '0' : 'F');
      flush();
    } else {
      row += sign.repeat(count === 0 ? 1 : count);
      count = 0;
      if (row.length === stride * 2) flush();
    }
  }
  return new Uint8Array(Buffer.from(rows.join(''), 'hex'));
}

const bitmaps = fc
  .record({ widthDots: fc.integer({ min: 1, max: 900 }), heightDots: fc.integer({ min: 1, max: 12 }) })
  .chain(({ widthDots, heightDots }) =>
    fc
      .array(
        fc.record({
          xDots: fc.integer({ min: 0, max: 900 }),
          yDots: fc.integer({ min: 0, max: 12 }),
          widthDots: fc.integer({ min: 1, max: 900 }),
          heightDots: fc.integer({ min: 1, max: 12 }),
        }),
        { maxLength: 8 },
      )
      .map((rects) => {
        const bitmap = createBitmap(widthDots, heightDots);
        for (const rect of rects) fillRect(bitmap, rect);
        return bitmap;
      }),
  );

describe('a bitmap as ZPL', () => {
  it('carries every dot through its compression', () => {
    fc.assert(
      fc.property(bitmaps, (bitmap) => {
        const zpl = new TextDecoder().decode(toZpl(bitmap, { copies: 1 }));
        const data = /\^GFA,(\d+),\1,(\d+),([^^]*)\^FS/.exec(zpl);
        expect(Number(data?.[2])).toBe(bytesPerRow(bitmap.widthDots));
        expect(expand(data?.[3] ?? '', Number(data?.[2]))).toEqual(bitmap.rows);
      }),
    );
  });

  it('is exactly one label with its size, its origin and one copy', () => {
    const zpl = new TextDecoder().decode(toZpl(createBitmap(464, 320), { copies: 1 }));
    expect(zpl).toMatch(
      /^\^XA\^PW464\^LL320\^LH0,0\^LS0\^PON\n\^FO0,0\^GFA,18560,18560,58,,:+\^FS\n\^PQ1,0,0,N\^XZ\n$/,
    );
  });

  it('refuses a number of copies that nobody asked for', () => {
    expect(() => toZpl(createBitmap(8, 8), { copies: 0 })).toThrow(RangeError);
    expect(() => toZpl(createBitmap(8, 8), { copies: 500 })).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bitmap } from '#domain/labels/bitmap.ts';
import { decodeBitmap } from '../labels/decode-bitmap.ts';
import { documentTexts } from './document-texts.ts';
import { onPaper } from './on-paper.ts';
import { packingSlip } from './packing-slip.ts';
import { pickList } from './pick-list.ts';
import { heading, manifestRow } from './testing/manifest-rows.ts';
import { openPdf } from './testing/pdf-picture.ts';

/**
 * An ESC/POS printer that knows four commands (ESC @, ESC d, GS V and GS v 0) and gives up at anything else: a single
 * byte of text in the stream would be one.
 */
function print(bytes: Uint8Array): { readonly paper: Bitmap; readonly cuts: number } {
  const rows: number[] = [];
  let cuts = 0;
  let stride = 0;
  let at = 0;
  while (at < bytes.length) {
    const [first = -1, second = -1, ...rest] = bytes.subarray(at, at + 8);
    if (first === 0x1b && second === 0x40) at += 2;
    else if (first === 0x1b && second === 0x64) at += 3;
    else if (first === 0x1d && second === 0x56) {
      cuts += 1;
      at += 3;
    } else if (first === 0x1d && second === 0x76) {
      const [, , xl = 0, xh = 0, yl = 0, yh = 0] = rest;
      stride = xl + 256 * xh;
      const length = stride * (yl + 256 * yh);
      rows.push(...bytes.subarray(at + 8, at + 8 + length));
      at += 8 + length;
    } else throw new Error(`unknown bytes ${first} ${second} at ${at}`);
  }
  const paper = { widthDots: stride * 8, heightDots: rows.length / stride, rows: Uint8Array.from(rows) };
  return { paper, cuts };
}

const options = { texts: documentTexts('zh-CN'), timeZone: heading.timeZone } as const;
const aHeading = { title: 'Packbench', madeAt: heading.generatedAt };

describe('receipt-style documents', () => {
  it('print a packing slip with its posting as a readable barcode and one cut', async () => {
    const slip = await onPaper(packingSlip(manifestRow(), options), '80mm', aHeading);
    if (!slip.ok) throw new Error(JSON.stringify(slip.error));
    const { paper, cuts } = print(slip.value);
    expect(paper.widthDots).toBe(576);
    expect(cuts).toBe(1);
    expect((await decodeBitmap(paper)).map((code) => code.text)).toEqual(['12345678-0001-1']);
  });

  it('print a pick list of any length on narrow paper', async () => {
    const line = {
      sku: '1',
      offerId: 'CUP-1',
      name: 'Кружка «Север» 350 мл, белая, в подарочной коробке',
      quantity: 12,
    };
    const list = {
      postings: 60,
      madeAt: heading.generatedAt,
      cutoffAt: null,
      lines: Array.from({ length: 60 }, () => line),
    };
    const bytes = await onPaper(pickList(list, { ...options, texts: documentTexts('ru') }), '58mm', aHeading);
    if (!bytes.ok) throw new Error(JSON.stringify(bytes.error));
    const { paper, cuts } = print(bytes.value);
    expect(paper.widthDots).toBe(384);
    expect(paper.heightDots).toBeGreaterThan(60 * 27);
    expect(cuts).toBe(1);
  });

  it('are pages of A4 where there is no receipt printer, the barcode readable and no line lost between two pages', async () => {
    const slip = await onPaper(packingSlip(manifestRow(), options), 'a4', aHeading);
    if (!slip.ok) throw new Error(JSON.stringify(slip.error));
    const [page, ...others] = await openPdf(slip.value);
    if (page === undefined) throw new Error('no page');
    expect(others).toEqual([]);
    expect((await decodeBitmap(page.picture)).map((code) => code.text)).toEqual(['12345678-0001-1']);
    const lines = Array.from({ length: 90 }, (_, n) => ({
      ...{ sku: String(n), offerId: `CUP-${n}`, name: '蓝色马克杯 Кружка', quantity: 1 },
    }));
    const list = pickList({ postings: 3, madeAt: heading.generatedAt, cutoffAt: null, lines }, options);
    const long = await onPaper(list, 'a4', aHeading);
    if (!long.ok) throw new Error(JSON.stringify(long.error));
    const pages = await openPdf(long.value);
    expect(pages.length).toBeGreaterThan(1);
    const text = pages.map((each) => each.text).join('');
    for (const { offerId } of lines) expect(text).toContain(offerId);
  });

  it('never let a name become a printer command', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '\u001bp\u0000',
        '\u001dV\u0000',
        '\n\n\u0010\u0014\u0001',
        '^XA',
        '</text>',
        '&amp;#10;',
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (name, packer) => {
        const row = manifestRow({ packer, lines: [{ sku: '1', offerId: name, name, quantity: 1 }] });
        const slip = await onPaper(packingSlip(row, options), '80mm', aHeading);
        expect(slip.ok && print(slip.value).cuts).toBe(1);
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});

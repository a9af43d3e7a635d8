import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBitmap } from '#domain/labels/bitmap.ts';
import type { InterimLabelContent } from '#domain/labels/interim-label.ts';
import type { Dpi } from '#domain/labels/label-size.ts';
import type { LabelTarget } from '#domain/labels/printer-language.ts';
import { bitmapPng } from './bitmap-png.ts';
import { decodeBitmap } from './decode-bitmap.ts';
import { prepareInterim, prepareLabel } from './prepare-label.ts';
import { pdfAsMeant } from './raster-pdf.ts';
import { type LabelPdf, labelPdf } from './testing/label-pdf.ts';
import { hasZbar, printedLabels, readWithZbar, readWithZxing } from './testing/outside-readers.ts';

const number = '12345678-0001-1';
const upper = '%101%806044518';
const posting = { number, labelBarcodes: [upper] };
const zbarInstalled = await hasZbar();

const big: LabelPdf = {
  widthMm: 75,
  heightMm: 120,
  words: 'Отправление FBS',
  codes: [
    { text: upper, xMm: 6, yMm: 12, moduleMm: 0.33 },
    { text: number, xMm: 6, yMm: 90, moduleMm: 0.33 },
  ],
};
const small: LabelPdf = {
  widthMm: 58,
  heightMm: 40,
  codes: [{ text: number, xMm: 6, yMm: 10, moduleMm: 0.25 }],
};

function targetOf(label: LabelPdf, dpi: Dpi): LabelTarget {
  return { language: 'zpl', dpi, widthMm: label.widthMm, heightMm: label.heightMm };
}

describe("the shop's label", () => {
  const cases = [
    ['75 x 120 mm', big, 203],
    ['75 x 120 mm', big, 300],
    ['58 x 40 mm', small, 203],
    ['58 x 40 mm', small, 300],
  ] as const;

  it.each(cases)('of %s prints so that other readers read it back (%#)', async (_name, label, dpi) => {
    const target = targetOf(label, dpi);
    const prepared = await prepareLabel({ pdf: await labelPdf(label), posting, target });
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
    const pictures = await printedLabels(prepared.value.bytes, target);
    expect(pictures).toHaveLength(1);
    const texts = label.codes.map((code) => code.text).sort();
    for (const picture of pictures) {
      expect([...(await readWithZxing(picture))].sort()).toEqual(texts);
      if (zbarInstalled) expect([...(await readWithZbar(picture))].sort()).toEqual(texts);
    }
    expect([...prepared.value.readBack].sort()).toEqual(texts);
    expect(prepared.value.finestBarDots).toBeGreaterThan(1.9);
  });

  it.each([0.23, 0.25, 0.264, 0.28, 0.3, 0.33, 0.375])(
    'is readable at 203 dpi with bars of %f mm, wherever the page puts them',
    async (moduleMm) => {
      for (const xMm of [6, 6.04, 6.0625, 6.1]) {
        const label = { ...small, codes: [{ text: number, xMm, yMm: 12, moduleMm }] };
        const target = { ...targetOf(small, 203), widthMm: 75 };
        const pdf = await labelPdf({ ...label, widthMm: 75 });
        expect(await prepareLabel({ pdf, posting, target })).toMatchObject({
          ok: true,
          value: { readBack: [number] },
        });
      }
    },
  );

  it.each([
    [0.97, 203],
    [1.03, 203],
    [0.97, 300],
    [1.03, 300],
  ] as const)('prints though a viewer has scaled it to %f (%i dpi)', async (scale, dpi) => {
    const codes = big.codes.map((code) => ({
      ...code,
      moduleMm: code.moduleMm * scale,
      xMm: code.xMm * scale,
    }));
    const prepared = await prepareLabel({
      ...{ pdf: await labelPdf({ ...big, codes }), posting, target: targetOf(big, dpi) },
    });
    expect(prepared).toMatchObject({ ok: true, value: { readsWhenWorn: true } });
    expect(prepared.ok && prepared.value.readBack.toSorted()).toEqual([upper, number].toSorted());
  });

  it('is refused where the dots have lost one of its codes, though another one still reads', async () => {
    const thin = { text: 'CN-RU-99887766554433221100', xMm: 6, yMm: 60, moduleMm: 0.11 };
    const pdf = await labelPdf({ ...big, codes: [...big.codes, thin] });
    const unsure = { number, labelBarcodes: [] };
    expect(await prepareLabel({ pdf, posting: unsure, target: targetOf(big, 203) })).toMatchObject({
      error: { code: 'code-lost', lost: thin.text },
    });
  });

  it('never comes out with fewer codes than its page has, however wide its bars are', async () => {
    const codeOf = (text: string, yMm: number) =>
      fc.record({
        text: fc.constant(text),
        xMm: fc.double({ min: 4, max: 9, noNaN: true }),
        yMm: fc.constant(yMm),
        moduleMm: fc.double({ min: 0.08, max: 0.36, noNaN: true }),
      });
    await fc.assert(
      fc.asyncProperty(
        codeOf(number, 20),
        codeOf(upper, 60),
        fc.constantFrom(203, 300),
        async (a, b, dpi) => {
          const pdf = await labelPdf({ ...big, codes: [a, b] });
          const unsure = { number, labelBarcodes: [] };
          const prepared = await prepareLabel({ pdf, posting: unsure, target: targetOf(big, dpi) });
          const meant = await pdfAsMeant(pdf);
          if (!prepared.ok || !meant.ok) return;
          const onPage = (await decodeBitmap(meant.value)).map(({ text }) => text);
          expect(prepared.value.readBack).toEqual(expect.arrayContaining(onPage));
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  it('is the same bytes each time it is drawn', async () => {
    const request = { pdf: await labelPdf(small), posting, target: targetOf(small, 203) };
    const [first, second] = [await prepareLabel(request), await prepareLabel(request)];
    expect(first.ok && second.ok && first.value.sha256 === second.value.sha256).toBe(true);
  });

  it('that lies across the paper is turned', async () => {
    const across = { ...small, widthMm: 58, heightMm: 40 };
    const target: LabelTarget = { language: 'zpl', dpi: 203, widthMm: 40, heightMm: 58 };
    const prepared = await prepareLabel({ pdf: await labelPdf(across), posting, target });
    expect(prepared).toMatchObject({ ok: true, value: { bitmap: { widthDots: 320, heightDots: 464 } } });
    const turnedPage = await labelPdf({ ...small, rotate: 90 });
    expect(await prepareLabel({ pdf: turnedPage, posting, target })).toMatchObject({ ok: true });
  });

  it('that is smaller, or up to a millimetre larger, is printed one to one, anything else is refused', async () => {
    const target: LabelTarget = { language: 'zpl', dpi: 203, widthMm: 58, heightMm: 40 };
    const almost = await labelPdf({ ...small, widthMm: 57, heightMm: 41 });
    expect(await prepareLabel({ pdf: almost, posting, target })).toMatchObject({
      ok: true,
      value: { bitmap: { widthDots: 464, heightDots: 320 } },
    });
    const roomy: LabelTarget = { language: 'zpl', dpi: 203, widthMm: 100, heightMm: 150 };
    expect(await prepareLabel({ pdf: almost, posting, target: roomy })).toMatchObject({
      ok: true,
      value: { bitmap: { widthDots: 800, heightDots: 1200 }, readBack: [number], readsWhenWorn: true },
    });
    const tooWide = await labelPdf({ ...small, widthMm: 60 });
    expect(await prepareLabel({ pdf: tooWide, posting, target })).toEqual({
      ok: false,
      error: {
        code: 'pdf-wrong-size',
        pageWidthMm: 60,
        pageHeightMm: 40,
        mediumWidthMm: 58,
        mediumHeightMm: 40,
      },
    });
  });

  it('of another posting is refused before it is printed', async () => {
    const other = { number: '99999999-0009-9', labelBarcodes: [] };
    const refused = await prepareLabel({
      pdf: await labelPdf(small),
      posting: other,
      target: targetOf(small, 203),
    });
    expect(refused).toEqual({ ok: false, error: { code: 'label-of-another', read: [number] } });
  });

  it('that also carries a code of another posting is refused', async () => {
    const mixed = {
      ...big,
      codes: [...big.codes, { text: '99999999-0009-9', xMm: 6, yMm: 50, moduleMm: 0.33 }],
    };
    const refused = await prepareLabel({ pdf: await labelPdf(mixed), posting, target: targetOf(mixed, 203) });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'label-contradicts', foreign: '99999999-0009-9' },
    });
  });

  it('without a readable code is refused', async () => {
    const blank = { ...small, codes: [] };
    const refused = await prepareLabel({ pdf: await labelPdf(blank), posting, target: targetOf(blank, 203) });
    expect(refused).toEqual({ ok: false, error: { code: 'label-unreadable' } });
  });

  it('with several pages, cut in half or no PDF at all is refused', async () => {
    const target = targetOf(small, 203);
    const pages = await prepareLabel({ pdf: await labelPdf({ ...small, pages: 2 }), posting, target });
    expect(pages).toEqual({ ok: false, error: { code: 'pdf-page-count', pages: 2 } });
    const whole = await labelPdf(small);
    for (const pdf of [
      new Uint8Array(),
      new TextEncoder().encode('{"error":"not ready"}'),
      whole.slice(0, 400),
    ]) {
      expect(await prepareLabel({ pdf, posting, target })).toMatchObject({
        ok: false,
        error: { code: 'pdf-broken' },
      });
    }
    expect(await prepareLabel({ pdf: whole, posting, target })).toMatchObject({ ok: true });
  });
});

const content: InterimLabelContent = {
  number,
  bench: 'B1',
  packer: 'Иванов 王伟',
  printedAt: '23.11.2026 14:05',
  packageOf: '1/2',
  words: {
    title: 'ВРЕМЕННАЯ ЭТИКЕТКА',
    notice: 'Переклейте до передачи курьеру',
    bench: 'Стол',
    packer: '包装员',
  },
};

describe('the interim label', () => {
  it.each([
    [203, 58, 40],
    [300, 58, 40],
    [203, 75, 120],
    [300, 75, 120],
    [203, 100, 150],
  ] as const)('at %i dpi on %i x %i mm is read back by other readers', async (dpi, widthMm, heightMm) => {
    const target = { language: 'zpl' as const, dpi, widthMm, heightMm };
    const prepared = await prepareInterim({ content, target });
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
    for (const picture of await printedLabels(prepared.value.bytes, target)) {
      expect(await readWithZxing(picture)).toEqual([number]);
      if (zbarInstalled) expect(await readWithZbar(picture)).toEqual([number]);
    }
  });

  it('carries a number that is too long for bars in a QR code', async () => {
    const long = { ...content, number: 'A-VERY-LONG-POSTING-NUMBER-OF-ANOTHER-MARKETPLACE-0001' };
    const prepared = await prepareInterim({
      content: long,
      target: { language: 'zpl', dpi: 203, widthMm: 58, heightMm: 40 },
    });
    expect(prepared).toMatchObject({ ok: true, value: { readBack: [long.number], finestBarDots: null } });
  });

  it('never lets a hostile name become a printer command: one label comes out, whatever the texts say', async () => {
    const target: LabelTarget = { language: 'zpl', dpi: 203, widthMm: 58, heightMm: 40 };
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '^XZ^XA^FDx^FS^XZ',
        '~JA',
        '^FS^XZ^XA^PQ99',
        '</text><script>',
        '&#10;^XA',
        '\u0000^XA\r\n~JC',
        '\u202e^XA',
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (packer, notice, bench) => {
        const words = { ...content.words, notice };
        const prepared = await prepareInterim({ content: { ...content, packer, bench, words }, target });
        if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
        const zpl = new TextDecoder().decode(prepared.value.bytes);
        expect(zpl).toMatch(
          /^\^XA\^PW464\^LL320\^LH0,0\^LS0\^PON\n\^FO0,0\^GFA,\d+,\d+,58,[0-9A-Za-z,:!]+\^FS\n\^PQ1,0,0,N\^XZ\n$/,
        );
        expect(await printedLabels(prepared.value.bytes, target)).toHaveLength(1);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe('a picture of a label', () => {
  it('is a PNG that other readers accept, white where nothing is printed', async () => {
    const png = bitmapPng(createBitmap(13, 7), 203);
    expect([...png.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(await readWithZxing(bitmapPng(createBitmap(200, 200), 300))).toEqual([]);
  });
});

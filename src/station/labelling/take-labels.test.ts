import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import { getLabel } from '../database/labels.ts';
import { readBytes } from '../database/stored-bytes.ts';
import { prepareLabel } from '../labels/prepare-label.ts';
import { type LabelPdf, labelsPdf } from '../labels/testing/label-pdf.ts';
import { openTestBench } from '../packing/testing/test-bench.ts';
import type { LabelBatchState, ShopAnswer } from '../shop/seller-account.ts';
import { createShopLink } from '../shop/shop-link.ts';
import { silentAccount } from '../shop/testing/silent-account.ts';
import { dropLabel } from './drop-label.ts';
import { createTakeLabels, type WantedLabel } from './take-labels.ts';

const target = { language: 'zpl', dpi: 203, widthMm: 58, heightMm: 40 } as const;

const labelOf = (index: number): WantedLabel => ({
  number: PostingNumber.parse(`7000000${index}-0001-1`),
  labelBarcodes: [`%101%80604451${index}`, `${index}0045118`],
});
const ours = [0, 1, 2, 3].map(labelOf);
const foreign = labelOf(9);

/** A page with these codes, one under the other. */
const pageWith = (...codes: readonly string[]): LabelPdf => ({
  ...{ widthMm: 58, heightMm: 40, words: '' },
  codes: codes.slice(0, 2).map((text, index) => ({ text, xMm: 5, yMm: 6 + index * 16, moduleMm: 0.25 })),
});
const pageOf = ({ labelBarcodes }: WantedLabel) => pageWith(...labelBarcodes);

/** A bench whose shop answers so; labels are drawn and read back by the real engines. */
function openTaking(answer: Awaited<ShopAnswer<LabelBatchState>>) {
  const { db, now } = openTestBench();
  const link = createShopLink({ now, onChange: () => undefined });
  const takeLabels = createTakeLabels({
    ...{
      db,
      now,
      size: () => 'small' as const,
      has: (number: PostingNumber) => getLabel(db, number) !== null,
    },
    route: () => ({ device: 'label-printer', target }),
    source: () => ({ link, account: { ...silentAccount, getLabels: async () => answer } }),
    workshop: {
      ...{ ready: Promise.resolve(), prepare: prepareLabel, close: async () => undefined },
      own: () => Promise.reject(new Error('not part of this test')),
      interim: () => Promise.reject(new Error('not part of this test')),
    },
  });
  return { db, takeLabels };
}

async function takenFrom(pages: readonly LabelPdf[], promised = ours) {
  const pdf = await labelsPdf(pages);
  const at = openTaking(ok({ state: 'ready', pdf, promised: promised.map(({ number }) => number) }));
  const end = await at.takeLabels(ours);
  return { ...at, taken: end.kind === 'read' ? end.taken : [] };
}

/** What a file may hold in place of a label: one of ours, a stranger's, one with codes of two postings, or none. */
const somePage = fc.oneof(
  { weight: 6, arbitrary: fc.nat(3).map((index) => pageOf(labelOf(index))) },
  fc.constant(pageOf(foreign)),
  fc.constant(pageWith()),
  fc.tuple(fc.nat(3), fc.nat(3)).map(([one, other]) => {
    const [upper = ''] = labelOf(one).labelBarcodes;
    return pageWith(upper, labelOf(other).labelBarcodes[1] ?? '');
  }),
);
const somePages = fc.oneof(
  fc.shuffledSubarray(ours, { minLength: 4 }).map((labels) => labels.map(pageOf)),
  fc.array(somePage, { minLength: 1, maxLength: 6 }),
);

describe('labels that come in one file', () => {
  it('are each on the right package, whatever pages the shop sends in whatever order', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(somePages, async (pages) => {
        const { db, taken } = await takenFrom(pages);
        const isOf = ({ labelBarcodes }: WantedLabel) =>
          pages.filter((page) => page.codes.some(({ text }) => labelBarcodes.includes(text)));
        for (const label of ours) {
          const row = getLabel(db, label.number);
          const own = isOf(label);
          const [page] = own;
          const others = ours.filter((other) => other !== label).flatMap(isOf);
          const isSure =
            pages.length === 4 && own.length === 1 && page !== undefined && !others.includes(page);
          expect(taken.includes(label.number)).toBe(isSure);
          if (!isSure || page === undefined) {
            expect(row).toBeNull();
            continue;
          }
          expect(row?.page).toBe(pages.indexOf(page) + 1);
          expect(new Set(row?.prepared?.codes)).toEqual(new Set(page.codes.map(({ text }) => text)));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('may lack those that the shop has left out, and nobody else', async () => {
    const three = ours.slice(0, 3);
    const { taken } = await takenFrom([...three].reverse().map(pageOf), three);
    expect(taken).toEqual(three.map(({ number }) => number));
    expect((await takenFrom(three.map(pageOf))).taken).toEqual([]);
    expect((await takenFrom([...ours, foreign].map(pageOf))).taken).toEqual([]);
  });

  it('lie on disk once, and print again from their own page', async () => {
    const { db } = await takenFrom([...ours].reverse().map(pageOf));
    const rows = ours.flatMap(({ number }) => getLabel(db, number) ?? []);
    expect(new Set(rows.map(({ pdf }) => pdf.file)).size).toBe(1);
    expect(rows.map(({ page }) => page)).toEqual([4, 3, 2, 1]);
    for (const { posting, pdf, page } of rows) {
      const bytes = readBytes(db.home, pdf);
      const place = { page: page ?? 0, pages: null };
      const codes = {
        number: posting,
        labelBarcodes: ours.find((one) => one.number === posting)?.labelBarcodes ?? [],
      };
      expect(
        await prepareLabel({ pdf: bytes.ok ? bytes.value : new Uint8Array(), place, posting: codes, target }),
      ).toMatchObject({
        ok: true,
      });
    }
  });

  it('are dropped when their postings end, the file with the last of them', async () => {
    const { db } = await takenFrom(ours.map(pageOf));
    const rows = ours.flatMap(({ number }) => getLabel(db, number) ?? []);
    const left = () => rows.filter(({ pdf }) => existsSync(join(db.home, pdf.file))).length;
    const printable = () =>
      rows.filter(({ prepared }) => existsSync(join(db.home, prepared?.file ?? '-'))).length;
    const leftAfter = ours.map(({ number }) => {
      dropLabel(db, number);
      return [left(), printable()];
    });
    expect(leftAfter).toEqual([
      [4, 3],
      [4, 2],
      [4, 1],
      [0, 0],
    ]);
    expect(ours.map(({ number }) => getLabel(db, number))).toEqual([null, null, null, null]);
  });

  it.each([
    ['is not there yet', ok({ state: 'drawing' } as const), 'drawing'],
    ['is refused', err({ code: 'refused', shopCode: 'NO', detail: 'no' } as const), 'refused'],
    ['comes to nothing', ok({ state: 'not-ready' } as const), 'refused'],
    ['cannot be asked for', err({ code: 'retry', afterMs: null, detail: 'away' } as const), 'away'],
    ['is no file', err({ code: 'malformed', detail: 'the file is no PDF' } as const), 'read'],
  ])('are nobody’s where the file %s', async (_, answer, kind) => {
    const { db, takeLabels } = openTaking(answer);
    expect(await takeLabels(ours)).toMatchObject({ kind });
    expect(ours.map(({ number }) => getLabel(db, number))).toEqual([null, null, null, null]);
  });
});

import { expect, it, onTestFinished } from 'vitest';
import { createLabelWorkshop, type LabelWorkshop } from './label-workshop.ts';
import { createPairedWorkshop } from './paired-workshop.ts';
import { labelPdf } from './testing/label-pdf.ts';

const target = { language: 'zpl', dpi: 203, widthMm: 58, heightMm: 40 } as const;
const number = '12345678-0001-1';
const posting = { number, labelBarcodes: [] };
const place = { page: 1, pages: 1 };
const pdf = await labelPdf({
  ...{ widthMm: 58, heightMm: 40 },
  codes: [{ text: number, xMm: 6, yMm: 10, moduleMm: 0.25 }],
});

/** A pair whose threads are counted: how many were opened, how many are closed, what each has drawn. */
function pairOf(restMs: number, processors = 2) {
  const drawn: number[] = [];
  const opened: LabelWorkshop[] = [];
  const closed: number[] = [];
  const pair = createPairedWorkshop({
    ...{ target, restMs, processors },
    open: (options) => {
      const workshop = createLabelWorkshop(options);
      const n = opened.push(workshop) - 1;
      drawn.push(0);
      return {
        ...{ ready: workshop.ready },
        prepare: (request) => {
          drawn[n] = (drawn[n] ?? 0) + 1;
          return workshop.prepare(request);
        },
        interim: (request) => workshop.interim(request),
        own: (request) => workshop.own(request),
        close: async () => {
          closed.push(n);
          await workshop.close();
        },
      };
    },
  });
  onTestFinished(() => pair.close());
  return { pair, drawn, opened, closed };
}

const good = { ok: true, value: { readBack: [number] } };

it('pages of a file are drawn by two threads, and the second goes when there are no more', async () => {
  const { pair, drawn, opened, closed } = pairOf(5_000);
  await pair.ready;
  const three = () => Promise.all([1, 2, 3].map(() => pair.prepare({ pdf, posting, target, place })));
  for (const answer of await three()) expect(answer).toMatchObject(good);
  expect(opened).toHaveLength(2);
  await opened[1]?.ready;
  for (const answer of await three()) expect(answer).toMatchObject(good);
  expect(drawn).toEqual([5, 1]);
  await expect.poll(() => closed, { timeout: 30_000 }).toEqual([1]);
  for (const answer of await three()) expect(answer).toMatchObject(good);
  expect(opened).toHaveLength(3);
});

it('labels that packers wait for are drawn by the first thread alone', async () => {
  const { pair, drawn } = pairOf(50);
  const answers = await Promise.all([1, 2, 3].map(() => pair.prepare({ pdf, posting, target })));
  for (const answer of answers) expect(answer).toMatchObject(good);
  expect(drawn).toEqual([3]);
});

it('a machine with one processor has one thread', async () => {
  const { pair, drawn } = pairOf(50, 1);
  await Promise.all([1, 2].map(() => pair.prepare({ pdf, posting, target, place })));
  expect(drawn).toEqual([2]);
});

it('a closed pair answers what is still asked, and calls nobody', async () => {
  const { pair, opened } = pairOf(50);
  await pair.close();
  const answers = await Promise.all([1, 2].map(() => pair.prepare({ pdf, posting, target, place })));
  for (const answer of answers)
    expect(answer).toMatchObject({ ok: false, error: { code: 'workshop-closed' } });
  expect(opened).toHaveLength(1);
});

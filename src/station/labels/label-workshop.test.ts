import { afterAll, describe, expect, it } from 'vitest';
import type { LabelTarget } from '#domain/labels/printer-language.ts';
import { createLabelWorkshop } from './label-workshop.ts';
import { HANGING_NUMBER } from './testing/hanging-number.ts';
import { labelPdf } from './testing/label-pdf.ts';

const target: LabelTarget = { language: 'zpl', dpi: 203, widthMm: 58, heightMm: 40 };
const number = '12345678-0001-1';
const posting = { number, labelBarcodes: [] };
const deaths: string[] = [];
const workshop = createLabelWorkshop({ target, onDeath: (detail) => deaths.push(detail) });

afterAll(() => workshop.close());

async function pdfOf(text: string): Promise<Uint8Array> {
  return labelPdf({ widthMm: 58, heightMm: 40, codes: [{ text, xMm: 6, yMm: 10, moduleMm: 0.25 }] });
}

describe('the label workshop', () => {
  it('draws labels in its own thread, in the order asked', async () => {
    const pdf = await pdfOf(number);
    const order: number[] = [];
    const answers = await Promise.all(
      [0, 1, 2].map(async (turn) => {
        const answer = await workshop.prepare({ pdf, posting, target, withPng: turn === 2 });
        order.push(turn);
        return answer;
      }),
    );
    expect(order).toEqual([0, 1, 2]);
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { readBack: [number] } });
    expect(answers[2]).toMatchObject({ value: { png: expect.any(Uint8Array) } });
    expect(pdf.length).toBeGreaterThan(0);
  });

  it('answers with the reason when the label is of another posting, and goes on', async () => {
    const answer = await workshop.prepare({ pdf: await pdfOf('87654321-0002-1'), posting, target });
    expect(answer).toMatchObject({ ok: false, error: { code: 'label-of-another' } });
    expect(await workshop.prepare({ pdf: await pdfOf(number), posting, target })).toMatchObject({ ok: true });
  });

  it('is replaced when its thread hangs, and serves the next label', async () => {
    const hanging = createLabelWorkshop({
      target,
      workerUrl: new URL('./testing/label-worker-that-hangs.ts', import.meta.url),
      jobTimeoutMs: 5_000,
      onDeath: (detail) => deaths.push(detail),
    });
    const pdf = await pdfOf(number);
    const [first, second] = await Promise.all([
      hanging.prepare({ pdf, posting: { number: HANGING_NUMBER, labelBarcodes: [] }, target }),
      hanging.prepare({ pdf, posting, target }),
    ]);
    expect(first).toMatchObject({ ok: false, error: { code: 'workshop-timeout' } });
    expect(second).toMatchObject({ ok: true, value: { readBack: [number] } });
    expect(deaths).toHaveLength(1);
    await hanging.close();
  });

  it('says so when its thread cannot start at all', async () => {
    const broken = createLabelWorkshop({
      target,
      workerUrl: new URL('./no-such-worker.ts', import.meta.url),
    });
    const answer = await broken.prepare({ pdf: await pdfOf(number), posting, target });
    expect(answer).toMatchObject({ ok: false, error: { code: 'workshop-died' } });
    await broken.close();
    expect(await broken.prepare({ pdf: new Uint8Array(), posting, target })).toMatchObject({
      ok: false,
      error: { code: 'workshop-closed' },
    });
  });
});

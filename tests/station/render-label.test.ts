import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { labelPdf } from '#station/labels/testing/label-pdf.ts';
import { printedLabels, readWithZbar } from '#station/labels/testing/outside-readers.ts';

const folder = mkdtempSync(join(tmpdir(), 'render-label-'));
afterAll(() => rm(folder, { recursive: true }));

const number = '12345678-0001-1';
const pdf = join(folder, 'label.pdf');
const codes = [{ text: number, xMm: 6, yMm: 10, moduleMm: 0.25 }];
writeFileSync(pdf, await labelPdf({ widthMm: 58, heightMm: 40, codes }));

function render(...args: readonly string[]) {
  const script = join(import.meta.dirname, '../../scripts/packbench.mjs');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, 'render-label', ...args]);
  return { bytes: stdout, said: stderr.toString(), status };
}

it('writes bytes that print the label, and says what was read off them', async () => {
  const size = ['--size', '58x40', '--dpi', '203'];
  const { bytes, said, status } = render('--pdf', pdf, '--number', number, '--language', 'zpl', ...size);
  expect(status).toBe(0);
  expect(JSON.parse(said)).toMatchObject({ label: 'pdf', readBack: [number], readsWhenWorn: true });
  const [picture] = await printedLabels(bytes, { dpi: 203, widthMm: 58, heightMm: 40 });
  expect(await readWithZbar(picture ?? new Uint8Array())).toEqual([number]);
});

it.each(['tspl', 'epl', 'cpcl', 'escpos', 'png', 'pdf'])('writes %s, too', (language) => {
  const { bytes, status } = render('--pdf', pdf, '--language', language, '--size', '75x120', '--dpi', '300');
  expect(status).toBe(0);
  expect(bytes.length).toBeGreaterThan(500);
});

it.each([
  ['of another number', ['--number', '99999999-0001-1', '--size', '58x40'], 'label-of-another'],
  ['too large for the paper', ['--size', '40x30'], 'pdf-wrong-size'],
  ['on paper of no size', ['--size', 'A4'], 'millimetres'],
])('writes nothing for a label %s', (_, args, words) => {
  const { bytes, said, status } = render('--pdf', pdf, '--language', 'zpl', ...args);
  expect(bytes).toHaveLength(0);
  expect(said).toContain(words);
  expect(status).toBe(1);
});

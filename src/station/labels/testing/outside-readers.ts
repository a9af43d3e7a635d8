import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { zplToBase64MultipleAsync } from 'zpl-renderer-js';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { LabelMedium } from '#domain/labels/label-size.ts';

const run = promisify(execFile);

/** Every label that a ZPL stream prints, as PNG, drawn by a renderer that knows nothing of ours. */
export async function printedLabels(zpl: Uint8Array, medium: LabelMedium): Promise<readonly Uint8Array[]> {
  const dotsPerMm = medium.dpi === 203 ? 8 : 12;
  // The renderer calls a 300 dpi head "12 dots per mm": given the paper in its own millimetres, the dots are ours.
  const scale = medium.dpi === 203 ? 1 : 300 / 25.4 / 12;
  const text = new TextDecoder().decode(zpl);
  const pictures = await zplToBase64MultipleAsync(
    text,
    medium.widthMm * scale,
    medium.heightMm * scale,
    dotsPerMm,
  );
  return pictures.map((picture) => new Uint8Array(Buffer.from(picture, 'base64')));
}

/** The barcodes on a PNG, read by ZXing with its own thresholds. */
export async function readWithZxing(png: Uint8Array): Promise<readonly string[]> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const bytes = new Uint8Array(await readFile(file));
  await prepareZXingModule({ overrides: { wasmBinary: bytes.buffer }, fireImmediately: true });
  const found = await readBarcodes(png, { textMode: 'Plain' });
  return found.filter((code) => code.isValid).map((code) => code.text);
}

/** Whether Debian's zbar-tools are installed. */
export async function hasZbar(): Promise<boolean> {
  return run('zbarimg', ['--version']).then(
    () => true,
    () => false,
  );
}

/** The barcodes on a PNG, read by zbar: linear codes and QR. */
export async function readWithZbar(png: Uint8Array): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'packbench-zbar-'));
  try {
    const file = join(folder, 'label.png');
    await writeFile(file, png);
    const { stdout } = await run('zbarimg', ['--quiet', '--raw', file]);
    return stdout.split('\n').filter((line) => line !== '');
  } finally {
    await rm(folder, { recursive: true });
  }
}

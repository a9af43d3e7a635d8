import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import { type Bitmap, toGray } from '#domain/labels/bitmap.ts';

/** The kinds of barcode that the reader tells apart. */
type ReadFormat = Exclude<ReadResult['format'], 'None'>;

/** A barcode found on a label. `text` holds `\u001d` where a GS1 code has a separator,
 * in a GS1-128 also in front. */
export type ReadCode = {
  readonly text: string;
  readonly format: ReadFormat;
  readonly widthDots: number;
  /** Do its lines run from left to right, without a turn? */
  readonly isUpright: boolean;
};

let ready: Promise<unknown> | null = null;

/** Loads the barcode reader; its WebAssembly comes from the installed package, never from the network. */
export async function warmUpReader(): Promise<void> {
  ready ??= load();
  await ready;
}

async function load(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const bytes = new Uint8Array(await readFile(file));
  await prepareZXingModule({ overrides: { wasmBinary: bytes.buffer }, fireImmediately: true });
}

/** What is looked for where it is known what there is; the fewer, the sooner it is found. */
export type Sought = { readonly formats: readonly ReadFormat[]; readonly isUpright?: boolean };

/**
 * Reads every barcode on a bitmap, at any right angle: what a scanner would get from the printed paper at best. With
 * `sought`, only codes of these kinds, and upright ones if so said.
 */
export async function decodeBitmap(
  bitmap: Bitmap,
  sought: Sought | null = null,
): Promise<readonly ReadCode[]> {
  await warmUpReader();
  const found = await readBarcodes(toPgm(bitmap), {
    tryInvert: false,
    tryDownscale: false,
    tryHarder: true,
    tryRotate: sought?.isUpright !== true,
    ...(sought === null ? {} : { formats: [...sought.formats] }),
    binarizer: 'FixedThreshold',
    textMode: 'Plain',
  });
  return found.flatMap(({ isValid, text, format, position }) => {
    if (!isValid || format === 'None') return [];
    const { topLeft, topRight } = position;
    const [across, down] = [topRight.x - topLeft.x, topRight.y - topLeft.y];
    const isUpright = across > 0 && Math.abs(down) * 10 < across;
    return [{ text, format, widthDots: Math.hypot(across, down), isUpright }];
  });
}

/** Portable grey map: a short header and one byte per dot. */
function toPgm(bitmap: Bitmap): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${bitmap.widthDots} ${bitmap.heightDots}\n255\n`);
  const gray = toGray(bitmap);
  const file = new Uint8Array(header.length + gray.length);
  file.set(header);
  file.set(gray, header.length);
  return file;
}

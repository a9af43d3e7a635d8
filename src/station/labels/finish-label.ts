import { createHash } from 'node:crypto';
import type { Bitmap } from '#domain/labels/bitmap.ts';
import { withHeatGain } from '#domain/labels/heat-gain.ts';
import type { LabelTarget } from '#domain/labels/printer-language.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { barcodeModules } from './barcode-modules.ts';
import { bitmapPng } from './bitmap-png.ts';
import { checkLabel, type ExpectedCodes, type LabelMismatch } from './check-label.ts';
import { decodeBitmap, type ReadCode, type Sought } from './decode-bitmap.ts';
import { encodeLabel } from './encode-label.ts';

/** A label that was read back and is ready for the printer. */
export type PreparedLabel = {
  readonly bitmap: Bitmap;
  /** Exactly what the printer gets, one copy unless more were asked for. */
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, lower-case hexadecimal: two equal ones print the same paper. */
  readonly sha256: string;
  /** The texts of the barcodes read off the final bitmap, in no order. */
  readonly readBack: readonly string[];
  /** The number of the posting whose label it is; null where nobody knows. */
  readonly owner: string | null;
  /**
   * The width of the thinnest bar among the posting's own Code 128 codes, in dots; null where there is none. Under 2
   * a warm head may smear the bars, so the packer's scan of the label matters more.
   */
  readonly finestBarDots: number | null;
  /** Whether it still reads when a worn head makes every dot grow by one, see `withHeatGain`; a warning where not. */
  readonly readsWhenWorn: boolean;
  /** A 1-bit PNG of the bitmap where it was asked for, otherwise null. */
  readonly png: Uint8Array | null;
};

type Finishing = {
  readonly expected: ExpectedCodes | null;
  /** Which codes are looked for; null for all that there are. */
  readonly sought: Sought | null;
  /** What was read off the dots, where somebody has read them already. */
  readonly codes?: readonly ReadCode[];
  /** False for what is only read by people. */
  readonly hasCodes?: boolean;
  readonly request: { readonly target: LabelTarget; readonly copies?: number; readonly withPng?: boolean };
};

/** Reads a drawing back and wraps it for its printer; the reason where it is not the label that was expected. */
export async function finishLabel(
  bitmap: Bitmap,
  { expected, sought, codes: known, hasCodes = true, request }: Finishing,
): Promise<Result<PreparedLabel, LabelMismatch>> {
  const codes = known ?? (await decodeBitmap(bitmap, sought));
  const mismatch = hasCodes ? checkLabel(codes, expected) : null;
  if (mismatch !== null) return err(mismatch);
  // What could be read once is looked for again, and nothing else.
  const worn = sought ?? {
    formats: [...new Set(codes.map(({ format }) => format))],
    isUpright: codes.every(({ isUpright }) => isUpright),
  };
  const bytes = encodeLabel(bitmap, request.target, request.copies ?? 1);
  return ok({
    bitmap,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    readBack: codes.map((code) => code.text),
    owner: expected?.number ?? null,
    finestBarDots: finestBarDots(codes, expected),
    readsWhenWorn: !hasCodes || checkLabel(await decodeBitmap(withHeatGain(bitmap), worn), expected) === null,
    png: request.withPng === true ? bitmapPng(bitmap, request.target.dpi) : null,
  });
}

function finestBarDots(codes: readonly ReadCode[], expected: ExpectedCodes | null): number | null {
  const own = codes.filter(
    ({ format, text }) =>
      format === 'Code128' &&
      (expected === null || text === expected.number || expected.labelBarcodes.includes(text)),
  );
  const bars = own.flatMap(({ text, widthDots }) => {
    const modules = barcodeModules('code128', text);
    return modules.ok ? [widthDots / modules.value.columns] : [];
  });
  return bars.length === 0 ? null : Math.round(Math.min(...bars) * 100) / 100;
}
